"""The balance of cost and benefit in three scenarios, as a table and as a chart."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.components.attributes import hook, named
from dashboard.components.chart import chart
from dashboard.components.table_in_sight import in_sight
from dashboard.model.measures import Measures
from dashboard.release.view import View
from dashboard.server import theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.figures.costs.balance import Balance, Effort, weigh
from warehouse.figures.costs.parameters import SCENARIOS, scenario

Changes = Mapping[tuple[str, str], float]
"""Numbers filled in, by the name of a parameter and of a scenario."""

FOR_ALL = "all"
"""The scenario of what is filled in for all three at once."""


def scenario_words() -> dict[str, str]:
    """Return the names of the scenarios."""
    return {"low": _("Low"), "middle": _("Middle"), "high": _("High")}


def effort_of(values: Measures) -> Effort:
    """Return what was counted; what may not be shown does not count."""
    return Effort(
        attempts=values.get("visit_attempts").value,
        service_hours=values.get("service_hours").value,
        claimed=values.get("cost_total").value,
        averted=values.get("target_evictions_averted").value,
    )


def balances(effort: Effort, changes: Changes) -> dict[str, Balance]:
    """Return the balance of every scenario, with the changes put in."""
    found = {}
    for name in SCENARIOS:
        own = {key: value for (key, of), value in changes.items() if of == name}
        found[name] = weigh(
            effort,
            scenario(name, own),
            prevented=changes.get(("prevented", FOR_ALL)),
            cost=changes.get(("cost", FOR_ALL)),
        )
    return found


def shown_balances(view: View, found: Mapping[str, Balance]) -> list[Component]:
    """Return the outcome of every scenario in a chart and in a table."""
    has_amounts = any(
        one.benefit is not None or one.cost is not None for one in found.values()
    )
    return [*([_chart(found)] if has_amounts else []), _table(view, found)]


def _chart(found: Mapping[str, Balance]) -> Component:
    words = scenario_words()
    series = [
        _bars(_("Benefit"), [one.benefit for one in found.values()], theme.GREEN, ""),
        _bars(_("Cost"), [one.cost for one in found.values()], theme.ORANGE, "/"),
    ]
    net = [
        f"{words[name].lower()}: {formats.euro(one.net)}" for name, one in found.items()
    ]
    head = ["", *(words[name] for name in found)]
    body = [
        [label, *(formats.euro(getattr(one, field)) for one in found.values())]
        for field, label in (
            ("benefit", _("Benefit")),
            ("cost", _("Cost")),
            ("net", _("Benefit less cost")),
        )
    ]
    return chart(
        "balance",
        _("Benefit and cost in three scenarios"),
        figures.paired_bars(
            [words[name] for name in found], series, prefix=formats.tick_prefix("euro")
        ),
        summary=_("Benefit less cost: %(net)s.") % {"net": "; ".join(net)},
        table=(head, body),
    )


def _bars(
    name: str, values: list[float | None], color: str, pattern: str
) -> figures.Series:
    texts = [formats.euro(value) for value in values]
    return figures.Series(name, values, color, pattern=pattern, texts=texts)


def _table(view: View, found: Mapping[str, Balance]) -> Component:
    words = scenario_words()
    heads = [_("What comes out"), *(words[name] for name in found)]
    name = _("Cost and benefit in three scenarios")
    return in_sight(
        "balance",
        name,
        [
            html.Caption(name),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([_row(view, found, *line) for line in _lines(found)]),
        ],
        "balance-table",
    )


def _lines(found: Mapping[str, Balance]) -> list[tuple[str, str]]:
    is_estimated = any(one.is_estimated for one in found.values())
    return [
        ("prevented", _("Prevented evictions (assumed)")),
        ("benefit", _("Benefit")),
        ("for_corporation", _("of which for the corporation")),
        ("for_others", _("of which for municipality and society")),
        (
            "cost",
            _("Cost (reckoned from hours)") if is_estimated else _("Cost"),
        ),
        ("net", _("Benefit less cost")),
        ("per_euro", _("Benefit of every euro of cost")),
    ]


def _row(view: View, found: Mapping[str, Balance], field: str, label: str) -> Component:
    cells = [
        html.Td(
            _text(view, field, getattr(one, field)),
            **hook(field, getattr(one, field)),
            **named("data-category", name),
        )
        for name, one in found.items()
    ]
    return html.Tr([html.Th(label, scope="row"), *cells], className=f"balance-{field}")


def _text(view: View, field: str, value: float | None) -> str:
    if value is None:
        return _why_not(view, field)
    if field == "prevented":
        return formats.number(value, 1)
    if field == "per_euro":
        return formats.number(value, 2)
    return formats.euro(value)


def _why_not(view: View, field: str) -> str:
    """Say what is missing: a figure that was not delivered is not a zero."""
    sources = ["cost_total"] if field == "cost" else ["target_evictions_averted"]
    if field in ("net", "per_euro"):
        sources = ["target_evictions_averted", "cost_total"]
    states = [formats.state_text(view.values.get(name)) for name in sources]
    return next((text for text in states if text), _("Not applicable"))
