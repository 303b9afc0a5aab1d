"""The notes in a list; one's own can be changed and removed there."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.release.view import View
from dashboard.server.context import identity
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.identity import Right
from warehouse.ledger.view_tables import Annotation


def note_list(view: View, notes: Sequence[Annotation]) -> list[Component]:
    """Return the notes, the newest month first, or that there are none."""
    if not notes:
        return [html.P(_("No notes beside this choice."), className="chart-empty")]
    return [html.Ul([_item(view, note) for note in reversed(notes)], className="notes")]


def _item(view: View, note: Annotation) -> Component:
    is_own = note.user_id == identity().user_id and identity().may(Right.ANNOTATE)
    return html.Li(
        [
            html.Div(
                [
                    html.Span(formats.month(note.month), className="note-month"),
                    html.Span(_place(view, note), className="note-place"),
                    html.Span(note.written_by, className="note-by"),
                ],
                className="note-head",
            ),
            _editor(note) if is_own else html.P(note.text, className="note-text"),
        ],
        className="note",
        **named("data-note", str(note.annotation_id)),
    )


def _place(view: View, note: Annotation) -> str:
    parts = []
    if note.district:
        parts.append(view.labels("district").get(note.district, note.district))
    if note.pilot:
        parts.append(view.labels("pilot").get(note.pilot, note.pilot))
    return " · ".join(parts) or _("everywhere")


def _editor(note: Annotation) -> Component:
    """The words of one's own note in a field, with what can be done to it."""
    month = formats.month(note.month)
    return html.Div(
        [
            dmc.TextInput(
                id={"type": "note-words", "note": note.annotation_id},
                value=note.text,
                debounce=True,
                className="note-words",
                **aria_label(_("Note at %(month)s") % {"month": month}),
            ),
            _button("note-change", note, _("Change")),
            _button("note-remove", note, _("Remove")),
        ],
        className="note-editor",
    )


def _button(kind: str, note: Annotation, text: str) -> Component:
    name = _("%(action)s the note at %(month)s") % {
        "action": text,
        "month": formats.month(note.month),
    }
    return html.Button(
        text,
        id={"type": kind, "note": note.annotation_id},
        type="button",
        className="button",
        **aria_label(name),
    )
