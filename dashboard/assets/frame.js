// The frame: the colours that the device prefers, and the menu on a small screen.
window.eropafFrame = (function () {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  // Told to the server, which draws the charts in the same colours.
  function tellScheme() {
    const scheme = dark.matches ? "dark" : "light";
    document.cookie = "scheme=" + scheme + "; path=/; max-age=31536000; samesite=lax";
  }

  function followDevice() {
    tellScheme();
    const isAuto = document.documentElement.dataset.appearance === "auto";
    // A form that is being filled in is worth more than the colours of a chart.
    if (isAuto && !document.querySelector("main form, main input[type=file]")) {
      window.location.reload();
    }
  }

  function menuButton() {
    return document.getElementById("menu-button");
  }

  function isOpen() {
    return document.body.classList.contains("menu-open");
  }

  function setMenu(open) {
    document.body.classList.toggle("menu-open", open);
    const button = menuButton();
    if (button) button.setAttribute("aria-expanded", String(open));
  }

  function onClick(event) {
    if (event.target.closest("#menu-button")) setMenu(!isOpen());
    else if (isOpen() && !event.target.closest("#header")) setMenu(false);
  }

  function onKey(event) {
    if (event.key === "Escape" && isOpen()) {
      setMenu(false);
      menuButton().focus();
    }
  }

  // A fold stays as it was left, also when its filters are drawn anew.
  const folds = {};
  function onToggle(event) {
    if (event.target.id) folds[event.target.id] = event.target.open;
  }

  function restoreFolds() {
    Object.entries(folds).forEach(function ([id, isOpen]) {
      const fold = document.getElementById(id);
      if (fold && fold.tagName === "DETAILS") fold.open = isOpen;
    });
  }

  // After every drawing: the menu closes, and its link to this page says so.
  function pageDrawn() {
    setMenu(false);
    restoreFolds();
    document.querySelectorAll(".nav-link").forEach(function (link) {
      if (link.classList.contains("nav-link-here")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  tellScheme();
  dark.addEventListener("change", followDevice);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("toggle", onToggle, true);
  return { pageDrawn: pageDrawn };
})();
