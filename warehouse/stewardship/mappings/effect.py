"""What a mapping would change, before anybody saves it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from seeds.formats import Column, formats
from seeds.rows import read_seed
from warehouse.releases.reading import Record, open_release, read_rows
from warehouse.settings import Settings
from warehouse.stewardship.mappings.held_rows import count_rows_with_text
from warehouse.stewardship.mappings.record import MappingRequest, key_of
from warehouse.stewardship.mappings.waiting import WaitingText, waiting_texts

_TOUCHED = """
select
    delivery_id,
    format,
    district,
    column_name,
    count(*) as rows,
from quality.unmapped_values
where
    code_list = $code_list
    and source_code = $source_code
    and ($format::varchar is null or format = $format)
    and ($district::varchar is null or district = $district)
    and ($valid_from::date is null or code_date >= $valid_from::date)
    and ($valid_to::date is null or code_date <= $valid_to::date)
group by delivery_id, format, district, column_name
order by delivery_id, district, column_name
"""

_CODE_NOW = """
select general_code
from staging.stg_standard__code_mappings
where code_list = $code_list and source_code = $source_code
"""


@dataclass(frozen=True)
class Touched:
    """Rows of one delivery and district that would get the code."""

    delivery_id: str
    format: str
    district: str | None
    column_name: str
    rows: int


@dataclass(frozen=True)
class Effect:
    """What a mapping changes in the next release.

    `touched` are the rows that nobody mapped in the published release, `waiting` those
    of deliveries that are in no release yet. `rows_with_text` counts the rows of the
    accepted deliveries that hold the text at all: what these have more than `touched`
    has a code already, and changes only where the new mapping is more specific, or
    later than another steward's. `code_now` is the code that the text has everywhere.
    """

    request: MappingRequest
    source_code: str
    code_now: str | None
    touched: tuple[Touched, ...]
    waiting: tuple[WaitingText, ...]
    rows_with_text: int
    indicators: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Rows of the published release that get the code."""
        return sum(one.rows for one in self.touched)

    @property
    def waiting_rows(self) -> int:
        """Rows of waiting deliveries that get it."""
        return sum(one.occurrences for one in self.waiting)

    @property
    def places(self) -> tuple[Touched | WaitingText, ...]:
        """Where something changes."""
        return (*self.touched, *self.waiting)

    @property
    def deliveries(self) -> tuple[str, ...]:
        """The deliveries in which something changes, each once."""
        return tuple(dict.fromkeys(one.delivery_id for one in self.places))

    @property
    def districts(self) -> tuple[str | None, ...]:
        """The districts in which something changes, each once, by name."""
        names = {one.district for one in self.places}
        return tuple(sorted(names, key=lambda name: name or ""))


def effect_of(settings: Settings, request: MappingRequest) -> Effect:
    """What the mapping would change; the request was checked before.

    Without a release only the waiting deliveries are known.
    """
    key = key_of(request)
    rows, code_now = _in_release(settings, request, key)
    touched = tuple(Touched(**row) for row in rows)
    waiting = tuple(
        text for text in waiting_texts(settings) if _is_about(request, key, text)
    )
    places = {(one.format, one.column_name) for one in touched}
    places |= {(one.format, one.column_name) for one in waiting}
    return Effect(
        request=request,
        source_code=key,
        code_now=code_now,
        touched=touched,
        waiting=waiting,
        rows_with_text=count_rows_with_text(settings, request, key),
        indicators=_indicators(_columns(request, places)),
    )


def _in_release(
    settings: Settings, request: MappingRequest, key: str
) -> tuple[list[Record], str | None]:
    if not settings.warehouse_file.exists():
        return [], None
    spelling = {"code_list": request.code_list, "source_code": key}
    scope = {
        "format": request.format,
        "district": request.district,
        "valid_from": request.valid_from,
        "valid_to": request.valid_to,
    }
    with open_release(settings) as connection:
        rows = read_rows(connection, _TOUCHED, spelling | scope)
        present = read_rows(connection, _CODE_NOW, spelling)
    return rows, present[0]["general_code"] if present else None


def _is_about(request: MappingRequest, key: str, text: WaitingText) -> bool:
    """Whether a mapping is about a waiting text; its day is not known there."""
    return (
        text.code_list == request.code_list
        and text.source_code == key
        and request.format in (None, text.format)
        and request.district in (None, text.district)
    )


def _columns(
    request: MappingRequest, places: Collection[tuple[str, str]]
) -> list[Column]:
    """The columns at these places; without any, all in which the list is used."""
    return [
        column
        for name, source_format in formats().items()
        for column in source_format.columns
        if column.code_list == request.code_list
        and request.format in (None, name)
        and (not places or (name, column.name) in places)
    ]


def _indicators(columns: Collection[Column]) -> tuple[str, ...]:
    """The indicators that count with what these columns feed, in catalogue order."""
    fields = {column.field for column in columns if column.field}
    counted = {
        indicator_id for field, indicator_id in _counted_fields() if field in fields
    }
    listed = (row["indicator_id"] for row in read_seed("indicators.csv"))
    return tuple(one for one in listed if one in counted)


@cache
def _counted_fields() -> frozenset[tuple[str, str]]:
    """Pairs of `<entity>.<field>` and an indicator that counts with it."""
    return frozenset(
        (f"{row['entity']}.{row['field']}", row["indicator_id"])
        for row in read_seed("check_indicators.csv")
        if row["indicator_id"]
    )
