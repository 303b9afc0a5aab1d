"""The notes beside a view, and how a chart over months shows them."""

from collections.abc import Sequence
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component
from flask import g

from dashboard import figures
from dashboard.components.chart import Table, chart
from dashboard.figures.parts import Figure
from dashboard.model.measures import Indicator
from dashboard.model.selection import Selection, to_search
from dashboard.server.context import identity, ledger
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.identity import Right
from warehouse.ledger.view_tables import Annotation
from warehouse.notes.beside_a_view import read_annotations

PATH = "/notities"


def read_notes(selection: Selection) -> list[Annotation]:
    """Return the notes that belong beside a view, in order of their month.

    They are read once a request, however many charts show them.
    """
    place = (selection.district, selection.pilot)
    known: dict[tuple[str | None, str | None], list[Annotation]]
    known = g.setdefault("notes", {})
    if place not in known:
        known[place] = _read_notes(selection)
    return known[place]


def _read_notes(selection: Selection) -> list[Annotation]:
    asker = identity()
    with ledger().reading() as session:
        return read_annotations(
            session, asker, district=selection.district, pilot=selection.pilot
        )


def show_notes_of(selection: Selection) -> None:
    """Say which view the page of this request shows; its charts have those notes."""
    g.noted = selection


def noted_chart(
    name: str,
    title: str,
    figure: Figure,
    *,
    months: Sequence[date],
    summary: str,
    table: Table,
    indicator: Indicator | None = None,
) -> Component:
    """Return a chart over `months` with the notes of the page's view marked in it.

    They stand in the summary and in the table too, and under the chart in full.
    """
    selection = g.get("noted", Selection())
    notes = [note for note in read_notes(selection) if note.month in set(months)]
    numbers = {month: place for place, month in enumerate(_months_of(notes), 1)}
    marks = {
        formats.month(month, is_short=True): f"{n}" for month, n in numbers.items()
    }
    return html.Div(
        [
            chart(
                name,
                title,
                figures.mark_months(figure, marks) if marks else figure,
                summary=" ".join([summary, *map(note_text, notes)]),
                table=_with_notes(table, months, notes) if notes else table,
                indicator=indicator,
            ),
            _listed(notes, numbers, selection),
        ],
        className="noted",
    )


def note_text(note: Annotation) -> str:
    """Return a note in one line, with its month."""
    return _("Note at %(month)s: %(text)s.") % {
        "month": formats.month(note.month),
        "text": note.text.rstrip("."),
    }


def _months_of(notes: Sequence[Annotation]) -> list[date]:
    return list(dict.fromkeys(note.month for note in notes))


def _with_notes(
    table: Table, months: Sequence[date], notes: Sequence[Annotation]
) -> Table:
    """The table with a column of notes; its rows stand in the order of `months`."""
    head, body = table
    texts = {
        month: "; ".join(note.text for note in notes if note.month == month)
        for month in months
    }
    rows = [[*row, texts[month]] for row, month in zip(body, months, strict=True)]
    return [*head, _("Notes")], rows


def _listed(
    notes: Sequence[Annotation], numbers: dict[date, int], selection: Selection
) -> Component:
    listed = [
        html.Li(
            [
                html.Span(f"{numbers[note.month]}", className="note-mark"),
                html.Span(formats.month(note.month), className="note-month"),
                html.Span(note.text, className="note-text"),
                html.Span(note.written_by, className="note-by"),
            ]
        )
        for note in notes
    ]
    return html.Div(
        [html.Ul(listed, className="notes") if listed else None, _link(selection)],
        className="notes-below",
    )


def _link(selection: Selection) -> Component | None:
    """The way to add a note, for who may."""
    if not identity().may(Right.ANNOTATE):
        return None
    place = {"district": selection.district, "pilot": selection.pilot}
    return dcc.Link(
        _("Add a note to a month"), href=PATH + to_search(place), className="note-add"
    )
