"""Reminders to the districts of which something is late, ready to be copied."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import named
from dashboard.pages.month_board.table import districts_of
from dashboard.words.i18n import LANGUAGES
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels
from warehouse.identity import Identity
from warehouse.stewardship.months.board import Board
from warehouse.stewardship.months.reminders import write_reminder
from warehouse.stewardship.months.standing import OVERDUE


def reminders(board: Board, who: Identity, district: str | None) -> list[Component]:
    """Return a reminder in both languages for each district; `district` comes open."""
    written = [
        _reminder(board, who, code, is_open=code is not None and code == district)
        for code in districts_of(board)
        if any(one.standing in OVERDUE for one in board.of_district(code))
    ]
    if not written:
        return [html.P(_("Nothing is late in these months."), className="shown")]
    return written


def _reminder(
    board: Board, who: Identity, district: str | None, *, is_open: bool
) -> Component:
    name = district_labels().get(district or "", _("The whole region"))
    overdue = sum(one.standing in OVERDUE for one in board.of_district(district))
    summary = _("%(place)s: %(count)s not in yet") % {
        "place": name,
        "count": overdue,
    }
    texts = [
        _text(
            district or "region",
            language,
            name,
            write_reminder(board, who, district, language),
        )
        for language in LANGUAGES
    ]
    return html.Details(
        [html.Summary(summary), html.Div(texts, className="reminder-texts")],
        open=is_open,
        className="reminder",
    )


def _text(code: str, language: str, place: str, text: str | None) -> Component:
    field = f"reminder-{code}-{language}"
    label = _("Reminder for %(place)s (%(language)s)") % {
        "place": place,
        "language": LANGUAGES[language],
    }
    return html.Div(
        [
            dmc.Textarea(
                id=field,
                label=label,
                value=text or "",
                readOnly=True,
                autosize=True,
                minRows=6,
                maxRows=24,
                attributes={"input": {"lang": language}},
            ),
            html.Button(
                _("Copy"),
                type="button",
                className="button",
                **named("data-copies", field),
                **named("data-copied", _("Copied")),
            ),
        ]
    )
