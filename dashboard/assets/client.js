// What runs in the browser: the address, the release, the title and the focus.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  eropaf: {
    // Filters -> address, so that a view can be sent as a link and gone back to.
    filtersToAddress: function (values, ids, rendered) {
      const query = new URLSearchParams();
      ids.forEach(function (id, place) {
        const value = values[place];
        if (value && value !== "all") query.set(id.name, value);
      });
      const text = query.toString();
      const search = text ? "?" + text : "";
      window.eropafFilter = document.activeElement && document.activeElement.id;
      const isShown = search === (rendered || "") || search === location.search;
      return isShown ? window.dash_clientside.no_update : search;
    },

    // Asks which release is current; the page is drawn anew only when it changed.
    followRelease: async function (_ticks, known) {
      const unchanged = window.dash_clientside.no_update;
      if (document.hidden) return unchanged;
      try {
        const answer = await fetch("/release", { cache: "no-store" });
        const release = (await answer.json()).release;
        return release && release !== known ? release : unchanged;
      } catch (_error) {
        return unchanged; // the server restarts: ask again later
      }
    },

    // The panel is filled: read it out from its title.
    panelDrawn: function (_content) {
      window.requestAnimationFrame(function () {
        const title = document.getElementById("panel-title");
        if (title) title.focus({ preventScroll: true });
      });
      return window.dash_clientside.no_update;
    },

    // What became of an action is read out, and the focus is not lost with its button.
    readAnswer: function (_content) {
      window.requestAnimationFrame(function () {
        const answer = document.getElementById("kept-answer");
        if (answer && answer.textContent) answer.focus({ preventScroll: true });
      });
      return window.dash_clientside.no_update;
    },

    // Sets the title; after a change of page, moves the focus to its heading.
    announcePage: function (title, path) {
      if (!title) return window.dash_clientside.no_update;
      document.title = title;
      window.eropafFrame.pageDrawn();
      const before = window.eropafPath;
      window.eropafPath = path;
      if (before !== undefined && before !== path) {
        window.scrollTo(0, 0);
        window.requestAnimationFrame(function () {
          const heading = document.getElementById("page-heading");
          if (heading) heading.focus({ preventScroll: true });
        });
      } else if (window.eropafFilter) {
        // The filters were drawn anew: give the focus back to the one just used.
        const filter = window.eropafFilter;
        window.eropafFilter = null;
        window.requestAnimationFrame(function () {
          const input = document.getElementById(filter);
          if (input) input.focus({ preventScroll: true });
        });
      }
      return title;
    },
  },
});
