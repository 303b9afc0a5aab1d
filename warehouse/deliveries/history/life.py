"""The life of one delivery: its steps, what it changed, and where it is released."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from warehouse.deliveries.history.listing import read_delivery
from warehouse.deliveries.outcome import Outcome
from warehouse.identity import Identity
from warehouse.ledger.tables import Delivery, Explanation, SignOff, State
from warehouse.releases.reading import Record, open_release, read_rows
from warehouse.releases.store import current_release, list_releases
from warehouse.settings import Settings

_COMPARISONS = """
select earlier_delivery_id, relation, entity, added, changed, vanished, unchanged
from quality.delivery_comparisons
where delivery_id = $delivery_id
order by earlier_delivery_id, entity
"""

MOST_DIFFERENCES = 500
"""More than this are counted above, but not all listed."""

# The key of a record is a pseudonym of somebody: the place in the file is enough.
_DIFFERENCES = f"""
select
    earlier_delivery_id,
    entity,
    difference,
    month,
    sheet,
    row_number,
    earlier_sheet,
    earlier_row_number,
    changed_fields,
from quality.delivery_differences
where delivery_id = $delivery_id
order by earlier_delivery_id, entity, difference, row_number, earlier_row_number
limit {MOST_DIFFERENCES}
"""


@dataclass(frozen=True)
class Step:
    """One change of a delivery's state; older steps do not say who took them."""

    state: State
    happened_at: datetime
    actor: str | None
    reason: str | None


@dataclass(frozen=True)
class Presence:
    """A kept release that holds the delivery."""

    release_id: str
    built_at: datetime
    as_of: date
    is_published: bool


@dataclass(frozen=True)
class Life:
    """All that is known of a delivery, without a value that identifies anybody."""

    outcome: Outcome
    received_at: datetime
    replaces: str | None
    replaced_by: str | None
    steps: tuple[Step, ...]
    sign_offs: tuple[SignOff, ...]
    explanations: tuple[Explanation, ...]
    releases: tuple[Presence, ...]
    comparisons: tuple[Record, ...]
    differences: tuple[Record, ...]


def read_life(settings: Settings, who: Identity, delivery_id: str) -> Life:
    """The life of a delivery that `who` may see.

    Raises UserError without the right to read deliveries, and for a delivery that
    does not exist or is of another district: the answer is the same.
    """
    delivery = read_delivery(settings, who, delivery_id)
    comparisons, differences = _differences(settings, delivery_id)
    return Life(
        outcome=Outcome.of(delivery),
        received_at=delivery.received_at,
        replaces=delivery.replaces,
        replaced_by=delivery.replaced_by,
        steps=_steps(delivery),
        sign_offs=tuple(delivery.sign_offs),
        explanations=tuple(delivery.explanations),
        releases=tuple(_presences(settings, delivery_id)),
        comparisons=tuple(comparisons),
        differences=tuple(differences),
    )


def _steps(delivery: Delivery) -> tuple[Step, ...]:
    return tuple(
        Step(event.state, event.happened_at, event.actor, event.reason)
        for event in delivery.events
    )


def _presences(settings: Settings, delivery_id: str) -> list[Presence]:
    """The kept releases that hold the delivery, the newest first."""
    current = current_release(settings)
    published = current.release_id if current else None
    return [
        Presence(one.release_id, one.built_at, one.as_of, one.release_id == published)
        for one in list_releases(settings)
        if any(held.delivery_id == delivery_id for held in one.deliveries)
    ]


def _differences(
    settings: Settings, delivery_id: str
) -> tuple[Sequence[Record], Sequence[Record]]:
    """What the published release says of the delivery beside an earlier one."""
    if not settings.warehouse_file.exists():
        return (), ()
    asked = {"delivery_id": delivery_id}
    with open_release(settings) as connection:
        return (
            read_rows(connection, _COMPARISONS, asked),
            read_rows(connection, _DIFFERENCES, asked),
        )
