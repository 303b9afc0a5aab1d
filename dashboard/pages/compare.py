"""Two pilots side by side, and the plan of a pilot beside what happened."""

from dash import html
from dash.development.base_component import Component

from dashboard import figures, formats, queries, theme
from dashboard.components.attributes import aria_label, hook, marks
from dashboard.components.chart import chart
from dashboard.components.definition import definition
from dashboard.components.filters import choice, filter_bar
from dashboard.components.section import page_head, section
from dashboard.i18n import gettext as _
from dashboard.i18n import language
from dashboard.measures import Measure, Measures
from dashboard.pages.page import Page
from dashboard.selection import Selection, allowed, to_search
from dashboard.store import Release

PATH = "/vergelijken"

DEFAULT = ("vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007")

_COUNTS = [
    "signals",
    "households",
    "signals_per_month",
    "arrears_mean",
    "evictions_announced",
    "evictions_executed",
    "evictions_averted",
]
_SHARES = [
    "taken_up_share",
    "attempted_share",
    "second_attempt_share",
    "at_home_share",
    "reached_share",
    "known_before_share",
    "paid_or_arranged_share",
    "madi_contact_share",
    "accepted_share",
    "trajectory_share",
    "bailiff_during_share",
    "bailiff_after_share",
    "arrears_again_share",
]


def title() -> str:
    """Return the name of the page."""
    return _("Compare")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the comparison of the pilots `left` and `right` of `query`."""
    pilots = queries.options(release).pilots
    names = queries.pilot_labels(release, language())
    chosen = _choose(query, pilots)
    sides = [
        queries.measures(release, Selection(pilot=pilot), language())
        for pilot in chosen
    ]
    heads = [names.get(pilot, pilot) for pilot in chosen]
    as_of = sides[0].as_of
    options = [(code, names.get(code, code)) for code in pilots]
    labels = (_("First pilot"), _("Second pilot"))
    content = [
        page_head(
            title(), _("%(a)s beside %(b)s") % {"a": heads[0], "b": heads[1]}, as_of
        ),
        filter_bar(
            [
                choice(name, label, pilot, options)
                for name, label, pilot in zip(
                    ("left", "right"), labels, chosen, strict=True
                )
            ],
            PATH,
        ),
        _side_by_side(sides, heads),
        *(
            _plan(side, head)
            for side, head in zip(sides, heads, strict=True)
            if side.categories("plan_planned")
        ),
    ]
    search = to_search(dict(zip(("left", "right"), chosen, strict=True)))
    return Page(title(), content, search)


def _choose(query: dict[str, str], pilots: tuple[str, ...]) -> list[str]:
    """Return two pilots: those asked for, else the default, else what there is."""
    chosen = []
    for name, default in zip(("left", "right"), DEFAULT, strict=True):
        fallback = allowed(default, pilots) or (pilots[0] if pilots else "")
        chosen.append(allowed(query.get(name), pilots) or fallback)
    return chosen


def _side_by_side(sides: list[Measures], heads: list[str]) -> Component:
    return section(
        "side-by-side",
        _("Side by side"),
        _(
            "The pilots chose their households in different ways. A difference is "
            "worth a question when the intervals hardly overlap."
        ),
        [_dots(sides, heads), _table(sides, heads)],
    )


def _dots(sides: list[Measures], heads: list[str]) -> Component:
    shown = [
        name
        for name in _SHARES
        if any(side.get(name).state == "known" for side in sides)
    ]
    looks = [(theme.BLUE, "circle"), (theme.ORANGE, "diamond")]
    series = [
        _series(head, [side.get(name) for name in shown], *look)
        for side, head, look in zip(sides, heads, looks, strict=True)
    ]
    labels = [sides[0].indicator(name).label for name in shown]
    return chart(
        "compare",
        _("Shares with their 95% intervals"),
        figures.interval_dots(labels, series),
        summary=_("All values stand in the table below."),
        table=(
            [_("Indicator"), *heads],
            [
                [label, *(_cell_text(side.get(name)) for side in sides)]
                for label, name in zip(labels, shown, strict=True)
            ],
        ),
    )


def _series(
    name: str, measures: list[Measure], color: str, symbol: str
) -> figures.Series:
    return figures.Series(
        name,
        [item.value for item in measures],
        color,
        symbol,
        lower=[item.lower for item in measures],
        upper=[item.upper for item in measures],
        texts=[f"{name}: {_cell_text(item)}" for item in measures],
    )


def _cell_text(measure: Measure) -> str:
    if measure.state != "known":
        return formats.state_text(measure)
    parts = [formats.headline(measure)]
    if measure.denominator is not None:
        parts.append(f"({formats.fraction(measure)})")
    return " ".join(parts)


def _table(sides: list[Measures], heads: list[str]) -> Component:
    header = html.Tr(
        [html.Th(_("Indicator"), scope="col")]
        + [html.Th(head, scope="col") for head in heads]
    )
    rows = [
        html.Tr(
            [
                html.Th(
                    html.Div(
                        [
                            sides[0].indicator(name).label,
                            definition(sides[0].indicator(name)),
                        ],
                        className="row-head",
                    ),
                    scope="row",
                )
            ]
            + [_cell(side.get(name)) for side in sides]
        )
        for name in [*_COUNTS, *_SHARES]
    ]
    return html.Div(
        html.Table(
            [
                html.Caption(_("All indicators, with numerator and denominator")),
                html.Thead(header),
                html.Tbody(rows),
            ],
            className="side-table",
        ),
        className="scroll",
        tabIndex=0,
        role="group",
        **aria_label(_("Table")),
    )


def _cell(measure: Measure) -> Component:
    small = []
    if measure.state == "known" and measure.denominator is not None:
        small.append(html.Span(formats.fraction(measure), className="cell-fraction"))
    if formats.interval(measure):
        small.append(html.Span(formats.interval(measure), className="cell-interval"))
    return html.Td(
        [
            html.Span(
                formats.headline(measure),
                className="cell-value",
                **hook("value", measure.value),
            ),
            *small,
        ],
        className=f"cell-{measure.state}",
        **marks(measure),
    )


def _plan(side: Measures, head: str) -> Component:
    actual = side.categories("plan_actual")
    planned = [side.get("plan_planned", step.category) for step in actual]
    rows = [
        [
            step.label,
            formats.fraction(plan),
            formats.headline(plan),
            formats.fraction(step),
            formats.headline(step),
            formats.interval(step) or formats.NOTHING,
        ]
        for step, plan in zip(actual, planned, strict=True)
    ]
    table = (
        [
            _("Step"),
            _("Plan"),
            _("Plan, share"),
            _("Actual"),
            _("Actual, share"),
            _("95% interval"),
        ],
        rows,
    )
    series = [
        _series(_("Plan"), planned, theme.ORANGE, "diamond-open"),
        _series(_("Actual"), actual, theme.BLUE, "circle"),
    ]
    title = _("Plan and actual: %(pilot)s") % {"pilot": head}
    return section(
        "plan",
        title,
        side.indicator("plan_actual").definition,
        [
            chart(
                "plan",
                _("Share of the signals at each step"),
                figures.interval_dots([step.label for step in actual], series),
                summary=_("All values stand in the table below."),
                table=table,
                indicator=side.indicator("plan_actual"),
            )
        ],
    )
