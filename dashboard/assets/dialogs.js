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

  function onClick(event) {
    const info = event.target.closest("[data-about]");
    const opener = event.target.closest("[data-opens]");
    if (info) ask(info);
    else if (opener) document.getElementById(opener.dataset.opens).showModal();
    else if (event.target.closest(".dialog-close")) event.target.closest("dialog").close();
    // A click outside a dialog lands on the dialog itself.
    else if (event.target.matches("dialog[open]")) event.target.close();
  }

  document.addEventListener("click", onClick);
})();
