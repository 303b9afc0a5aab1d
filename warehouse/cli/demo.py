"""Loads the shipped demonstration through the intake that every delivery passes."""

import csv
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, time
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from seeds.formats import REPOSITORY
from warehouse.deliveries.deliver import Request, deliver_file
from warehouse.deliveries.outcome import Outcome
from warehouse.deliveries.placing import Place
from warehouse.settings import Settings

DEMONSTRATION = REPOSITORY / "seeds" / "demonstration"
LISTING = "deliveries.csv"
RECEIVED_AT = time(9, tzinfo=UTC)
PROCESSES = 2
Row = dict[str, str]


def deliver_demonstration(
    settings: Settings, report: Callable[[Outcome], None]
) -> list[Outcome]:
    """Deliver every file of the exact pilots; `report` hears of each.

    What is there already is not loaded again. Returns the outcomes in the order of
    `deliveries.csv`.
    """
    outcomes = []
    for request in demonstration_requests():
        outcome = deliver_file(settings, request)
        report(outcome)
        outcomes.append(outcome)
    return outcomes


def deliver_city(
    settings: Settings, report: Callable[[Outcome], None]
) -> list[Outcome]:
    """Make the invented city, deliver its files and throw them away again.

    What one district sends is delivered in its own order; the checks take time, so
    two districts are delivered at once.
    """
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="eropaf-city-") as folder:
        make_city(Path(folder))
        for outcome in _deliver_at_once(settings, city_requests(Path(folder))):
            report(outcome)
            outcomes.append(outcome)
    return outcomes


def make_city(folder: Path) -> None:
    """Write the files of the invented city, always the same, and their listing."""
    maker = [sys.executable, str(DEMONSTRATION / "make_city.py"), str(folder)]
    subprocess.run(maker, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own


def demonstration_requests() -> list[Request]:
    """What an uploader would say about each file of the exact pilots."""
    return [_request(DEMONSTRATION, row) for row in _rows(DEMONSTRATION)]


def city_requests(folder: Path) -> list[list[Request]]:
    """What was said about the city's files, those of one sender together."""
    senders: dict[str, list[Request]] = {}
    for row in _rows(folder):
        senders.setdefault(row["district"], []).append(_request(folder, row))
    return list(senders.values())


def _deliver_at_once(
    settings: Settings, senders: Iterable[list[Request]]
) -> Iterator[Outcome]:
    # A fresh process shares neither locks nor databases with this one.
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for outcomes in pool.map(partial(_deliver_in_order, settings), senders):
            yield from outcomes


def _deliver_in_order(settings: Settings, requests: list[Request]) -> list[Outcome]:
    return [deliver_file(settings, request) for request in requests]


def _rows(folder: Path) -> Iterator[Row]:
    with (folder / LISTING).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _request(folder: Path, row: Row) -> Request:
    """The request of a row; only a row of the city says when its file came in."""
    period = date.fromisoformat(f"{row['period']}-01") if row["period"] else None
    received = row.get("received_on")
    return Request(
        file=folder / row["file"],
        source_format=row.get("format") or None,
        place=Place(row["district"] or None, row["pilot"] or None, period),
        yes=True,
        received_at=_moment(received) if received else None,
        is_invented=bool(received),
    )


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), RECEIVED_AT)
