"""The words of slides: lines, and the number of a card in its box."""

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.slide import Slide
from pptx.text.text import _Paragraph
from pptx.util import Emu, Inches, Length, Pt

from dashboard.takeaway.files.document import Card

INK, MUTED = RGBColor(0x16, 0x25, 0x2F), RGBColor(0x4B, 0x5B, 0x66)
_BLUE, _SOFT = RGBColor(0x0B, 0x5C, 0x8F), RGBColor(0xF4, 0xF7, 0xF9)

LEFT, INNER, TOP = Inches(0.6), Inches(12.13), Inches(1.35)
"""Where the content of a slide starts, and how wide it is."""

_CARDS_A_ROW, _SHORT = 4, 9


def write(
    slide: Slide, top: Length, lines: Sequence[str], size: int, color: RGBColor
) -> None:
    """Write lines below each other, from `top` down."""
    frame = slide.shapes.add_textbox(LEFT, top, INNER, Inches(0.4)).text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.space_after = Pt(size / 2)
        style(paragraph, size, color)


def write_card(slide: Slide, card: Card, place: int) -> None:
    """Write a number with all that belongs to it; `place` counts boxes from zero."""
    row, column = divmod(place, _CARDS_A_ROW)
    box = slide.shapes.add_textbox(
        Emu(LEFT + column * Inches(3.077)),
        Emu(TOP + row * Inches(2.6)),
        Inches(2.9),
        Inches(2.5),
    )
    box.fill.solid()
    box.fill.fore_color.rgb = _SOFT
    frame = box.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.text = card.label
    style(frame.paragraphs[0], 14, INK, is_bold=True)
    value = frame.add_paragraph()
    value.text = card.value
    # Words in place of a number need less size to fit.
    is_long = len(card.value) > _SHORT
    style(value, 16 if is_long else 28, _BLUE, is_bold=True)
    for line in card.lines:
        paragraph = frame.add_paragraph()
        paragraph.text = line
        style(paragraph, 11, MUTED)


def style(
    paragraph: _Paragraph, size: int, color: RGBColor, *, is_bold: bool = False
) -> None:
    """Give a paragraph its size, colour and weight."""
    paragraph.font.size = Pt(size)
    paragraph.font.bold = is_bold
    paragraph.font.color.rgb = color
