// Charts as pictures, made in the browser: with their title, view, source and release.
(function () {
  const WIDTH = 960;
  const MARGIN = 24;
  const SCALE = 2;
  const LINE = 18;

  function color(name) {
    const probe = document.createElement("span");
    probe.style.color = "var(" + name + ")";
    document.body.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  function words(selector) {
    const found = document.querySelector(selector);
    return found ? found.textContent.trim() : "";
  }

  function escaped(text) {
    const probe = document.createElement("span");
    probe.textContent = text;
    return probe.innerHTML;
  }

  // Breaks a text into lines that fit; a letter takes about half its size.
  function lines(text, size) {
    const letters = Math.floor((WIDTH - 2 * MARGIN) / (size * 0.55));
    const found = [""];
    text.split(" ").forEach(function (word) {
      const last = found[found.length - 1];
      if (last && (last + " " + word).length > letters) found.push(word);
      else found[found.length - 1] = last ? last + " " + word : word;
    });
    return found;
  }

  function written(text, top, size, ink, weight) {
    const spans = lines(text, size).map(function (line, place) {
      const height = top + place * LINE;
      return '<tspan x="' + MARGIN + '" y="' + height + '">' + escaped(line) + "</tspan>";
    });
    const style = "font:" + weight + " " + size + "px system-ui,sans-serif;fill:" + ink;
    return '<text style="' + style + '">' + spans.join("") + "</text>";
  }

  // A drawing with the chart in the middle, what it shows above, its source below.
  async function drawing(figure) {
    const plot = figure.querySelector(".js-plotly-plot");
    const height = plot.layout.height || 320;
    const inner = await window.Plotly.toImage(plot, {
      format: "svg",
      width: WIDTH - 2 * MARGIN,
      height: height,
      imageDataOnly: true,
    });
    const title = words("#page-heading") + " – " + figure.querySelector(".chart-title").textContent;
    const view = [words(".subtitle-text"), words(".as-of")].filter(Boolean).join(" · ");
    const source = [words(".brand"), words("#release-note"), words(".banner")]
      .filter(Boolean).join(" · ");
    const top = 40 + LINE * lines(title, 18).length;
    const start = top + LINE * lines(view, 13).length;
    const bottom = start + height + 24;
    const total = bottom + LINE * lines(source, 12).length;
    return (
      '<svg xmlns="http://www.w3.org/2000/svg" width="' + WIDTH + '" height="' + total +
      '" viewBox="0 0 ' + WIDTH + " " + total + '">' +
      '<rect width="100%" height="100%" fill="' + color("--surface") + '"/>' +
      written(title, 40, 18, color("--ink"), 600) +
      written(view, top, 13, color("--muted"), 400) +
      inner.replace("<svg", '<svg x="' + MARGIN + '" y="' + start + '"') +
      written(source, bottom, 12, color("--muted"), 400) +
      "</svg>"
    );
  }

  async function bitmap(svg) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise(function (done) { canvas.toBlob(done, "image/png"); });
  }

  function save(content, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  async function onClick(event) {
    closeMenus(event.target.closest(".chart-menu"));
    const button = event.target.closest("[data-picture]");
    if (!button) return;
    const figure = button.closest("[data-chart]");
    const kind = button.dataset.picture;
    const svg = await drawing(figure);
    const content = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await bitmap(svg);
    save(content, figure.dataset.chart + "." + kind);
    const menu = button.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  function closeMenus(except) {
    document.querySelectorAll(".chart-menu[open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }

  function onKey(event) {
    const menu = event.target.closest && event.target.closest(".chart-menu[open]");
    if (event.key === "Escape" && menu) {
      event.preventDefault(); // the panel around it stays open
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
})();
