"""The districts and pilots of the standard, as the seeds hold them."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from seeds.formats import STANDARD_SEEDS
from warehouse.messages import refused


@dataclass(frozen=True)
class Pilot:
    """A pilot; without a district it belongs to every one, without an end it runs."""

    name: str
    working_model: str
    district: str | None
    started_on: date
    last_day: date

    def covers(self, first: date, last: date) -> bool:
        """Whether a span of days lies within the pilot and its follow-up."""
        return self.started_on <= first and last <= self.last_day


@cache
def pilots() -> dict[str, Pilot]:
    """The pilots by name."""
    return {row["pilot"]: _pilot(row) for row in _read("pilots.csv")}


@cache
def districts() -> frozenset[str]:
    """The codes of the districts."""
    return frozenset(row["district"] for row in _read("districts.csv"))


def check_district(code: str) -> None:
    """Raise RefusedError when there is no such district."""
    if code not in districts():
        known = ", ".join(sorted(districts()))
        raise refused("place.unknown_district", code=code, known=known)


def check_pilot(code: str) -> None:
    """Raise RefusedError when there is no such pilot."""
    if code not in pilots():
        known = ", ".join(sorted(pilots()))
        raise refused("place.unknown_pilot", code=code, known=known)


def _read(name: str) -> list[dict[str, str]]:
    with (STANDARD_SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pilot(row: dict[str, str]) -> Pilot:
    last = row["followed_until"] or row["ended_on"]
    return Pilot(
        name=row["pilot"],
        working_model=row["working_model"],
        district=row["district"] or None,
        started_on=date.fromisoformat(row["started_on"]),
        last_day=date.fromisoformat(last) if last else date.max,
    )
