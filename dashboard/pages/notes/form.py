"""The form in which a note is written."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.section import section
from dashboard.model.periods import Period
from dashboard.release.view import View
from dashboard.server.context import identity
from dashboard.words.i18n import gettext as _
from warehouse.identity import Right
from warehouse.notes.annotations import LONGEST_TEXT

ALL_PLACES = "all"
"""What stands for everywhere in the choice of a district or pilot."""


def note_form(view: View) -> list[Component]:
    """Return the form for who may write; nothing for others."""
    if not identity().may(Right.ANNOTATE):
        return []
    return [
        section(
            "write-note",
            _("Write a note"),
            _(
                "A few words about what happened: a new covenant, a partner who "
                "stopped. Never about a person."
            ),
            [
                html.Div(
                    [
                        html.Div(_places(view), className="filter-row"),
                        dmc.Textarea(
                            id="note-text",
                            label=_("What happened"),
                            description=_("At most %(n)s characters")
                            % {"n": LONGEST_TEXT},
                            debounce=True,
                            autosize=True,
                            minRows=2,
                        ),
                        html.Button(
                            _("Keep the note"),
                            id="note-save",
                            type="button",
                            className="button button-strong",
                        ),
                    ],
                    className="note-form",
                ),
                html.P(id="note-said", role="status", className="note-said"),
            ],
        )
    ]


def _places(view: View) -> list[Component]:
    months = [code for code in view.options.period if _is_month(code)]
    months.sort(reverse=True)
    labels = view.labels("period")
    everywhere = not view.options.needs_district
    return [
        _select("note-month", _("Month"), [(code, labels[code]) for code in months]),
        _select(
            "note-district",
            _("District"),
            [
                *([(ALL_PLACES, _("All districts"))] if everywhere else []),
                *_named(view, "district"),
            ],
            view.selection.district,
        ),
        _select(
            "note-pilot",
            _("Pilot"),
            [(ALL_PLACES, _("All pilots")), *_named(view, "pilot")],
            view.selection.pilot,
        ),
    ]


def _is_month(code: str) -> bool:
    period = Period.parse(code)
    return period is not None and period.kind == "month"


def _named(view: View, dimension: str) -> list[tuple[str, str]]:
    labels = view.labels(dimension)
    return [(code, labels.get(code, code)) for code in getattr(view.options, dimension)]


def _select(
    name: str, label: str, options: list[tuple[str, str]], value: str | None = None
) -> Component:
    codes = [code for code, _label in options]
    return dmc.Select(
        id=name,
        label=label,
        value=value if value in codes else (codes[0] if codes else None),
        data=[{"value": code, "label": text} for code, text in options],
        allowDeselect=False,
        comboboxProps={"withinPortal": False},
        withScrollArea=False,
        styles={"dropdown": {"maxHeight": 300, "overflowY": "auto"}},
        attributes={"dropdown": {"tabIndex": 0}},
        className="filter",
    )
