"""What a file says itself about its districts, pilots and months."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from seeds.formats import STANDARD_SEEDS, Format, fold_letters
from warehouse.intake.columns import Records
from warehouse.intake.months import find_month, years_in

CODE_MAPPINGS = STANDARD_SEEDS / "code_mappings.csv"


@dataclass(frozen=True)
class Facts:
    """Slugs and first days of months, sorted; empty where the file is silent."""

    districts: tuple[str, ...] = ()
    pilots: tuple[str, ...] = ()
    periods: tuple[date, ...] = ()


def find_facts(
    format_: Format, table: pa.Table, parts: Iterable[Records], period: date | None
) -> Facts:
    """The facts in a landing table and in the sheets that it was made from."""
    if format_.shape == "sheets":
        periods = {day for day in sheet_months(list(parts), period) if day}
    else:
        periods = _column_months(format_, table)
    return Facts(
        districts=_codes(format_, table, "district"),
        pilots=_codes(format_, table, "pilot"),
        periods=tuple(sorted(periods)),
    )


def _codes(format_: Format, table: pa.Table, code_list: str) -> tuple[str, ...]:
    """The standard's codes in the columns of a code list; unmapped texts are none."""
    known = _known_codes(code_list)
    found = {
        known.get((name, fold_letters(text)))
        for column in format_.columns
        if column.code_list == code_list
        for text in _distinct(table, column.name)
        for name in (format_.name, "")
    }
    return tuple(sorted(code for code in found if code))


@cache
def _known_codes(code_list: str) -> Mapping[tuple[str, str], str]:
    """The code behind each format (empty: every one) and folded source code."""
    with CODE_MAPPINGS.open(encoding="utf-8", newline="") as stream:
        return {
            (row["format"], fold_letters(row["source_code"])): row["code"]
            for row in csv.DictReader(stream)
            if row["code_list"] == code_list
        }


def _column_months(format_: Format, table: pa.Table) -> set[date]:
    """The months in the columns that feed a field called month."""
    found = {
        month.first_day()
        for column in format_.columns
        if (column.field or "").endswith(".month")
        for text in _distinct(table, column.name)
        if (month := find_month(text))
    }
    return {day for day in found if day}


def sheet_months(parts: Sequence[Records], period: date | None) -> list[date | None]:
    """The month that each sheet is named after, or None.

    A sheet that names no year takes that of the uploader's period, else that of its
    own title, else the only year that any sheet names.
    """
    every = {
        year
        for part in parts
        for text in (part.sheet or "", *part.header.titles)
        for year in years_in(text)
    }
    only = every.pop() if len(every) == 1 else None
    return [_sheet_month(part, period, only) for part in parts]


def _sheet_month(part: Records, period: date | None, only: int | None) -> date | None:
    month = find_month(part.sheet or "")
    if month is None:
        return None
    titles = {year for text in part.header.titles for year in years_in(text)}
    own = titles.pop() if len(titles) == 1 else None
    return month.first_day(period.year if period else own or only)


def _distinct(table: pa.Table, name: str) -> list[str]:
    return pc.unique(table.column(name)).drop_null().to_pylist()
