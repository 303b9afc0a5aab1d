"""Loads the shipped demonstration through the intake that every delivery passes."""

import csv
from collections.abc import Callable
from datetime import date

from warehouse.deliveries.deliver import Request, deliver_file
from warehouse.deliveries.outcome import Outcome
from warehouse.deliveries.placing import Place
from warehouse.formats import REPOSITORY
from warehouse.settings import Settings

DEMONSTRATION = REPOSITORY / "seeds" / "demonstration"


def deliver_demonstration(
    settings: Settings, report: Callable[[Outcome], None]
) -> list[Outcome]:
    """Deliver every demonstration file that is not there yet; `report` hears of each.

    Returns the outcomes in the order of `deliveries.csv`.
    """
    outcomes = []
    for request in demonstration_requests():
        outcome = deliver_file(settings, request)
        report(outcome)
        outcomes.append(outcome)
    return outcomes


def demonstration_requests() -> list[Request]:
    """What an uploader would say about each demonstration file."""
    listing = DEMONSTRATION / "deliveries.csv"
    with listing.open(encoding="utf-8", newline="") as file:
        return [_request(row) for row in csv.DictReader(file)]


def _request(row: dict[str, str]) -> Request:
    period = date.fromisoformat(f"{row['period']}-01") if row["period"] else None
    return Request(
        file=DEMONSTRATION / row["file"],
        source_format=row["format"] or None,
        place=Place(row["district"] or None, row["pilot"] or None, period),
        yes=True,
    )
