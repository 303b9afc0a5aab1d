"""A document as a PDF: text that can be selected, charts of lines, tables, notes."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby, zip_longest
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid

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
from dashboard.takeaway.files.drawing import draw
from dashboard.takeaway.files.looks import CARD_LOOKS, PLAIN, STYLES, TABLE_LOOKS
from dashboard.takeaway.files.plot import read_plot
from warehouse.messages import message

_MARGIN = 18 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_MOST_ROWS = 60
_CARDS_A_ROW = 3
_WIDEST, _NARROWEST, _LETTER = 48, 12, 4.6
_MUTED = HexColor("#4b5b66")


def pdf_bytes(document: Document) -> bytes:
    """Return the document as a PDF of A4 pages."""
    target = BytesIO()
    template = _Template(target, document)
    template.build(list(_story(document)))
    return target.getvalue()


class _Template(BaseDocTemplate):
    """Pages with a foot that says where the figures are from, and an outline."""

    def __init__(self, target: BytesIO, document: Document) -> None:
        super().__init__(
            target,
            pagesize=A4,
            leftMargin=_MARGIN,
            rightMargin=_MARGIN,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN,
            title=document.title,
            author="Eropaf Monitor",
            subject=document.view,
            lang=document.language,
            pageCompression=1,
        )
        self._document = document
        self._parts = 0
        self._level = -1
        frame = Frame(
            _MARGIN, _MARGIN, _WIDTH, A4[1] - 2 * _MARGIN, 0, 0, 0, 0, id="page"
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._foot))

    def _foot(self, canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(PLAIN, 6.5)
        canvas.setFillColor(_MUTED)
        line = simpleSplit(source(self._document), PLAIN, 6.5, _WIDTH - 25 * mm)[0]
        canvas.drawString(_MARGIN, 10 * mm, line)
        number = message("takeaway.page", number=canvas.getPageNumber())
        words = number.text(self._document.language)
        canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, words)
        canvas.restoreState()

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put every heading in the outline, so that a reader can go there."""
        level = {"title": 0, "h2": 1, "h3": 2}.get(getattr(flowable, "_role", ""))
        if level is None:
            return
        level = min(level, self._level + 1)
        self._level = level
        self._parts += 1
        name = f"part-{self._parts}"
        self.canv.bookmarkPage(name)
        self.canv.addOutlineEntry(
            flowable.getPlainText(), name, level, closed=level > 0
        )


def _story(document: Document) -> Iterator[Flowable]:
    yield _heading(document.title, "title")
    yield _words(" · ".join(filter(None, [document.view, document.as_of])), "lead")
    for name, text in facts(document)[3:]:
        yield _words(f"<b>{escape(name)}:</b> {escape(text)}", "fact", is_markup=True)
    yield Spacer(0, 6)
    for is_cards, group in groupby(document.blocks, lambda one: isinstance(one, Card)):
        blocks = list(group)
        if is_cards:
            yield _cards([one for one in blocks if isinstance(one, Card)])
            continue
        for block in blocks:
            yield from _flow(block, document)
    yield from _definitions(document)


def _flow(block: Block, document: Document) -> Iterator[Flowable]:
    match block:
        case Heading():
            yield CondPageBreak((95 if block.level == 2 else 40) * mm)  # noqa: PLR2004
            yield _heading(block.text, f"h{block.level}")
        case Paragraph():
            mark = "•  " if block.is_item else ""
            yield _words(mark + block.text, "item" if block.is_item else "text")
        case Chart():
            yield from _chart(block, document)
        case Table():
            yield _heading(block.title, "h3")
            yield from _table(block, document)


def _chart(chart: Chart, document: Document) -> Iterator[Flowable]:
    plot = read_plot(chart.figure)
    head: list[Flowable] = [_heading(chart.title, "h3")]
    if plot:
        head.append(draw(plot, _WIDTH, document.language))
    head.append(_words(chart.summary, "caption"))
    yield KeepTogether(head)
    if chart.table:
        yield from _table(chart.table, document)


def _table(table: Table, document: Document) -> Iterator[Flowable]:
    rows = [[_cell(one, "head") for one in table.head]]
    rows += [
        [_cell(one, "cell") for one in row[: len(table.head)]]
        for row in table.rows[:_MOST_ROWS]
    ]
    if not table.head or not table.rows:
        return
    yield Grid(
        rows, colWidths=_widths(table), repeatRows=1, style=TABLE_LOOKS, hAlign="LEFT"
    )
    left = len(table.rows) - _MOST_ROWS
    if left > 0:
        more = message("takeaway.more_rows", count=left).text(document.language)
        yield _words(more, "caption")
    yield Spacer(0, 8)


def _widths(table: Table) -> list[float]:
    """Give each column room for its words; a table of short ones stays narrow."""
    columns = zip_longest(table.head, *table.rows[:_MOST_ROWS], fillvalue="")
    longest = [max(len(str(one or "")) for one in column) for column in columns]
    wanted = [min(_WIDEST, max(_NARROWEST, letters)) * _LETTER for letters in longest]
    wanted = wanted[: len(table.head)]
    return [one * min(1.0, _WIDTH / sum(wanted)) for one in wanted]


def _cards(cards: Sequence[Card]) -> Flowable:
    boxes = [
        [
            _words(card.label, "card_label"),
            _words(card.value, "card_value"),
            *(_words(line, "card_line") for line in card.lines),
        ]
        for card in cards
    ]
    boxes += [[]] * (-len(boxes) % _CARDS_A_ROW)
    rows = [boxes[at : at + _CARDS_A_ROW] for at in range(0, len(boxes), _CARDS_A_ROW)]
    widths = [_WIDTH / _CARDS_A_ROW] * _CARDS_A_ROW
    last = (len(cards) - 1) % _CARDS_A_ROW + 1, len(rows) - 1
    empty = [("BACKGROUND", last, (-1, -1), white)] if last[0] < _CARDS_A_ROW else []
    return Grid(rows, colWidths=widths, style=[*CARD_LOOKS, *empty], spaceAfter=8)


def _definitions(document: Document) -> Iterator[Flowable]:
    if not document.definitions:
        return
    name = message("takeaway.definitions").text(document.language)
    yield _heading(name, "h2")
    for label, meaning in document.definitions:
        words = f"<b>{escape(label)}.</b> {escape(meaning)}"
        yield _words(words, "fact", is_markup=True)


def _heading(text: str, role: str) -> Words:
    made = _words(text, role)
    made._role = role
    return made


def _cell(value: object, role: str) -> Words:
    return _words("" if value is None else str(value), role)


def _words(text: str, role: str, *, is_markup: bool = False) -> Words:
    return Words(text if is_markup else escape(text), STYLES[role])
