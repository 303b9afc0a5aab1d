"""The overview: the questions of a manager, each with its answer."""

import sys

from dash import html
from dash.development.base_component import Component

from dashboard.charts.figures_page import figures_page
from dashboard.charts.funnel_chart import funnel
from dashboard.components.section import section
from dashboard.pages.overview.changes import changes
from dashboard.pages.overview.marks import marks
from dashboard.pages.overview.themes import theme_cards
from dashboard.pages.overview.ways import ways
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/"


def title() -> str:
    """Return the name of the page."""
    return _("Overview")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the overview of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _sections)


def _sections(view: View) -> list[Component]:
    return [
        html.P(
            _(
                "Bars: the months. Dots: the districts, the line across them the "
                "region; a filled dot is the district that was chosen."
            ),
            className="intro",
        ),
        html.Div(theme_cards(view), className="themes"),
        ways(view),
        marks(view),
        *changes(view),
        section(
            "way",
            _("Where signals end up"),
            _("Every step has its own denominator: who could have taken that step."),
            [funnel(view.values)],
        ),
    ]
