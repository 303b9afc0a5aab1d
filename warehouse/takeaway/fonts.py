"""The letters of documents, which are put into the file: readers need not have them."""

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD = "Vera", "VeraBd"


def register() -> None:
    """Make the letters known; they come with reportlab, so nothing is fetched."""
    for name in (PLAIN, BOLD):
        registerFont(TTFont(name, f"{name}.ttf"))
    addMapping(PLAIN, 0, 0, PLAIN)
    addMapping(PLAIN, 1, 0, BOLD)


register()
