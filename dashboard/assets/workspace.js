// The workspace: a button that copies the text of a field, and says that it did.
(function () {
  async function copy(button) {
    const field = document.getElementById(button.dataset.copies);
    if (!field) return;
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch (_error) {
      document.execCommand("copy"); // without a secure connection
    }
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    button.focus();
    window.setTimeout(function () { button.textContent = label; }, 2000);
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copies]");
    if (button) copy(button);
  });
})();
