// Formatters of the grids.
window.dashAgGridFunctions = Object.assign({}, window.dashAgGridFunctions, {
  eropafNumber: function (value) {
    if (value === null || value === undefined) return "–";
    const language = document.documentElement.lang || "nl";
    const written = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    // A minus sign, as wide as a plus; Dutch notation has a hyphen for it.
    return written.format(value).replace("-", "\u2212");
  },
});
