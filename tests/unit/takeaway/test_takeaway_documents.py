"""A PDF and slides hold the numbers of the page, in words, charts and tables."""

import random
import re
from io import BytesIO

import pytest
from components import draw
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Inches
from pypdf import PdfReader
from sqlalchemy import select
from taken import FIGURE_PAGES, cards_of, document, sheets, take

from dashboard.release import view_values
from dashboard.server.context import ledger, store
from dashboard.takeaway.files.document import Card, Chart
from dashboard.takeaway.files.forms import document_bytes
from dashboard.takeaway.files.plot import Plot, Series, read_plot
from dashboard.takeaway.files.slide_charts import add_chart
from tests.accounts import acting
from warehouse.ledger.account_tables import AuditEntry

DRAWN = ["/", "/meldingen", "/bereik", "/resultaten", "/deurwaarder", "/plan"]


@pytest.fixture(scope="module")
def states(app):
    """Some random states of the filters, the same at every run."""
    with acting(app):
        options = view_values.options(store().current())
    draw_lots = random.Random(11)
    names = [name for name in ("district", "pilot", "period") if getattr(options, name)]
    return [
        {},
        *(
            {
                name: draw_lots.choice(getattr(options, name))
                for name in draw_lots.sample(names, 1 + seed % 2)
            }
            for seed in range(5)
        ),
    ]


def words(pdf: bytes) -> str:
    """The text of a PDF without its spaces, which depend on where lines break."""
    return squeezed(
        "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def series_of(content: bytes) -> list[list[list[float | None]]]:
    """The values of every chart of a deck, by series."""
    deck = Presentation(BytesIO(content))
    return [
        [list(series.values) for series in shape.chart.plots[0].series]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart
    ]


@pytest.mark.parametrize("path", DRAWN)
def test_files_hold_the_numbers_of_the_page_in_every_state(app, states, path):
    for query in states:
        found = document(app, path, query)
        cards = cards_of(draw(app, path, query))
        text = words(document_bytes(found, "pdf"))
        for block in found.blocks:
            if isinstance(block, Card):
                assert squeezed(block.label + block.value) in text
                if block.indicator_id:
                    key = block.indicator_id, block.category
                    assert block.number == cards[key]
        drawn = [
            plot
            for block in found.blocks
            if isinstance(block, Chart) and (plot := read_plot(block.figure))
        ]
        made = series_of(document_bytes(found, "pptx"))
        assert len(made) == len(drawn)
        for values, plot in zip(made, drawn, strict=True):
            if plot.kind != "curve":
                assert values == [list(one.values) for one in plot.series]


def test_the_states_differ(app, states):
    found = [str(cards_of(draw(app, "/bereik", query))) for query in states]
    assert len(set(found)) > 2


@pytest.mark.parametrize("path", FIGURE_PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_can_be_a_document_and_slides(app, path, language):
    found = document(app, path, language=language)
    pdf = PdfReader(BytesIO(document_bytes(found, "pdf")))
    assert pdf.metadata.title == found.title
    assert pdf.trailer["/Root"]["/Lang"] == language
    assert pdf.outline
    last = squeezed(pdf.pages[-1].extract_text())
    assert "Uitgavefirst" in last or "Releasefirst" in last
    deck = Presentation(BytesIO(document_bytes(found, "pptx")))
    assert deck.slides[0].shapes.title.text == found.title
    for slide in deck.slides:
        assert "first" in slide.notes_slide.notes_text_frame.text


def test_intervals_of_a_page_are_error_bars_in_slides(app):
    found = document(app, "/bereik")
    deck = Presentation(BytesIO(document_bytes(found, "pptx")))
    charts = [one for slide in deck.slides for one in slide.shapes if one.has_chart]
    assert any("errBars" in chart.chart._chartSpace.xml for chart in charts)


@pytest.mark.parametrize("form", ["pdf", "pptx", "xlsx"])
def test_a_page_comes_in_every_form_and_leaves_a_trace(app, client, form):
    answer = take(client, form, "/resultaten", language="en")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    with app.server.app_context(), ledger().reading() as session:
        last = session.scalars(
            select(AuditEntry).order_by(AuditEntry.entry_id.desc())
        ).first()
    assert (last.action, last.object_id) == ("taken_away", "/resultaten")
    assert last.detail["form"] == form


def test_small_numbers_stay_out_of_the_files_of_who_may_not_see_them(app):
    shown = document(app, "/bereik", role="coordinator")
    hidden = document(app, "/bereik", role="viewer")
    assert (shown.sees_small, hidden.sees_small) == (True, False)
    lines = [one.lines[0] for one in shown.blocks if isinstance(one, Card)]
    counts = {squeezed(line) for line in lines if re.match(r"\d+ van \d+", line)}
    assert counts
    for form, read in (("pdf", words), ("pptx", said), ("xlsx", cells)):
        seen, unseen = (read(document_bytes(one, form)) for one in (shown, hidden))
        for count in counts:
            assert count in seen
            assert count not in unseen


def test_the_workbook_in_a_chart_runs_nothing():
    evil = Plot("rows", ["=1+1"], [Series("=2+2", [1.0], "#0b5c8f")], is_share=False)
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    chart = add_chart(slide.shapes, evil, (Inches(1),) * 4)
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value]
    assert " =1+1" in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}


def said(content: bytes) -> str:
    """All words on and below slides, without their spaces."""
    deck = Presentation(BytesIO(content))
    frames = [
        shape.text_frame
        for slide in deck.slides
        for shape in [*slide.shapes, *slide.notes_slide.shapes]
        if shape.has_text_frame
    ]
    return squeezed(" ".join(frame.text for frame in frames))


def cells(content: bytes) -> str:
    """All cells of a workbook, without their spaces."""
    return squeezed(str(list(sheets(content).values())))
