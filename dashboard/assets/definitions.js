// Searches the definitions on the page, and keeps the words in the address.
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  eropafDefinitions: (function () {
    // Upper case, accents and dashes make no difference.
    function fold(text) {
      return text
        .toLowerCase()
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/[_-]+/g, " ")
        .trim();
    }

    function hideEmptyGroups(isSearching) {
      document.querySelectorAll(".definition-group").forEach(function (group) {
        const hasFound = group.querySelector("[data-words]:not([hidden])") !== null;
        group.hidden = !hasFound;
        if (group.tagName === "DETAILS") group.open = isSearching && hasFound;
      });
    }

    function keepInAddress(wish) {
      const query = new URLSearchParams(window.location.search);
      if (wish) query.set("zoek", wish);
      else query.delete("zoek");
      const search = query.toString() ? "?" + query.toString() : "";
      const address = window.location.pathname + search;
      window.history.replaceState(window.history.state, "", address);
    }

    function search(wish) {
      const words = fold(wish || "").split(" ").filter(Boolean);
      const found = { cards: 0, lines: 0 };
      document.querySelectorAll("[data-words]").forEach(function (item) {
        const text = fold(item.dataset.words || item.textContent);
        item.hidden = !words.every((word) => text.includes(word));
        if (item.hidden) return;
        found[item.classList.contains("definition") ? "cards" : "lines"] += 1;
      });
      hideEmptyGroups(words.length > 0);
      document.getElementById("definitions-none").hidden =
        found.cards + found.lines > 0;
      keepInAddress(words.length ? wish : "");
      const count = document.getElementById("definitions-count");
      return count.dataset.template.replace("{n}", String(found.cards));
    }

    return { search: search };
  })(),
});
