"""Builds one DuckDB file of many fixtures, each a district and pilot of its own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from expectations.catalogue.catalogue import Check, load_catalogue
from expectations.gate.columns import feeding_columns
from expectations.gate.relations import TABLE_OF_ENTITY
from seeds.formats import STANDARD_SEEDS, formats
from tests.spec.checks.check_cases import CASES, Case, Row, Spec
from tests.spec.checks.check_tables import ENTITY_COLUMNS, OTHER_TABLES
from tests.spec.checks.family_specs import family_spec
from tests.spec.checks.link_specs import SPECS as LINK_SPECS
from tests.spec.checks.other_specs import SPECS as OTHER_SPECS
from tests.spec.checks.quality_specs import SPECS as QUALITY_SPECS
from tests.spec.checks.signal_specs import SPECS as SIGNAL_SPECS

SCHEMAS = ("landing", "staging", "intermediate", "standard", "marts", "quality")
RECEIVED_AT = datetime(2009, 6, 1, 12)
SEEDS = ("result_codes", "norms", "indicators", "services", "check_indicators")
PILOT = {"started_on": "2007-03-01", "ended_on": "2007-08-31"}
DEFAULTS: Mapping[str, Row] = {
    "contact_attempts": {"channel": "home_visit", "attempt_number": 1},
    "bailiff_steps": {"source": "bailiff_list"},
    "indicator_values": {"dimension_set": "total", "period_start": "2007-03-01"},
}
JOINED_KEYS = ("contract_key",)
"""Keys by which rows of different fixtures could meet; each fixture gets its own."""

Tables = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Fixture:
    """One case of one check, under the name by which its rows are found again."""

    name: str
    check: Check
    kind: str
    case: Case


def specs() -> dict[str, Spec]:
    """The specification of every check of the catalogue that has one."""
    families = {
        check.check_id: family_spec(check) for check in load_catalogue() if check.family
    }
    return families | SIGNAL_SPECS | OTHER_SPECS | LINK_SPECS | QUALITY_SPECS


def fixtures() -> list[Fixture]:
    """Every case of every check."""
    return [
        Fixture(f"fx{number:03}{kind[0]}", check, kind, getattr(spec, kind))
        for number, check in enumerate(load_catalogue())
        if (spec := specs_once().get(check.check_id))
        for kind in CASES
    ]


def specs_once() -> dict[str, Spec]:
    """The specifications, made once."""
    if not _MADE:
        _MADE.update(specs())
    return _MADE


_MADE: dict[str, Spec] = {}


def build_world(path: Path, members: Iterable[Fixture], published: int) -> None:
    """Write the tables that a gate reads, filled with the rows of the fixtures."""
    tables: Tables = defaultdict(list)
    for fixture in members:
        _add_fixture(tables, fixture)
    tables["marts.fct_signals"] = [{"signal_id": str(n)} for n in range(published)]
    with duckdb.connect(str(path)) as connection:
        _create_tables(connection, tables)
        for seed in SEEDS:
            connection.execute(
                f"create table standard.{seed} as from read_csv(?, header = true)",
                [str(STANDARD_SEEDS / f"{seed}.csv")],
            )


def _create_tables(connection: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    for schema in SCHEMAS:
        connection.execute(f"create schema {schema}")
    declared = {
        f"intermediate.int_{entity}__standardised": columns
        for entity, columns in ENTITY_COLUMNS.items()
    }
    for relation, columns in (declared | OTHER_TABLES).items():
        typed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        connection.execute(f"create table {relation} ({typed})")
        records = json.dumps(tables[relation], default=str)
        connection.execute(
            f"insert into {relation} by name "
            "select unnest(from_json(?::json, ?), max_depth := 2)",
            [records, json.dumps([columns])],
        )


def _add_fixture(tables: Tables, fixture: Fixture) -> None:
    case, entity = fixture.case, fixture.check.entity
    rows = {**case.around}
    if entity in ENTITY_COLUMNS:
        rows[entity] = case.rows
    used = _format(fixture)
    delivered = [
        column.name
        for column in formats()[used].columns
        if column.name not in case.without
    ]
    for name, members in rows.items():
        tables[f"intermediate.int_{name}__standardised"] += [
            _entity_row(fixture, name, number, row, (used, delivered))
            for number, row in enumerate(members, 1)
        ]
    if entity not in ENTITY_COLUMNS and entity != "deliveries":
        tables[TABLE_OF_ENTITY[entity]] += [
            _place(fixture) | dict(DEFAULTS.get(entity, {})) | dict(row)
            for row in case.rows
        ]
    _add_delivery(tables, fixture, used, delivered)


def _add_delivery(
    tables: Tables, fixture: Fixture, used: str, delivered: list[str]
) -> None:
    case = fixture.case
    own = case.rows[0] if fixture.check.entity == "deliveries" else case.delivery
    delivery = {
        **_place(fixture),
        "delivery_id": fixture.name,
        "sequence": 1,
        "format": used,
        "received_at": RECEIVED_AT,
        "delivered_columns": delivered,
        "rows_read": 0,
        **own,
    }
    tables["landing.deliveries"].append(delivery)
    staged = delivery["rows_read"] if case.staged is None else case.staged
    tables["staging.stg_fixture__records"] += [
        {"delivery_id": fixture.name, "row_number": number} for number in range(staged)
    ]
    tables["standard.pilots"].append({"pilot": fixture.name, **PILOT, **case.pilot})


def _entity_row(
    fixture: Fixture,
    entity: str,
    number: int,
    row: Row,
    used: tuple[str, list[str]],
) -> dict[str, Any]:
    source_format, delivered = used
    filled = {
        **_place(fixture),
        "record_id": f"{fixture.name}/{entity}/{number}",
        "delivery_id": fixture.name,
        "row_number": number,
        "format": source_format,
        "unreadable_fields": [],
        "unmapped_fields": [],
        "delivered_columns": delivered,
        "signal_key": f"{fixture.name}/{number if entity == 'signals' else 1}",
        **DEFAULTS.get(entity, {}),
        **row,
    }
    for key in JOINED_KEYS:
        if filled.get(key):
            filled[key] = f"{filled[key]}-{fixture.name}"
    return {name: filled.get(name) for name in ENTITY_COLUMNS[entity]}


def _place(fixture: Fixture) -> dict[str, str]:
    return {"district": fixture.name, "pilot": fixture.name}


def _format(fixture: Fixture) -> str:
    """A format whose columns feed the field of the check."""
    for row in fixture.case.rows:
        if "format" in row:
            return str(row["format"])
    fed = feeding_columns(fixture.check.entity, fixture.check.field)
    return next(iter(fed), "overdrachtsformulier")
