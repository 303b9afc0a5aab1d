"""The month board: what each district owes, what came in, and what is missing."""

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.components.filters import choice
from dashboard.components.list_filters import list_filters
from dashboard.components.section import page_head, section
from dashboard.model.selection import to_search
from dashboard.pages.month_board import actions, forms, reminders
from dashboard.pages.month_board.address import REGION, BoardWish
from dashboard.pages.month_board.table import board_table, legend, steps
from dashboard.server.context import demand, settings
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels
from warehouse.identity import Identity, Right
from warehouse.stewardship.months.board import Board, read_board
from warehouse.stewardship.months.calendar import shift
from warehouse.stewardship.months.scores import read_scores

PATH = "/maandbord"
RIGHT = Right.READ_DELIVERIES
GROUP = "work"
NEEDS_RELEASE = False


def title() -> str:
    """Return the name of the page."""
    return _("Month board")


def render(_release: Release | None, query: dict[str, str]) -> Page:
    """Build the page; `query` may name a district and the last month shown."""
    who = demand(RIGHT)
    wish = BoardWish.from_query(query)
    board = read_board(settings(), who, wish.until)
    content = [
        page_head(title(), _("What each district owes every month, and what came in")),
        _filters(board, wish, who),
        html.Div(board_part(board, wish, who), id=actions.BOARD),
        forms.forms(board, who),
        section(
            "reminders",
            _("Reminders"),
            _("For each district of which something is late: a text to copy."),
            reminders.reminders(board, who, wish.district),
        ),
    ]
    return Page(title(), content, to_search(wish.as_query(board)))


def board_part(board: Board, wish: BoardWish, who: Identity) -> list[Component]:
    """Return the board itself, which an action draws anew."""
    scores = read_scores(settings(), who, board.months)
    return [
        steps(board, wish, PATH),
        board_table(board, wish, scores),
        legend(),
        _without_month(board),
    ]


def register(app: Dash) -> None:
    """Connect the forms of the page."""
    actions.register(app, board_part)


def _filters(board: Board, wish: BoardWish, who: Identity) -> Component:
    names = district_labels()
    places = [(code, names[code]) for code in names if who.sees(code)]
    if who.sees(None):
        places.append((REGION, _("The whole region")))
    span = (board.last_month.year - board.first_month.year) * 12
    span += board.last_month.month - board.first_month.month
    months = [shift(board.last_month, -back) for back in range(span + 1)]
    return list_filters(
        [
            choice("district", _("District"), wish.code, places, _("All districts")),
            choice(
                "until",
                _("Twelve months up to"),
                f"{board.months[-1]:%Y-%m}",
                [(f"{month:%Y-%m}", formats.month(month)) for month in months],
            ),
        ],
        PATH,
    )


def _without_month(board: Board) -> Component:
    if not board.without_month:
        return html.Div()
    text = _(
        "Of %(count)s deliveries the month is not known yet: they name none and are in "
        "no release."
    )
    return html.P(
        [
            text % {"count": formats.number(len(board.without_month))},
            " ",
            html.A(_("See the deliveries"), href="/leveringen"),
        ],
        className="shown",
    )
