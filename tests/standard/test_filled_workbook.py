"""A filled workbook, Dutch or English, is delivered and gives the figures it should."""

from datetime import date, datetime

import duckdb
import pytest

from tests.standard.filled import RECORDS, fill_workbook
from warehouse.intake import land, read_delivery
from warehouse.releases.dbt import DbtWorkplace, run_dbt
from warehouse.releases.landing import LandedDelivery, create_landing, load_deliveries
from warehouse.settings import Settings
from warehouse.standard.fields import load_standard

PILOT = "vroegmelding-centrum-2007"
DISTRICTS = {"nl": "centrum", "en": "noord"}
FACTS = ("signals", "contact", "bailiff", "services", "follow_up", "indicators")

pytestmark = pytest.mark.slow


def deliver(home, language, district, sequence):
    """The delivery as the intake lands it."""
    path = fill_workbook(load_standard(), home / f"{language}.xlsx", language, district)
    read = read_delivery(path, Settings(home=home, _env_file=None))
    file = home / f"{language}.parquet"
    land(read, file)
    assert read.format.name == "standaard"
    return LandedDelivery(
        delivery_id=language,
        sequence=sequence,
        format=read.format.name,
        district=district,
        pilot=PILOT,
        period=None,
        received_at=datetime(2009, 1, 5),
        delivered_columns=read.delivered_columns,
        rows_read=read.records,
        file=file,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Both workbooks, each of a district of its own, built into the marts."""
    home = tmp_path_factory.mktemp("filled")
    deliveries = [
        deliver(home, language, district, sequence)
        for sequence, (language, district) in enumerate(DISTRICTS.items(), 1)
    ]
    place = DbtWorkplace(home / "warehouse.duckdb", home)
    with duckdb.connect(str(place.database)) as connection:
        create_landing(connection)
        load_deliveries(connection, deliveries)
    selected = ["--select", *(f"+path:models/marts/{topic}" for topic in FACTS)]
    assert run_dbt("seed", place) == []
    assert run_dbt("run", place, selected, date(2009, 1, 5)) == []
    with duckdb.connect(str(place.database), read_only=True) as connection:
        yield connection


def delivered(built, entity, language):
    """The standardised records of one sheet, in their order, as mappings."""
    is_own = "source = 'bailiff_list'" if entity == "bailiff_steps" else "true"
    found = built.execute(
        f"""
        select * from intermediate.int_{entity}__standardised
        where delivery_id = ? and {is_own} order by row_number
        """,
        [language],
    )
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize("language", DISTRICTS)
@pytest.mark.parametrize("entity", list(RECORDS))
def test_every_row_is_read_without_a_doubt(built, entity, language):
    rows = delivered(built, entity, language)
    assert [row["rejection"] for row in rows] == [
        "test row" if "TEST" in record.values() else None for record in RECORDS[entity]
    ]
    assert {row["district"] for row in rows} == {DISTRICTS[language]}
    assert not any(row["unreadable_fields"] or row["unmapped_fields"] for row in rows)


@pytest.mark.parametrize("language", DISTRICTS)
@pytest.mark.parametrize("entity", list(RECORDS))
def test_every_value_arrives_as_the_standard_writes_it(built, entity, language):
    rows = delivered(built, entity, language)
    assert len(rows) == len(RECORDS[entity])
    for record, row in zip(RECORDS[entity], rows, strict=True):
        kept = {name for name in record if not name.endswith("_key")}
        assert {name: plain(row[name]) for name in kept} == {
            name: plain(record[name]) for name in kept
        }


def plain(value):
    """A value as comparable text."""
    if isinstance(value, list):
        return sorted(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | date):
        return str(value)
    return float(value)


CONDITIONS = [
    (entity.name, field.name, field.required_condition)
    for entity in load_standard().entities
    for field in entity.fields
    if field.required_condition
]


@pytest.mark.parametrize(("entity", "field", "condition"), CONDITIONS)
def test_what_is_required_is_there_in_a_well_filled_workbook(
    built, entity, field, condition
):
    (lacking,) = built.execute(
        f"""
        select count(*) from intermediate.int_{entity}__standardised
        where rejection is null and ({condition}) and {field} is null
        """
    ).fetchone()
    assert lacking == 0


EXPECTED = {
    "signals": (3, None),
    "attempted_share": (2, 3),
    "second_attempt_share": (1, 3),
    "at_home_share": (1, 2),
    "reached_share": (1, 2),
    "objected_share": (1, 3),
    "taken_up_share": (2, 3),
    "known_before_share": (1, 2),
    "accepted_share": (1, 1),
    "trajectory_share": (1, 3),
    "feedback_on_time_share": (1, 2),
    "receipt_on_time_share": (1, 1),
    "no_show_share": (1, 1),
    "bailiff_during_share": (1, 3),
    "evictions_announced": (12, None),
    "evictions_executed": (5, None),
    "arrears_again_share": (1, 2),
}


@pytest.mark.parametrize("district", DISTRICTS.values())
@pytest.mark.parametrize("indicator", list(EXPECTED))
def test_the_indicators_of_either_workbook(built, indicator, district):
    found = built.execute(
        """
        select numerator, denominator
        from marts.indicator_values
        where
            indicator_id = ? and district = ?
            and dimension_set = 'district' and period_type = 'total'
        """,
        [indicator, district],
    ).fetchall()
    assert found == [EXPECTED[indicator]]


def test_contracts_link_what_the_sheets_say_about_a_household(built):
    found = built.execute(
        """
        select district, before, is_during, furthest_step
        from marts.fct_bailiff_outcomes order by all
        """
    ).fetchall()
    each = [
        ("never", True, "eviction_announced"),
        ("once", False, None),
        # No bailiff list of this corporation was delivered: nobody would know.
        ("unknown", None, None),
    ]
    places = sorted(DISTRICTS.values())
    assert found == [(district, *row) for district in places for row in each]


def test_nothing_that_identifies_is_landed(built):
    rows = built.execute("select * from landing.standaard").fetchall()
    landed = {str(value) for row in rows for value in row}
    identifiers = ("900111", "8001-", "1961-02-03", "1018 AB")
    assert not [one for one in identifiers if any(one in text for text in landed)]
    assert {"1961", "1018"} <= landed
