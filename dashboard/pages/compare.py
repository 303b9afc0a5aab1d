"""Two pilots side by side, and the plan of a pilot beside what happened."""

from dash.development.base_component import Component

from dashboard import queries, views
from dashboard.components.filters import choice, filter_bar
from dashboard.components.section import page_head, section
from dashboard.i18n import gettext as _
from dashboard.i18n import language
from dashboard.measures import Measures
from dashboard.pages.compare_charts import plan_and_actual, share_intervals
from dashboard.pages.compare_table import side_table
from dashboard.pages.page import Page
from dashboard.selection import Selection, allowed, to_search
from dashboard.store import Release

PATH = "/vergelijken"

DEFAULT = ("vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007")

COUNTS = [
    "signals",
    "households",
    "signals_per_month",
    "arrears_mean",
    "evictions_announced",
    "evictions_executed",
    "evictions_averted",
]
SHARES = [
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
    pilots = views.options(release).pilot
    names = queries.pilot_labels(release, language())
    chosen = _choose(query, pilots)
    sides = [
        views.measures(release, Selection(pilot=pilot), language()) for pilot in chosen
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
            _plan(pilot, side, head)
            for pilot, side, head in zip(chosen, sides, heads, strict=True)
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
        [
            share_intervals(sides, heads, SHARES),
            side_table(sides, heads, [*COUNTS, *SHARES]),
        ],
    )


def _plan(pilot: str, side: Measures, head: str) -> Component:
    return section(
        f"plan-{pilot}",
        _("Plan and actual: %(pilot)s") % {"pilot": head},
        side.indicator("plan_actual").definition,
        [plan_and_actual(pilot, side)],
    )
