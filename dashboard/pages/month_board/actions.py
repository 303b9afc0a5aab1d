"""What the buttons of the month board do; each draws the board anew."""

from collections.abc import Callable
from datetime import date

from dash import Dash, Input, Output, State, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.forms import attempt
from dashboard.pages.month_board.address import REGION, BoardWish
from dashboard.pages.month_board.forms import CHOICE, EVERYTHING, standing_declarations
from dashboard.server.context import demand, settings
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.identity import Identity, Right
from warehouse.messages import user_error
from warehouse.stewardship.months.board import Board, read_board
from warehouse.stewardship.months.calendar import read_month
from warehouse.stewardship.months.statements import declare_nothing, put_off, take_back

BOARD = "months-board"
DrawBoard = Callable[[Board, BoardWish, Identity], list[Component]]
Answer = tuple[object, object, object]


def register(app: Dash, draw: DrawBoard) -> None:
    """Connect the buttons; `draw` makes the board."""

    def connect(
        name: str, right: Right, fields: tuple[str, ...], action: Callable[..., str]
    ) -> None:
        @app.callback(
            Output(f"{name}-answer", "children"),
            Output(BOARD, "children", allow_duplicate=True),
            Output(CHOICE, "children", allow_duplicate=True),
            Input(name, "n_clicks"),
            State("address", "search"),
            *(State(f"{name}-{field}", "value") for field in fields),
            prevent_initial_call=True,
        )
        def act(clicks: int | None, search: str | None, *values: str | None) -> Answer:
            who = demand(right)
            if not clicks:
                raise PreventUpdate
            said, is_done = attempt(lambda: action(who, *values))
            return (said, *(_drawn(who, search, draw) if is_done else _unchanged()))

    connect("declare", Right.DELIVER, ("place", "month", "format", "reason"), _declare)
    connect("back", Right.DELIVER, ("which", "reason"), _take_back)
    connect("off", Right.PLAN_MONTHS, ("place", "month", "day", "reason"), _put_off)


def _drawn(who: Identity, search: str | None, draw: DrawBoard) -> tuple[object, object]:
    wish = BoardWish.from_search(search)
    board = read_board(settings(), who, wish.until)
    return draw(board, wish, who), standing_declarations(who)


def _unchanged() -> tuple[object, object]:
    return no_update, no_update


def _declare(
    who: Identity,
    place: str | None,
    month: str | None,
    source_format: str | None,
    reason: str | None,
) -> str:
    about = _month(month)
    declare_nothing(
        settings(),
        who,
        about,
        reason or "",
        district=None if place == REGION else place or "",
        source_format=None if source_format == EVERYTHING else source_format,
    )
    return _("Kept: there was nothing to report about %(month)s.") % {
        "month": formats.month(about)
    }


def _take_back(who: Identity, which: str | None, reason: str | None) -> str:
    number = int(which) if which and which.isdecimal() else 0
    taken = take_back(settings(), who, number, reason or "")
    return _("The declaration about %(month)s was taken back.") % {
        "month": formats.month(taken.month)
    }


def _put_off(
    who: Identity,
    place: str | None,
    month: str | None,
    day: str | None,
    reason: str | None,
) -> str:
    due = put_off(
        settings(),
        who,
        _month(month),
        _day(day),
        reason or "",
        district=None if place == REGION else place or "",
    )
    return _("The new last day for %(month)s is %(day)s.") % {
        "month": formats.month(due.month),
        "day": formats.day(due.due_on),
    }


def _month(text: str | None) -> date:
    month = read_month(text)
    if month is None:
        raise user_error("month.no_month")
    return month


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        raise user_error("month.no_day") from None
