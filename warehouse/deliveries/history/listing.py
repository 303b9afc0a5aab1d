"""The list of deliveries, narrowed to what somebody looks for and may see."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from warehouse.accounts.access import require
from warehouse.deliveries.outcome import SEVERITIES
from warehouse.identity import Identity, Right
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import Delivery, DeliveryFinding, SignOff, State
from warehouse.messages import user_error
from warehouse.settings import Settings
from warehouse.stewardship.months.received import read_received

REGION = "region"
"""Asks for the deliveries that belong to no district."""


@dataclass(frozen=True)
class Wish:
    """What is looked for; None is everything.

    `month` is the month that a delivery is about, `text` stands in its file name or
    its id.
    """

    state: State | None = None
    district: str | None = None
    format: str | None = None
    pilot: str | None = None
    month: date | None = None
    text: str | None = None


@dataclass(frozen=True)
class Listed:
    """One delivery as a line of the list; `findings` counts them by severity."""

    delivery_id: str
    file_name: str
    state: State
    format: str | None
    district: str | None
    pilot: str | None
    period: date | None
    received_at: datetime
    rows_read: int
    rows_rejected: int
    findings: Mapping[str, int]
    signed_by: str | None


def list_visible(
    settings: Settings, who: Identity, wish: Wish | None = None
) -> list[Listed]:
    """The deliveries that `who` may see and `wish` asks for, the latest first.

    Raises UserError without the right to read deliveries.
    """
    require(who, Right.READ_DELIVERIES)
    asked = wish or Wish()
    brought = _deliveries_about(settings, who, asked)
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        rows = session.execute(_query(who, asked)).all()
        chosen = [one for one in rows if brought is None or one.delivery_id in brought]
        ids = [one.delivery_id for one in chosen]
        found, signed = _findings(session, ids), _signers(session, ids)
    return [
        Listed(
            **one._mapping,
            findings=found.get(one.delivery_id, {}),
            signed_by=signed.get(one.delivery_id),
        )
        for one in chosen
    ]


def _query(who: Identity, wish: Wish) -> Select[*tuple[Any, ...]]:
    query = select(
        Delivery.delivery_id,
        Delivery.file_name,
        Delivery.state,
        Delivery.format,
        Delivery.district,
        Delivery.pilot,
        Delivery.period,
        Delivery.received_at,
        Delivery.rows_read,
        Delivery.rows_rejected,
    ).order_by(Delivery.received_at.desc(), Delivery.delivery_id)
    if who.districts is not None:
        query = query.where(Delivery.district.in_(who.districts))
    for column, value in (
        (Delivery.state, wish.state),
        (Delivery.format, wish.format),
        (Delivery.pilot, wish.pilot),
    ):
        if value is not None:
            query = query.where(column == value)
    if wish.text:
        part = f"%{_escaped(wish.text)}%"
        query = query.where(
            or_(
                Delivery.file_name.ilike(part, escape="\\"),
                Delivery.delivery_id.ilike(part, escape="\\"),
            )
        )
    return _in_district(query, wish)


def _in_district(
    query: Select[*tuple[Any, ...]], wish: Wish
) -> Select[*tuple[Any, ...]]:
    # With a month, the records say the district: the file may be about several.
    if wish.district is None or wish.month is not None:
        return query
    code = None if wish.district == REGION else wish.district
    return query.where(Delivery.district.is_not_distinct_from(code))


def _deliveries_about(
    settings: Settings, who: Identity, wish: Wish
) -> Collection[str] | None:
    """The deliveries about the month asked for; None when none is."""
    if wish.month is None:
        return None
    arrivals = read_received(settings, who).arrivals
    return {
        one.delivery_id
        for one in arrivals
        if one.month == wish.month
        and wish.district in (None, REGION, one.owed.district)
    }


def _escaped(text: str) -> str:
    """The text as it stands, also where the database sees a wild card."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _findings(session: Session, ids: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    counted = session.execute(
        select(DeliveryFinding.delivery_id, DeliveryFinding.severity, func.count())
        .where(DeliveryFinding.delivery_id.in_(ids))
        .group_by(DeliveryFinding.delivery_id, DeliveryFinding.severity)
    )
    found: dict[str, Counter[str]] = {}
    for delivery_id, severity, count in counted:
        found.setdefault(delivery_id, Counter())[severity] += count
    return {
        one: {name: counts[name] for name in SEVERITIES if counts[name]}
        for one, counts in found.items()
    }


def _signers(session: Session, ids: Sequence[str]) -> Mapping[str, str]:
    """Who declared each delivery fit for use, as long as that holds."""
    said = session.scalars(
        select(SignOff)
        .where(SignOff.delivery_id.in_(ids))
        .order_by(SignOff.sign_off_id)
    )
    last = {one.delivery_id: one for one in said}
    return {one: sign.signed_by for one, sign in last.items() if sign.is_fit}


def visible_delivery(session: Session, who: Identity, delivery_id: str) -> Delivery:
    """The delivery with its findings and history.

    Raises UserError without the right to read deliveries, and the same UserError for
    one of another district as for one that does not exist.
    """
    require(who, Right.READ_DELIVERIES)
    delivery = get_delivery(session, delivery_id)
    if not who.sees(delivery.district):
        raise user_error("ledger.unknown_delivery", delivery_id=delivery_id)
    return delivery


def read_delivery(settings: Settings, who: Identity, delivery_id: str) -> Delivery:
    """The delivery as `visible_delivery` gives it, readable without its session."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return visible_delivery(session, who, delivery_id)
