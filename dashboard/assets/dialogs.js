// Dialogs: the browser itself keeps the focus inside and gives it back.
(function () {
  function ask(button) {
    const about = button.dataset;
    window.dash_clientside.set_props("asked", {
      data: {
        indicator: about.about,
        category: about.categoryAsked || "",
        view: about.view === undefined ? null : about.view,
        asked: Date.now(), // the same question may be asked again
      },
    });
    document.getElementById("panel").showModal();
  }

  function open(dialog) {
    dialog.querySelectorAll("[data-fill=address]").forEach(function (place) {
      place.textContent = window.location.href;
    });
    dialog.showModal();
  }

  // Copies an address, and says so on the button itself.
  async function copy(button) {
    const own = button.dataset.address;
    const address = own ? new URL(own, window.location.href).href : window.location.href;
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = button.dataset.copies;
    } catch (_error) {
      window.prompt(words, address); // the browser lets nobody write to the clipboard
    }
    window.setTimeout(function () { button.textContent = words; }, 2000);
  }

  function onClick(event) {
    const info = event.target.closest("[data-about]");
    const opener = event.target.closest("[data-opens]");
    const copier = event.target.closest("[data-copies]");
    if (info) ask(info);
    else if (copier) copy(copier);
    else if (opener) open(document.getElementById(opener.dataset.opens));
    else if (event.target.closest(".dialog-close")) event.target.closest("dialog").close();
    // A click outside a dialog lands on the dialog itself.
    else if (event.target.matches("dialog[open]")) event.target.close();
  }

  document.addEventListener("click", onClick);
})();
