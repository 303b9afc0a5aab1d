"""What can be said on the month board: nothing this month, taken back, put off."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.forms import (
    Options,
    button,
    choice_part,
    day_field,
    form,
    select,
    standing_choice,
    text_area,
)
from dashboard.components.section import section
from dashboard.pages.month_board.address import REGION
from dashboard.server.context import settings
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels, format_labels
from warehouse.identity import Identity, Right
from warehouse.ledger.month_tables import MonthDeclaration
from warehouse.stewardship.months.board import Board
from warehouse.stewardship.months.statements import list_declarations

EVERYTHING = "everything"
CHOICE = "back-choice"


def forms(board: Board, who: Identity) -> Component:
    """Return the forms that `who` may use; an empty part when there is none."""
    parts: list[Component] = []
    if who.may(Right.DELIVER) or who.may(Right.PLAN_MONTHS):
        parts += [_declare(board, who), _take_back(who)]
    if who.may(Right.PLAN_MONTHS):
        parts.append(_put_off(board, who))
    if not parts:
        return html.Div()
    return section(
        "statements",
        _("Nothing this month"),
        _("Say why a month has nothing to report, or needs more time. Write no names."),
        parts,
    )


def places(who: Identity) -> Options:
    """Return the places that `who` may speak for."""
    names = district_labels()
    own = [(code, names[code]) for code in names if who.sees(code)]
    return [*own, (REGION, _("The whole region"))] if who.sees(None) else own


def _declare(board: Board, who: Identity) -> Component:
    texts = format_labels()
    what = [(EVERYTHING, _("Everything of that month")), *texts.items()]
    return form(
        _("Declare that there is nothing"),
        [
            _place("declare-place", who),
            _month("declare-month", board),
            select("declare-format", _("What"), what, EVERYTHING),
            text_area("declare-reason", _("Why")),
            button("declare", _("Nothing this month")),
        ],
        "declare-answer",
    )


def _take_back(who: Identity) -> Component:
    return form(
        _("Take a declaration back"),
        [
            choice_part(CHOICE, standing_declarations(who)),
            text_area("back-reason", _("Why")),
            button("back", _("Take back"), "plain"),
        ],
        "back-answer",
    )


def _put_off(board: Board, who: Identity) -> Component:
    return form(
        _("Give more time"),
        [
            _place("off-place", who),
            _month("off-month", board),
            day_field("off-day", _("New last day")),
            text_area("off-reason", _("Why")),
            button("off", _("Set the day"), "plain"),
        ],
        "off-answer",
    )


def _place(name: str, who: Identity) -> Component:
    options = places(who)
    return select(name, _("District"), options, options[0][0] if options else None)


def _month(name: str, board: Board) -> Component:
    options = [
        (f"{month:%Y-%m}", formats.month(month)) for month in reversed(board.months)
    ]
    return select(name, _("Month"), options, options[0][0])


def standing_declarations(who: Identity) -> list[Component]:
    """Return the choice of a declaration that holds, which `who` may take back."""
    texts, names = format_labels(), district_labels()
    options = [
        (str(one.declaration_id), _described(one, texts, names))
        for one in list_declarations(settings(), who)
        if one.taken_back_at is None
    ]
    return standing_choice("back-which", _("Declaration"), options)


def _described(
    one: MonthDeclaration, texts: dict[str, str], names: dict[str, str]
) -> str:
    what = texts.get(one.format, one.format) if one.format else _("everything")
    place = names.get(one.district or "", _("The whole region"))
    return f"{place}, {formats.month(one.month)}, {what} ({one.declared_by})"
