"""Any two districts, pilots, ways of working, corporations or periods side by side."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.figures_page import standard_choices
from dashboard.components.filters import choice, filter_bar
from dashboard.components.section import message, page_head, section
from dashboard.model.measures import Measures
from dashboard.model.selection import allowed, to_search
from dashboard.pages.compare import charts, funnel
from dashboard.pages.compare.differences import Pair
from dashboard.pages.compare.sides import Side, choose_sides, side_choices
from dashboard.pages.compare.table import Themes, side_table
from dashboard.release import definition_queries, view_values
from dashboard.release.view import View, read_view
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import catalogue_words
from dashboard.words.i18n import gettext as _

PATH = "/vergelijken"

FILTERS = ("period", "district", "pilot")
"""What may hold for both sides."""

SHARES = (
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
    "feedback_on_time_share",
    "examined_on_time_share",
    "bailiff_during_share",
    "bailiff_after_share",
    "arrears_again_share",
    "recidivism_signal_6",
)
"""The shares that are drawn, and of which one is held against the regional mean."""

_USUAL_SHARE = "reached_share"


def title() -> str:
    """Return the name of the page."""
    return _("Compare")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the comparison of the sides `left` and `right` of `query`."""
    view = read_view(release, {key: query[key] for key in query if key in FILTERS})
    sides = choose_sides(query, view.options)
    share = allowed(query.get("share"), SHARES) or _USUAL_SHARE
    heads = [side.label(view) for side in sides]
    both = dict(zip(("left", "right"), (side.text for side in sides), strict=False))
    common = {name: getattr(view.selection, name) for name in FILTERS}
    search = to_search({**both, **common, "share": share})
    if len(heads) < 2:  # noqa: PLR2004  a comparison takes two
        return Page(title(), [page_head(title(), ""), _nothing()], search)
    values = [
        view_values.measures(release, side.within(view.selection), view.language)
        for side in sides
    ]
    themes = _themes(view, values)
    content = [
        page_head(
            title(),
            _("%(a)s beside %(b)s") % {"a": heads[0], "b": heads[1]},
            values[0].as_of or values[1].as_of,
        ),
        _filters(view, sides, share),
        _side_by_side(sides, themes, heads),
        _around_the_mean(view, share),
        _all_figures(themes, heads),
    ]
    return Page(title(), content, search)


def _filters(view: View, sides: Sequence[Side], share: str) -> Component:
    choices = side_choices(view)
    indicators = view.values.catalogue
    shares = [(name, indicators[name].label) for name in SHARES if name in indicators]
    return filter_bar(
        [
            choice("left", _("First side"), sides[0].text, choices),
            choice("right", _("Second side"), sides[1].text, choices),
            *standard_choices(view, FILTERS),
            choice("share", _("Share in the funnel plot"), share, shares),
        ],
        PATH,
    )


def _side_by_side(
    sides: Sequence[Side], themes: Themes, heads: Sequence[str]
) -> Component:
    pairs = [pair for _name, found in themes for pair in found]
    of_name = {pair.indicator.indicator_id: pair for pair in pairs}
    drawn = [of_name[name] for name in SHARES if name in of_name]
    return section(
        "side-by-side",
        _("Side by side"),
        _(
            "The pilots chose their households in different ways: a difference is a "
            "question, not a verdict."
        ),
        [
            html.P(charts.in_words(pairs), className="compare-words"),
            html.P(_cautions(sides, pairs), className="caution"),
            charts.share_intervals(drawn, heads),
        ],
    )


def _themes(view: View, values: Sequence[Measures]) -> Themes:
    """The indicators that either side has, by theme, in the order of the catalogue."""
    words = catalogue_words.themes()
    found: dict[str, list[Pair]] = {}
    for entry in definition_queries.entries(view.release, view.language):
        pair = Pair(*(side.get(entry.indicator_id) for side in values))
        if {pair.left.state, pair.right.state} != {"not_delivered"}:
            found.setdefault(words.get(entry.theme, entry.theme), []).append(pair)
    return list(found.items())


def _cautions(sides: Sequence[Side], pairs: Sequence[Pair]) -> str:
    """What a reader must know before believing a mark."""
    judged = sum(pair.interval is not None for pair in pairs)
    parts = [
        _(
            "A difference is marked when its 95%% interval (Newcombe) excludes zero. "
            "Of %(count)s such intervals about %(chance)s would do so by chance alone."
        )
        % {"count": judged, "chance": round(judged / 20)}
    ]
    if sides[0].dimension != sides[1].dimension:
        parts.append(
            _(
                "The sides may share signals; then the interval is only a rough "
                "indication."
            )
        )
    return " ".join(parts)


def _around_the_mean(view: View, share: str) -> Component:
    if view.options.needs_district:
        content = message(
            _("Only for who sees the whole region"),
            _("This chart holds every district beside the mean of all."),
        )
    else:
        content = funnel.funnel(view, share)
    return section(
        "funnel",
        _("Chance or more than that"),
        _(
            "Small numbers swing widely. Within the lines a district does not differ "
            "from the mean by more than chance makes; beyond them it deserves a "
            "question: about its people, its way of registering, or its work."
        ),
        [content],
    )


def _all_figures(themes: Themes, heads: Sequence[str]) -> Component:
    return section(
        "all-figures",
        _("All figures"),
        _("Counts are not subtracted: the sides need not be of one size."),
        [side_table(themes, heads)],
    )


def _nothing() -> Component:
    return message(
        _("There is nothing to compare"),
        _("This release knows fewer than two sides."),
    )
