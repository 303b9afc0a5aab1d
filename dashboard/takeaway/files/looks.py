"""Sizes, colours and room of the parts of a PDF."""

from reportlab.lib.colors import HexColor
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD = "Vera", "VeraBd"

_INK, _MUTED, _LINE = HexColor("#16252f"), HexColor("#4b5b66"), HexColor("#d5dde2")
_SOFT, _BLUE = HexColor("#f4f7f9"), HexColor("#0b5c8f")


def _style(name: str, size: float, **changes: object) -> ParagraphStyle:
    base = {
        "fontName": PLAIN,
        "fontSize": size,
        "leading": size * 1.35,
        "textColor": _INK,
        "splitLongWords": True,
    }
    return ParagraphStyle(name, **(base | changes))


STYLES = {
    "title": _style("title", 18, fontName=BOLD, spaceAfter=3),
    "lead": _style("lead", 9.5, textColor=_MUTED, spaceAfter=6),
    "h2": _style("h2", 12.5, fontName=BOLD, spaceBefore=12, spaceAfter=3),
    "h3": _style("h3", 9, fontName=BOLD, spaceBefore=8, spaceAfter=4),
    "text": _style("text", 8, spaceAfter=5),
    "item": _style("item", 8, spaceAfter=2, leftIndent=12, firstLineIndent=-10),
    "fact": _style("fact", 7.5, textColor=_MUTED, spaceAfter=2),
    "caption": _style("caption", 7, textColor=_MUTED, spaceBefore=3, spaceAfter=5),
    "head": _style("head", 6.8, fontName=BOLD),
    "cell": _style("cell", 6.8),
    "card_label": _style("card_label", 7.5, fontName=BOLD),
    "card_value": _style("card_value", 15, fontName=BOLD, textColor=_BLUE),
    "card_line": _style("card_line", 6.5, textColor=_MUTED),
}
"""The looks of every kind of text."""

TABLE_LOOKS = [
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, _MUTED),
    ("LINEBELOW", (0, 1), (-1, -1), 0.3, _LINE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
]

CARD_LOOKS = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("BACKGROUND", (0, 0), (-1, -1), _SOFT),
    ("INNERGRID", (0, 0), (-1, -1), 4, HexColor("#ffffff")),
    ("LEFTPADDING", (0, 0), (-1, -1), 8),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
]


def register() -> None:
    """Make the letters known; they come with reportlab, so nothing is fetched."""
    for name in (PLAIN, BOLD):
        registerFont(TTFont(name, f"{name}.ttf"))
    addMapping(PLAIN, 0, 0, PLAIN)
    addMapping(PLAIN, 1, 0, BOLD)


register()
