"""Finding the rows of a person's household, in landing and in the kept releases."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow.parquet as pq

from seeds.formats import formats
from warehouse.erasure.gathering import View, gather
from warehouse.erasure.landed_rows import Row, keys_of, rows_of
from warehouse.erasure.marks import Keys, hashed
from warehouse.erasure.released_rows import released_keys
from warehouse.ledger.connection import Ledger
from warehouse.ledger.deliveries import list_deliveries
from warehouse.ledger.tables import Delivery
from warehouse.privacy.pseudonyms import load_pseudonyms
from warehouse.releases.landing import landing_file
from warehouse.releases.store import DATABASE_NAME, list_releases
from warehouse.settings import Settings

Rows = Mapping[str, list[Row]]
"""Rows by the delivery that they are in."""
Place = tuple[str, Row]
"""A row with the delivery that it is in."""


@dataclass(frozen=True)
class Found:
    """The rows of a household, and the marks by which its rows are recognised."""

    rows: Rows
    marks: frozenset[str]

    @property
    def count(self) -> int:
        """The number of rows."""
        return sum(map(len, self.rows.values()))


def search(settings: Settings, ledger: Ledger, asked: frozenset[str]) -> Found:
    """Find every row that bears one of the marks, or one of a found row's marks."""
    pseudonyms = load_pseudonyms(settings)
    found = _search(settings, ledger, asked, lambda marks: marks)
    return Found(found.rows, hashed(found.marks, pseudonyms))


def search_again(settings: Settings, ledger: Ledger, kept: frozenset[str]) -> Found:
    """Find the rows that bear marks as they are kept; their household's too."""
    pseudonyms = load_pseudonyms(settings)
    return _search(settings, ledger, kept, lambda marks: hashed(marks, pseudonyms))


def _search(
    settings: Settings, ledger: Ledger, asked: frozenset[str], seen_as: View
) -> Found:
    found, marks = gather(lambda: all_keys(settings, ledger), asked, seen_as)
    rows: dict[str, list[Row]] = defaultdict(list)
    for delivery_id, row in sorted(found, key=_in_order):
        rows[delivery_id].append(row)
    return Found(rows, marks)


def _in_order(place: Place) -> tuple[str, str, int]:
    delivery_id, (sheet, number) = place
    return delivery_id, sheet or "", number


def all_keys(settings: Settings, ledger: Ledger) -> Iterator[tuple[Place, Keys]]:
    """The keys of every row in a landing file, or only in a kept release."""
    with ledger.reading() as session:
        deliveries = list_deliveries(session)
    landed = [
        one
        for one in deliveries
        if landing_file(settings.landing_dir, one.delivery_id).exists()
    ]
    for delivery in landed:
        yield from _landed_keys(settings, delivery)
    pseudonyms = load_pseudonyms(settings)
    known = [one.delivery_id for one in landed]
    for release in list_releases(settings):
        if all(one.delivery_id in known for one in release.deliveries):
            continue
        file = settings.releases_dir / release.release_id / DATABASE_NAME
        for delivery_id, row, keys in released_keys(file, known, pseudonyms):
            yield (delivery_id, row), keys


def _landed_keys(
    settings: Settings, delivery: Delivery
) -> Iterator[tuple[Place, Keys]]:
    file = landing_file(settings.landing_dir, delivery.delivery_id)
    table = pq.read_table(file)
    all_keys = keys_of(
        table,
        formats()[delivery.format or ""],
        delivery.delivery_id,
        delivery.district,
        load_pseudonyms(settings),
    )
    for row, keys in zip(rows_of(table), all_keys, strict=True):
        yield (delivery.delivery_id, row), keys
