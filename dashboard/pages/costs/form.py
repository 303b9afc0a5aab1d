"""The form with the parameters of the balance, and reading what was filled in."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.pages.costs.balance import FOR_ALL, scenario_words
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.figures.costs.parameters import SCENARIOS, CostParameter, cost_parameters

LARGEST = 1_000_000_000.0

_PER_CENT = 100


def parameter_form() -> list[Component]:
    """Return the parameters as fields, each with its source."""
    words = scenario_words()
    heads = [_("Parameter"), *(words[name] for name in SCENARIOS)]
    return [
        html.H3(_("What if? Change the parameters"), className="chart-title"),
        html.Div(
            html.Table(
                [
                    html.Caption(_("Parameters, with where they come from")),
                    html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                    html.Tbody([_row(one) for one in cost_parameters()]),
                ],
                className="side-table parameter-table",
            ),
            className="scroll",
            tabIndex=0,
            role="group",
            **aria_label(_("Parameters, with where they come from")),
        ),
        html.Div(
            [
                _for_all("prevented", _("Prevented evictions, instead of the rule")),
                _for_all("cost", _("Total cost in euros, instead of the deliveries")),
                html.Button(
                    _("Put the parameters back"),
                    id="cost-reset",
                    type="button",
                    className="button",
                ),
            ],
            className="cost-given",
        ),
    ]


def read_changes(
    given: Iterable[tuple[Mapping[str, str], Any]],
) -> dict[tuple[str, str], float]:
    """Return the usable numbers of the fields; the browser may send anything."""
    units = {one.name: one.unit for one in cost_parameters()}
    changes: dict[tuple[str, str], float] = {}
    for field, value in given:
        name, of = field.get("name"), field.get("scenario")
        is_known = (name in units and of in SCENARIOS) or (
            name in ("prevented", "cost") and of == FOR_ALL
        )
        number = _number(value)
        if is_known and number is not None:
            is_share = units.get(name or "") == "share"
            changes[name or "", of or ""] = (
                min(number, _PER_CENT) / _PER_CENT if is_share else number
            )
    return changes


def _number(value: object) -> float | None:
    """The number, when it is one that an amount can be."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if isfinite(value) and 0 <= value <= LARGEST else None


def _row(one: CostParameter) -> Component:
    is_english = language() == "en"
    label = one.label_en if is_english else one.label_nl
    return html.Tr(
        [
            html.Th(
                [
                    html.Span(label, className="parameter-label"),
                    html.Span(
                        one.source_en if is_english else one.source_nl,
                        className="parameter-source",
                    ),
                ],
                scope="row",
            ),
            *(html.Td(_field(one, name, label)) for name in SCENARIOS),
        ]
    )


def _field(one: CostParameter, name: str, label: str) -> Component:
    value = one.values[name]
    return dmc.NumberInput(
        id={"type": "cost", "name": one.name, "scenario": name},
        value=value * _PER_CENT if one.unit == "share" else value,
        prefix="€ " if one.unit == "euro" else "",
        suffix=" %" if one.unit == "share" else "",
        **_notation(),
        **aria_label(f"{label}, {scenario_words()[name].lower()}"),
    )


def _for_all(name: str, label: str) -> Component:
    return dmc.NumberInput(
        id={"type": "cost", "name": name, "scenario": FOR_ALL},
        label=label,
        className="filter",
        **_notation(),
    )


def _notation() -> dict[str, Any]:
    marks = formats.separators()
    return {
        "min": 0,
        "max": LARGEST,
        "decimalScale": 2,
        "decimalSeparator": marks[0],
        "thousandSeparator": marks[1],
        "hideControls": True,
        "debounce": 400,
    }
