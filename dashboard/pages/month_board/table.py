"""The board as a table: a row a district, or an obligation, and a column a month."""

from collections.abc import Sequence
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, hook, named
from dashboard.model.selection import to_search
from dashboard.pages.month_board.address import REGION, BoardWish
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import (
    district_labels,
    format_labels,
    pilot_labels,
    standing_labels,
    standing_meanings,
)
from warehouse.stewardship.months.board import MONTHS_SHOWN, Board, DistrictMonth
from warehouse.stewardship.months.calendar import shift
from warehouse.stewardship.months.plan import Obligation
from warehouse.stewardship.months.scores import Scores
from warehouse.stewardship.months.standing import Cell, Standing

DELIVERIES = "/leveringen"


def board_table(board: Board, wish: BoardWish, scores: Scores) -> Component:
    """Return the board; of one place with a row for each pilot and format."""
    rows = _place_rows(board, wish) if wish.is_narrow else _rows(board, scores)
    if not rows:
        return html.P(
            _("Nothing was owed and nothing came in during these months."),
            className="shown",
        )
    caption = _("%(first)s to %(last)s, as seen on %(today)s") % {
        "first": formats.month(board.months[0]),
        "last": formats.month(board.months[-1]),
        "today": formats.day(board.today),
    }
    first = _("What is owed") if wish.is_narrow else _("District")
    months = [formats.month(month, is_short=True) for month in board.months]
    heads = [html.Th(head, scope="col") for head in (first, *months)]
    if not wish.is_narrow:
        heads += [
            html.Th(head, scope="col", className="score-head")
            for head in (_("Complete"), _("Valid"))
        ]
    table = html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr(heads)),
            html.Tbody(rows),
        ],
        className="board",
    )
    return html.Div(
        table,
        className="scroll",
        role="region",
        tabIndex=0,
        **aria_label(_("Month board")),
    )


def steps(board: Board, wish: BoardWish, path: str) -> Component:
    """Return the links to the twelve months before and after."""
    links = []
    for text, months, is_there in (
        (_("Earlier"), -MONTHS_SHOWN, board.months[0] > board.first_month),
        (_("Later"), MONTHS_SHOWN, board.months[-1] < board.last_month),
    ):
        if is_there:
            until = f"{shift(board.months[-1], months):%Y-%m}"
            query = to_search({"district": wish.code, "until": until})
            links.append(dcc.Link(text, href=path + query))
    return html.Nav(links, className="board-steps", **aria_label(_("Other months")))


def legend() -> Component:
    """Return what the words in the board mean."""
    words, meanings = standing_labels(), standing_meanings()
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(words[standing], className=f"month month-{standing}"),
                    meanings[standing],
                ]
            )
            for standing in Standing
        ],
        className="legend",
        **aria_label(_("Legend")),
    )


def _rows(board: Board, scores: Scores) -> list[Component]:
    names = district_labels()
    return [
        html.Tr(
            [
                html.Th(_name(code, names), scope="row"),
                *(html.Td(_district_cell(one, names)) for one in board.by_month(code)),
                *(
                    _score(scores.get((code, score)), score)
                    for score in ("completeness", "validity")
                ),
            ]
        )
        for code in sorted(board.districts, key=lambda code: _order(code, names))
    ]


def _order(code: str | None, names: dict[str, str]) -> tuple[bool, str]:
    return code is None, names.get(code or "", "")


def _name(code: str | None, names: dict[str, str]) -> str:
    return _("The whole region") if code is None else names.get(code, code)


def _place_rows(board: Board, wish: BoardWish) -> list[Component]:
    by_obligation: dict[Obligation, list[Cell]] = {}
    for cell in board.of_district(wish.district):
        by_obligation.setdefault(cell.owed, []).append(cell)
    texts, pilots = format_labels(), pilot_labels()
    return [
        html.Tr(
            [
                html.Th(
                    [
                        texts.get(owed.format, owed.format),
                        html.Span(
                            pilots.get(owed.pilot or "", ""), className="row-note"
                        ),
                    ],
                    scope="row",
                ),
                *(html.Td(_cell(cell, texts)) for cell in cells),
            ]
        )
        for owed, cells in by_obligation.items()
    ]


def _district_cell(one: DistrictMonth, names: dict[str, str]) -> Component:
    if not one.owed:
        return _square(one.standing, "", "")
    count = f"{one.settled}/{one.owed}" if one.owed > 1 else ""
    told = _("%(place)s, %(month)s: %(standing)s, %(settled)s of %(owed)s settled") % {
        "place": _name(one.district, names),
        "month": formats.month(one.month),
        "standing": standing_labels()[one.standing],
        "settled": one.settled,
        "owed": one.owed,
    }
    target = _target(one.district, one.month)
    return _square(one.standing, count, told, target, one.settled)


def _cell(cell: Cell, texts: dict[str, str]) -> Component:
    if cell.standing is Standing.NOT_EXPECTED:
        return _square(cell.standing, "", "")
    told = [
        f"{texts.get(cell.owed.format, cell.owed.format)}, {formats.month(cell.month)}",
        standing_labels()[cell.standing],
    ]
    if cell.due_on:
        told.append(_("due %(day)s") % {"day": formats.day(cell.due_on)})
    if cell.days_late:
        told.append(_("%(count)s days late") % {"count": cell.days_late})
    if cell.records:
        told.append(_("%(count)s records") % {"count": formats.number(cell.records)})
    if cell.declaration and cell.standing is Standing.DECLARED_EMPTY:
        told.append(f"{cell.declaration.declared_by}: {cell.declaration.reason}")
    query = {"format": cell.owed.format, "pilot": cell.owed.pilot}
    target = _target(cell.owed.district, cell.month, query)
    return _square(cell.standing, _note(cell), ", ".join(told), target, cell.records)


def _note(cell: Cell) -> str:
    """Return the second line: that it came late, or how many records it has."""
    if cell.days_late:
        return _("came late")
    return formats.number(cell.records) if cell.records else ""


def _square(
    standing: Standing,
    count: str,
    told: str,
    target: str | None = None,
    value: float | None = None,
) -> Component:
    """Return one field of the board: a word, a number, and the deliveries behind."""
    words: list[Component] = [
        html.Span(
            standing_labels()[standing],
            className="month-word",
            **named("data-standing", standing),
        ),
        html.Span(count, className="month-count", **hook("month", value)),
    ]
    if target is None:
        return html.Span(words, className=f"month month-{standing}")
    return dcc.Link(
        # Read out in full; the short words are for who sees the whole row.
        [
            html.Span(told, className="sr-only"),
            html.Span(words, **named("aria-hidden", "true")),
        ],
        href=target,
        title=told,
        className=f"month month-{standing}",
    )


def _target(
    district: str | None, month: date, query: dict[str, str | None] | None = None
) -> str:
    asked: dict[str, object] = {
        "district": district or REGION,
        "month": f"{month:%Y-%m}",
    }
    return DELIVERIES + to_search(asked | (query or {}))


def _score(value: float | None, score: str) -> Component:
    return html.Td(formats.percent(value), className="score", **hook(score, value))


def districts_of(board: Board) -> Sequence[str | None]:
    """Return the places on the board, in order of name."""
    names = district_labels()
    return sorted(board.districts, key=lambda code: _order(code, names))
