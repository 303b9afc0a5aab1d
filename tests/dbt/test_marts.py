"""Deliveries of several formats, landed and built into the marts."""

from datetime import date

import duckdb
import pytest

from tests.dbt.landing import create_landing
from warehouse.releases.dbt import DbtWorkplace, run_dbt

AS_OF = date(2010, 1, 1)
PILOT = "vroegmelding-centrum-2007"
MARTS = [
    f"+path:models/marts/{topic}"
    for topic in ("bailiff", "contact", "dimensions", "follow_up", "services")
]

DELIVERIES = [
    ("form-1", "overdrachtsformulier"),
    ("form-2", "overdrachtsformulier"),
    ("bailiff-1", "deurwaarderslijst"),
    ("regas-1", "regas"),
    ("follow-up-1", "nameting"),
    ("evictions-1", "boedelbeheer"),
    ("evictions-2", "boedelbeheer"),
]
FIRST_REPORT = {
    "delivery_id": "form-1",
    "meldnummer": "1",
    "datum_melding": "01-03-2007",
    "corporatie": "Ymere",
    "contractnummer": "kbcd",
    "huurachterstand": "€ 839,-",
    "datum_huisbezoek_1": "05-03-2007",
    "thuis_1": "nee",
}
LAST_REPORT = FIRST_REPORT | {
    "delivery_id": "form-2",
    "datum_huisbezoek_2": "09-03-2007",
    "thuis_2": "ja",
    "resultaat": "betaald",
    "datum_afsluiting": "20-03-2007",
}
SECOND_SIGNAL = LAST_REPORT | {
    "meldnummer": "2",
    "datum_melding": "01-06-2007",
    "datum_huisbezoek_1": None,
    "thuis_1": None,
    "datum_huisbezoek_2": None,
    "thuis_2": None,
    "resultaat": None,
    "datum_afsluiting": None,
}
LANDED = {
    "deliveries": [
        {
            "delivery_id": delivery,
            "sequence": sequence,
            "format": name,
            "district": "centrum",
            "pilot": PILOT,
            "delivered_columns": [],
        }
        for sequence, (delivery, name) in enumerate(DELIVERIES, 1)
    ],
    "overdrachtsformulier": [FIRST_REPORT, LAST_REPORT, SECOND_SIGNAL],
    "deurwaarderslijst": [
        {
            "delivery_id": "bailiff-1",
            "contractnr": "kbcd",
            "corporatie": "Ymere",
            "dossier_dw": file,
            "stap": step,
            "datum": day,
        }
        for file, step, day in (
            ("7", "SOM", "01/02/06"),
            ("8", "SOM", "01/04/07"),
            ("8", "VON", "01/05/07"),
        )
    ],
    "regas": [
        {
            "delivery_id": "regas-1",
            "dossiernr": "5",
            "clientnr": "client",
            "meldnr": "2",
            "dienst": "SHV",
            "start": "20070610",
            "status": "L",
        }
    ],
    "nameting": [
        {
            "delivery_id": "follow-up-1",
            "contractnummer": "kbcd",
            "peildatum": "01-03-2008",
            "huurschuld_nu": "ja",
        }
    ],
    "boedelbeheer": [
        {
            "delivery_id": delivery,
            "stadsdeel": "Centrum",
            "maand": "2007-01",
            "aangezegd": announced,
            "uitgevoerd": "4",
        }
        for delivery, announced in (("evictions-1", "9"), ("evictions-2", "10"))
    ],
}


@pytest.fixture(scope="module")
def marts(tmp_path_factory):
    """A connection to a file in which the marts were built."""
    folder = tmp_path_factory.mktemp("marts")
    place = DbtWorkplace(folder / "built.duckdb", folder)
    with duckdb.connect(str(place.database)) as connection:
        create_landing(connection, LANDED)
    assert run_dbt("seed", place) == []
    assert run_dbt("run", place, ["--select", *MARTS], as_of=AS_OF) == []
    with duckdb.connect(str(place.database), read_only=True) as connection:
        yield connection


def one_row(connection, columns, table, condition="true"):
    rows = connection.execute(
        f"select {columns} from marts.{table} where {condition}"
    ).fetchall()
    assert len(rows) == 1
    return rows[0]


def test_the_last_report_replaces_the_first_with_its_attempts(marts):
    columns = "delivery_id, visit_attempts, opened_at_attempt, is_reached, result"
    condition = "signal_date = '2007-03-01'"
    expected = ("form-2", 2, 2, True, "paid")
    assert one_row(marts, columns, "fct_signals", condition) == expected


def test_a_second_signal_of_the_household_is_a_repeat(marts):
    repeats = marts.execute(
        "select is_repeat, household_id from marts.fct_signals order by signal_date"
    ).fetchall()
    assert repeats == [(False, "kbcd"), (True, "kbcd")]


def test_a_service_that_names_the_signal_makes_it_accepted(marts):
    row = one_row(
        marts,
        "is_accepted, has_trajectory, is_reached",
        "fct_signals",
        "signal_date = '2007-06-01'",
    )
    assert row == (True, True, True)
    assert one_row(marts, "household_id", "fct_services") == ("kbcd",)


def test_the_bailiff_before_and_during_the_pilot(marts):
    row = one_row(marts, "before, is_during, furthest_step", "fct_bailiff_outcomes")
    assert row == ("once", True, "judgment")


def test_the_follow_up_follows_the_last_signal(marts):
    row = one_row(marts, "pilot, signal_id, debt_again", "fct_follow_up")
    last = one_row(marts, "signal_id", "fct_signals", "signal_date = '2007-06-01'")
    assert row == (PILOT, *last, "yes")


def test_the_month_delivered_again_replaces_the_first_count(marts):
    row = one_row(marts, "announced, executed, averted", "fct_evictions_monthly")
    assert row == (10, 4, 6)


def test_a_return_within_three_months_of_the_close(marts):
    row = one_row(
        marts,
        "closed_date, next_signal_date, has_full_window_signal_3, "
        "has_full_window_bailiff_6",
        "fct_recidivism",
    )
    assert row == (date(2007, 3, 20), date(2007, 6, 1), False, False)


def test_facts_link_to_the_one_household(marts):
    row = one_row(marts, "signals, identified_by, pilots", "dim_household")
    assert row == (2, "contract", [PILOT])
