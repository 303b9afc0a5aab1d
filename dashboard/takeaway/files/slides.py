"""A document as slides: the figures first, then a slide per chart, with notes."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length, Pt

from dashboard.takeaway.files.about import facts, source
from dashboard.takeaway.files.document import (
    Block,
    Card,
    Chart,
    Document,
    Heading,
    Paragraph,
    Table,
)
from dashboard.takeaway.files.plot import Plot, read_plot
from dashboard.takeaway.files.slide_charts import add_chart
from dashboard.takeaway.files.slide_text import (
    INK,
    INNER,
    LEFT,
    MUTED,
    TOP,
    style,
    write,
    write_card,
)
from warehouse.messages import message

_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_BODY, _BELOW = Inches(4.85), Inches(6.25)
_CARDS_A_SLIDE = 8
_MOST_ROWS, _MOST_COLUMNS = 14, 8
_ITEMS_A_SLIDE = 9
_MOST_BELOW, _ONE_LINE = 280, 150
_TITLE_ONLY = 5


def slides_bytes(document: Document) -> bytes:
    """Return the document as a PowerPoint file with editable charts."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    deck.core_properties.title = document.title
    deck.core_properties.author = "Eropaf Monitor"
    deck.core_properties.subject = document.view
    deck.core_properties.language = document.language
    _Slides(deck, document).fill()
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


class _Slides:
    """Fills a deck, part by part, each slide under the heading of its part."""

    def __init__(self, deck: Deck, document: Document) -> None:
        self._deck = deck
        self._document = document
        self._definitions = dict(document.definitions)
        self._part = document.title
        self._words: list[str] = []

    def fill(self) -> None:
        """Add every slide; the words of a part stand on the first slide of it."""
        self._front()
        for is_cards, group in groupby(
            self._document.blocks, lambda block: isinstance(block, Card)
        ):
            blocks = list(group)
            if is_cards:
                self._cards([block for block in blocks if isinstance(block, Card)])
                continue
            for block in blocks:
                self._add(block)
        self._rest()

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._rest()
                self._part = block.text
            case Chart():
                self._chart(block)
            case Table():
                self._table(block, block.title)
            case Paragraph():
                self._words.append(block.text)

    def _front(self) -> None:
        slide = self._slide(self._document.title)
        lines = [self._document.view, self._document.as_of]
        write(slide, TOP, [one for one in lines if one], 24, MUTED)
        about = [f"{name}: {text}" for name, text in facts(self._document)[3:]]
        write(slide, Inches(3.4), about, 16, INK)

    def _cards(self, cards: Sequence[Card]) -> None:
        for at in range(0, len(cards), _CARDS_A_SLIDE):
            shown = cards[at : at + _CARDS_A_SLIDE]
            slide = self._slide(self._part, [card.label for card in shown])
            for place, card in enumerate(shown):
                write_card(slide, card, place)
            if sum(map(len, self._words)) <= _ONE_LINE:
                self._say_below(slide, Inches(6.5))

    def _chart(self, chart: Chart) -> None:
        plot = read_plot(chart.figure)
        if plot is None and chart.table is None:
            return
        if plot is None:
            self._table(chart.table, chart.title, chart.summary)
            return
        self._rest_if_long()
        slide = self._slide(chart.title, [chart.title], [chart.summary])
        box = (LEFT, TOP, INNER, _room(plot))
        add_chart(slide.shapes, plot, box)
        frame = slide.shapes[-1]
        frame.name = chart.title
        frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.summary)
        self._say_below(slide, _BELOW)

    def _table(self, table: Table | None, title: str, summary: str = "") -> None:
        if table is None or not table.rows:
            return
        self._rest()
        left = len(table.rows) - _MOST_ROWS
        more = message("takeaway.more_rows", count=left).text(self._document.language)
        notes = [*([summary] if summary else []), *([more] if left > 0 else [])]
        slide = self._slide(title, [title], notes)
        columns = min(len(table.head), _MOST_COLUMNS)
        rows = [table.head, *table.rows[:_MOST_ROWS]]
        height = Emu(int(Inches(0.3)) * len(rows))
        shape = slide.shapes.add_table(len(rows), columns, LEFT, TOP, INNER, height)
        for place, row in enumerate(rows):
            for column in range(columns):
                value = row[column] if column < len(row) else None
                cell = shape.table.cell(place, column)
                cell.text = "" if value is None else str(value)
                cell.margin_top = cell.margin_bottom = Pt(1)
                for paragraph in cell.text_frame.paragraphs:
                    paragraph.font.size = Pt(10)

    def _say_below(self, slide: Slide, top: Length) -> None:
        """Write the words of the part below its first figure."""
        if self._words:
            write(slide, top, self._words, 12, MUTED)
            self._words = []

    def _rest_if_long(self) -> None:
        if sum(map(len, self._words)) > _MOST_BELOW:
            self._rest()

    def _rest(self) -> None:
        """Give words that stand below no figure a slide of their own."""
        for at in range(0, len(self._words), _ITEMS_A_SLIDE):
            slide = self._slide(self._part)
            write(slide, TOP, self._words[at : at + _ITEMS_A_SLIDE], 16, INK)
        self._words = []

    def _slide(
        self, title: str, labels: Sequence[str] = (), more: Sequence[str] = ()
    ) -> Slide:
        """A slide with its title, its source below, and notes for who presents it."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = (
            *(LEFT, Inches(0.35)),
            *(INNER, Inches(0.9)),
        )
        head.text_frame.text = title
        head.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        head.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        style(head.text_frame.paragraphs[0], 28, INK, is_bold=True)
        line = [source(self._document)]
        write(slide, Inches(7.0), line, 10, MUTED)
        notes = [*more, *self._meanings(labels), *_said(self._document)]
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)
        return slide

    def _meanings(self, labels: Sequence[str]) -> Iterator[str]:
        for label in labels:
            if self._definitions.get(label):
                yield f"{label}: {self._definitions[label]}"


def _said(document: Document) -> list[str]:
    return [f"{name}: {text}" for name, text in facts(document)]


def _room(plot: Plot) -> Length:
    """How high a chart is: few bars would look lost on a whole slide."""
    if plot.kind != "rows":
        return _BODY
    needed = Inches(0.9 + 0.55 * len(plot.labels))
    return Emu(min(int(_BODY), int(needed)))
