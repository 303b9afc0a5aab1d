// Formatters of the grids.
window.dashAgGridFunctions = Object.assign({}, window.dashAgGridFunctions, {
  eropafNumber: function (value) {
    if (value === null || value === undefined) return "–";
    const language = document.documentElement.lang || "nl";
    return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  },
});
