// What the grids ask of the browser: how numbers are written, and the keyboard.
window.dashAgGridFunctions = Object.assign({}, window.dashAgGridFunctions, {
  eropafNumber: function (value) {
    if (value === null || value === undefined) return "–";
    const language = document.documentElement.lang || "nl";
    const written = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    // A minus sign, as wide as a plus; Dutch notation has a hyphen for it.
    return written.format(value).replace("-", "\u2212");
  },
  // Arrow keys move inside a grid; Tab leaves it, however many cells it has.
  eropafLeaveGrid: function () {
    return false;
  },
});

// Enter on a cell follows the link in it, as a click does.
document.addEventListener("keydown", function (event) {
  if (event.key !== "Enter" || !event.target.classList.contains("ag-cell")) return;
  const link = event.target.querySelector("a[href]");
  if (link) link.click();
});
