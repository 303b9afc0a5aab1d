"""A reminder to the senders of a district, ready to be copied."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import groupby

from babel.dates import format_date

from seeds.formats import formats
from warehouse.accounts.access import require, require_place
from warehouse.identity import Identity, Right
from warehouse.messages import message
from warehouse.standard.labels import district_label, partner_label, pilot_label
from warehouse.stewardship.months.board import Board
from warehouse.stewardship.months.standing import OVERDUE, Cell

ANSWER_DAYS = 7
"""Within so many days the reminder asks for an answer."""


def write_reminder(
    board: Board, who: Identity, district: str | None, language: str
) -> str | None:
    """The text for a district (None: the region); None when nothing is overdue.

    Names every month shown of which something is missing, who was to send it and by
    when it was due. Raises UserError without the right, or for another's district.
    """
    require(who, Right.READ_DELIVERIES)
    require_place(who, district)
    overdue = [one for one in board.of_district(district) if one.standing in OVERDUE]
    if not overdue:
        return None
    until = board.today + timedelta(days=ANSWER_DAYS)
    say = _sayer(language)
    place = district_label(district, language)
    return "\n\n".join(
        [
            say("subject", district=place),
            say("to", senders=", ".join(_senders(board, overdue, place, language))),
            say("opening"),
            say("missing", district=place),
            "\n".join(_lines(board, overdue, language)),
            say("ask", until=format_date(until, "d MMMM yyyy", language)),
            say("nothing"),
            say("closing"),
            say("signature"),
        ]
    )


def _sayer(language: str) -> Callable[..., str]:
    def say(key: str, **values: object) -> str:
        return message(f"reminder.{key}", **values).text(language)

    return say


def _senders(
    board: Board, overdue: Iterable[Cell], place: str, language: str
) -> list[str]:
    """The organisations that were to send something, each once."""
    senders = [board.senders.get(cell.owed) for cell in overdue]
    return list(
        dict.fromkeys(
            partner_label(sender, language) if sender else place for sender in senders
        )
    )


def _lines(board: Board, overdue: list[Cell], language: str) -> Iterable[str]:
    """One line for each obligation, with its months and when each was due."""
    say = _sayer(language)
    for owed, cells in groupby(overdue, key=lambda cell: cell.owed):
        declared = formats()[owed.format].label(language)
        what = (
            f"{declared} ({pilot_label(owed.pilot, language)})"
            if owed.pilot
            else (declared)
        )
        months = ", ".join(
            say(
                "month",
                month=format_date(cell.month, "MMMM yyyy", language),
                due=format_date(cell.due_on, "d MMMM yyyy", language),
            )
            for cell in cells
        )
        yield f"- {what}: {months}"
