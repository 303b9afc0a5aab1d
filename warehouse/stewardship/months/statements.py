"""What is said about a month: nothing to deliver, or a later last day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from seeds.formats import formats
from warehouse.accounts.access import require, require_place
from warehouse.accounts.audit import record
from warehouse.identity import Identity, Right
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.month_tables import DueDate, MonthDeclaration
from warehouse.messages import user_error
from warehouse.privacy.free_text import check_free_text
from warehouse.settings import Settings
from warehouse.standard.places import districts, pilots


def declare_nothing(
    settings: Settings,
    who: Identity,
    month: date,
    reason: str,
    *,
    district: str | None,
    pilot: str | None = None,
    source_format: str | None = None,
) -> MonthDeclaration:
    """Keep the word that there is nothing to deliver about a month.

    Without `source_format` it goes for everything that the district owes, without
    `district` for the region. Raises UserError without the right or a reason, for a
    place of somebody else, a place or format that does not exist, and for a month
    that was declared before.
    """
    require(who, Right.DELIVER, Right.PLAN_MONTHS)
    require_place(who, district)
    _check_codes(district, pilot, source_format)
    said = _written(reason)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        _fail_when_declared(session, month, district, pilot, source_format)
        declaration = MonthDeclaration(
            district=district,
            pilot=pilot,
            format=source_format,
            month=month.replace(day=1),
            reason=said,
            declared_by=who.name,
            declared_at=datetime.now(UTC),
        )
        session.add(declaration)
        session.flush()
        _note(session, who, "month.declare_empty", declaration)
        return declaration


def take_back(
    settings: Settings, who: Identity, declaration_id: int, reason: str
) -> MonthDeclaration:
    """Let a declaration no longer hold; it stays in the history.

    Raises UserError without the right or a reason, and when there is no such
    declaration that holds, or it is of another place: the answer is the same.
    """
    require(who, Right.DELIVER, Right.PLAN_MONTHS)
    said = _written(reason)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        declaration = session.get(MonthDeclaration, declaration_id)
        if (
            declaration is None
            or declaration.taken_back_at
            or not who.sees(declaration.district)
        ):
            raise user_error("month.unknown_declaration")
        declaration.taken_back_reason = said
        declaration.taken_back_by = who.name
        declaration.taken_back_at = datetime.now(UTC)
        _note(session, who, "month.take_back", declaration)
        return declaration


def put_off(
    settings: Settings,
    who: Identity,
    month: date,
    due_on: date,
    reason: str,
    *,
    district: str | None,
) -> DueDate:
    """Give a district (None: the region) another last day for what it owes.

    Raises UserError without the right or a reason, for an unknown district, and for a
    day that does not lie after the month.
    """
    require(who, Right.PLAN_MONTHS)
    require_place(who, district)
    _check_codes(district, None, None)
    said = _written(reason)
    if due_on.replace(day=1) <= month.replace(day=1):
        raise user_error("month.due_too_early")
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        due = DueDate(
            district=district,
            month=month.replace(day=1),
            due_on=due_on,
            reason=said,
            set_by=who.name,
            set_at=datetime.now(UTC),
        )
        session.add(due)
        session.flush()
        where = {"district": district, "month": f"{month:%Y-%m}", "due_on": due_on}
        record(session, who, "month.put_off", "due_date", str(due.due_date_id), **where)
        return due


def list_declarations(settings: Settings, who: Identity) -> list[MonthDeclaration]:
    """Every declaration about a place of `who`, the latest first."""
    require(who, Right.READ_DELIVERIES)
    query = select(MonthDeclaration).order_by(MonthDeclaration.declaration_id.desc())
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return [one for one in session.scalars(query) if who.sees(one.district)]


def list_due_dates(settings: Settings, who: Identity) -> list[DueDate]:
    """Every day that was put off, in the order in which that was done."""
    require(who, Right.READ_DELIVERIES)
    query = select(DueDate).order_by(DueDate.due_date_id)
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return [one for one in session.scalars(query) if who.sees(one.district)]


def latest_due_dates(
    due_dates: Sequence[DueDate],
) -> dict[tuple[str | None, date], date]:
    """The last day that holds, by district and month."""
    return {(one.district, one.month): one.due_on for one in due_dates}


def _written(reason: str) -> str:
    said = check_free_text(reason)
    if said is None:
        raise user_error("month.no_reason")
    return said


def _check_codes(
    district: str | None, pilot: str | None, source_format: str | None
) -> None:
    is_known = (
        (district is None or district in districts())
        and (pilot is None or pilot in pilots())
        and (source_format is None or source_format in formats())
    )
    if not is_known:
        raise user_error("month.unknown_place")


def _fail_when_declared(
    session: Session,
    month: date,
    district: str | None,
    pilot: str | None,
    source_format: str | None,
) -> None:
    same = select(MonthDeclaration).where(
        MonthDeclaration.taken_back_at.is_(None),
        MonthDeclaration.month == month.replace(day=1),
        MonthDeclaration.district.is_not_distinct_from(district),
        MonthDeclaration.pilot.is_not_distinct_from(pilot),
        MonthDeclaration.format.is_not_distinct_from(source_format),
    )
    if session.scalars(same).first():
        raise user_error("month.declared_already")


def _note(
    session: Session, who: Identity, action: str, declaration: MonthDeclaration
) -> None:
    record(
        session,
        who,
        action,
        "month_declaration",
        str(declaration.declaration_id),
        district=declaration.district,
        month=f"{declaration.month:%Y-%m}",
        pilot=declaration.pilot,
        format=declaration.format,
    )
