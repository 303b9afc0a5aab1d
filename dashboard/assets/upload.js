// The upload page: sends files as they are, one a request, and follows what becomes
// of them. Texts and limits stand on the drop zone.
(function () {
  const MOST_AT_ONCE = 2;
  const BUSY_MS = 1500;
  const CALM_MS = 6000;
  const waiting = [];
  let sending = 0;
  let said = {};
  let standing = "";
  let timer = null;

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    eropafUpload: {
      // Keeps what is said about the next files.
      remember: function (format, district, pilot, period) {
        said = { format, district, pilot, period };
        ask();
        return said;
      },
      // Searches the grid of findings.
      search: function (text, options) {
        return Object.assign({}, options, { quickFilterText: text || "" });
      },
      // Leaves the findings of one severity in the grid.
      keepSeverity: function (severity) {
        if (!severity) return {};
        return {
          severity: { filterType: "text", type: "equals", filter: severity },
        };
      },
    },
  });

  const zone = () => document.getElementById("upload-zone");

  function text(name, values) {
    return Object.entries(values || {}).reduce(
      (sentence, [key, value]) => sentence.replace("{" + key + "}", value),
      zone().dataset[name]
    );
  }

  function cookie(name) {
    const found = document.cookie.split("; ").find((one) => one.startsWith(name + "="));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  }

  function size(bytes) {
    const language = document.documentElement.lang || "nl";
    const options = { maximumFractionDigits: bytes < 1e6 ? 0 : 1 };
    const units = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
    return units[0].toLocaleString(language, options) + " " + units[1];
  }

  function announce(sentence) {
    document.getElementById("upload-announce").textContent = sentence;
  }

  // One line for a file that is not with the server yet.
  function lineFor(file) {
    const line = document.createElement("li");
    const words = document.createElement("span");
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    words.textContent = text("waiting", { name: file.name });
    line.append(words, bar);
    document.getElementById("upload-transfers").append(line);
    return { line, words, bar };
  }

  function fail(shown, sentence) {
    shown.words.textContent = sentence;
    shown.line.className = "transfer-failed";
    shown.bar.remove();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = "×";
    button.setAttribute("aria-label", text("dismiss"));
    button.addEventListener("click", () => shown.line.remove());
    shown.line.append(button);
    announce(sentence);
  }

  function add(files) {
    for (const file of files) {
      const shown = lineFor(file);
      if (file.size > Number(zone().dataset.mostBytes)) {
        fail(shown, text("tooLarge", { name: file.name }));
      } else {
        waiting.push({ file, shown, said });
      }
    }
    sendNext();
  }

  function sendNext() {
    while (sending < MOST_AT_ONCE && waiting.length) send(waiting.shift());
  }

  function send(one) {
    const request = new XMLHttpRequest();
    const name = one.file.name;
    sending += 1;
    request.open("POST", zone().dataset.address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRFToken", cookie("_csrf_token"));
    request.setRequestHeader("X-Upload-Name", encodeURIComponent(name));
    request.setRequestHeader(
      "X-Upload-Said",
      encodeURIComponent(JSON.stringify(one.said))
    );
    request.upload.addEventListener("progress", function (event) {
      if (!event.lengthComputable || !zone()) return;
      const percent = Math.round((100 * event.loaded) / event.total);
      one.shown.bar.value = percent;
      one.shown.words.textContent = text("sending", {
        name,
        percent: percent + "%",
        size: size(event.total),
      });
    });
    request.addEventListener("loadend", function () {
      sending -= 1;
      if (zone()) finish(request, one);
      sendNext();
    });
    request.send(one.file);
  }

  function finish(request, one) {
    const name = one.file.name;
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch (_error) {
      // no answer of ours: the line was broken
    }
    if (request.status === 202) {
      one.shown.line.remove();
      announce(text("sent", { name }));
      ask();
    } else if (request.status === 401 && answer.address) {
      location.assign(answer.address);
    } else if (answer.error) {
      fail(one.shown, name + ": " + answer.error);
      ask();
    } else {
      fail(one.shown, text("broken", { name }));
    }
  }

  // Asks how things stand; the page is drawn anew only where a mark has changed.
  async function ask() {
    window.clearTimeout(timer);
    if (!zone()) return;
    let pause = CALM_MS;
    if (!document.hidden) {
      try {
        const answer = await fetch("/aanleveren/stand", { cache: "no-store" });
        if (answer.ok) {
          const found = await answer.json();
          const marks = JSON.stringify(found.marks);
          if (marks !== standing) {
            window.dash_clientside.set_props("upload-known", { data: found.marks });
            standing = marks;
          }
          if (found.isRunning) pause = BUSY_MS;
        }
      } catch (_error) {
        // the server restarts: ask again later
      }
    }
    timer = window.setTimeout(ask, pause);
  }

  function choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.addEventListener("change", () => add(input.files));
    input.click();
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("#upload-choose")) choose();
  });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) ask();
  });

  // A file that misses the zone must not open in the place of the page.
  ["dragover", "drop"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (!zone()) return;
      event.preventDefault();
      const isOver = Boolean(event.target.closest("#upload-zone"));
      zone().classList.toggle("drop-over", isOver && kind === "dragover");
      if (kind === "drop" && isOver) add(event.dataTransfer.files);
    });
  });
  window.addEventListener("beforeunload", function (event) {
    if (sending || waiting.length) event.preventDefault();
  });
})();
