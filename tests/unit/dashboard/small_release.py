"""Writes a small release by hand: the tables that the dashboard reads, few rows."""

from datetime import date, datetime
from pathlib import Path

import duckdb
from small_figures import Figure, write_figures

from tests.unit.workspace.small_tables import create_workspace

CENTRUM = ("centrum", "vroegmelding-centrum-2007")
TRANSVAAL = ("oost-watergraafsmeer", "vroeg-eropaf-transvaal-2007")
AS_OF = date(2026, 11, 1)

SHARES = {
    CENTRUM: {
        ("attempted_share", ""): (7, 11, 0),
        ("at_home_share", ""): (5, 7, 0),
        ("objected_share", ""): (0, 0, 11),
        ("second_attempt_share", ""): (0, 11, 0),
        ("bailiff_before", "never"): (0, 0, 0),
    },
    TRANSVAAL: {
        ("attempted_share", ""): (49, 75, 0),
        ("second_attempt_share", ""): (29, 75, 0),
        ("at_home_share", ""): (22, 49, 0),
        ("reached_share", ""): (31, 75, 0),
        ("paid_or_arranged_share", ""): (35, 49, 0),
        ("madi_contact_share", ""): (9, 49, 0),
        ("bailiff_during_share", ""): (9, 75, 0),
        ("bailiff_before", "never"): (26, 75, 17),
        ("bailiff_before", "once"): (24, 75, 17),
        ("bailiff_before", "more"): (8, 75, 17),
        ("not_attempted_reason", "left"): (10, 26, 0),
        ("not_attempted_reason", "paid"): (7, 26, 0),
        ("reached_by_channel", "visit"): (22, 75, 0),
        ("reached_by_channel", "office"): (9, 75, 0),
        ("recidivism_signal_3", ""): (4, 60, 15),
        ("recidivism_signal_6", ""): (9, 48, 27),
        ("funnel", "signals"): (75, 75, 0),
        ("funnel", "attempted"): (49, 75, 0),
        ("funnel", "reached"): (31, 75, 0),
        ("arrears_again_share", ""): (41, 75, 15),
    },
}
COUNTS = {
    CENTRUM: {"signals": 11, "evictions_announced": 161, "evictions_executed": 49},
    TRANSVAAL: {"signals": 75, "households": 75, "target_evictions_executed": 0},
}
MONTHS = {CENTRUM: [2, 1, 3, 1, 2, 2], TRANSVAAL: [12, 9, 11, 10, 13, 12, 8]}

INDICATORS = [
    ("signals", "Signalen", "Signals", "count", "count"),
    ("households", "Huishoudens", "Households", "count", "distinct"),
    ("evictions_announced", "Aangezegd", "Announced", "count", "sum"),
    ("evictions_executed", "Uitgevoerd", "Executed", "count", "sum"),
    ("attempted_share", "Bezocht", "Visited", "percent", "share"),
    ("objected_share", "Bezwaar", "Objected", "percent", "share"),
    ("second_attempt_share", "Tweede bezoek", "Second visit", "percent", "share"),
    ("at_home_share", "Thuis", "At home", "percent", "share"),
    (
        "paid_or_arranged_share",
        "Betaald",
        "Paid",
        "percent",
        "share",
    ),
    ("bailiff_before", "Deurwaarder vooraf", "Bailiff before", "percent", "share"),
    ("not_attempted_reason", "Reden geen bezoek", "Reason", "percent", "share"),
    ("funnel", "Trechter", "Funnel", "percent", "share"),
    (
        "recidivism_signal_6",
        "Nieuw binnen 6 maanden",
        "New",
        "percent",
        "share",
    ),
]


def write_release(file: Path, extra_signals: int = 0) -> Path:
    """Write a release to `file`; `extra_signals` makes a different one."""
    with duckdb.connect(str(file)) as connection:
        for schema in ("marts", "quality", "standard"):
            connection.execute(f"create schema {schema}")
        _write_standard(connection)
        _write_values(connection, extra_signals)
        _write_quality(connection)
        create_workspace(connection)
    return file


def _write_standard(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "create table standard.indicators (indicator_id text, label_nl text,"
        " label_en text, definition_nl text, definition_en text, numerator_nl text,"
        " numerator_en text, denominator_nl text, denominator_en text,"
        " number_format text, aggregate text, source text, category_list text,"
        " unit text, direction text, theme text, fed_by text, sort_order integer)"
    )
    connection.executemany(
        "insert into standard.indicators values"
        " (?, ?, ?, 'Wat het is.', 'What it is.', 'signalen', 'signals',"
        " 'signalen', 'signals', ?, ?, 'bron', ?, 'signal', 'neutral', 'reach',"
        " 'turflijst', ?)",
        [(*row, row[0], place) for place, row in enumerate(INDICATORS)],
    )
    connection.execute(
        "create table marts.indicator_categories_listed as select * from (values"
        " ('bailiff_before', 'never', 'nooit', 'never', 1),"
        " ('bailiff_before', 'once', 'eenmaal', 'once', 2),"
        " ('bailiff_before', 'more', 'vaker', 'more often', 3),"
        " ('not_attempted_reason', 'left', 'vertrokken of overleden', 'left', 1),"
        " ('not_attempted_reason', 'paid', 'betaald vóór het bezoek', 'paid', 2),"
        " ('funnel', 'signals', 'signalen', 'signals', 1),"
        " ('funnel', 'attempted', 'bezocht', 'visited', 2),"
        " ('funnel', 'reached', 'bereikt', 'reached', 3)"
        ") as t(category_list, category, label_nl, label_en, sort_order)"
    )
    connection.execute(
        "create table marts.dim_district as select * from (values"
        " ('centrum', 'Centrum', 'Centrum'), ('noord', 'Noord', 'Noord'),"
        " ('oost-watergraafsmeer', 'Oost-Watergraafsmeer', 'Oost-Watergraafsmeer')"
        ") as t(district, label_nl, label_en)"
    )
    connection.execute(
        "create table marts.dim_pilot as select * from (values"
        " ('vroegmelding-centrum-2007', 'Vroegmelding Centrum 2007 (A)', 'Early A',"
        "  'centrum', date '2007-08-31', date '2008-08-31'),"
        " ('vroeg-eropaf-transvaal-2007', 'Vroeg-Eropaf Transvaal 2007 (B)', 'Early B',"
        "  'oost-watergraafsmeer', date '2007-10-05', date '2008-10-05')"
        ") as t(pilot, label_nl, label_en, district, ended_on, followed_until)"
    )
    connection.execute(
        "create table standard.norms as select * from (values"
        " ('feedback', null::text, 14, 'days', null::date, null::date, 'Plan', 'Plan')"
        ") as t(norm, pilot, amount, unit, valid_from, valid_to, source_en, source_nl)"
    )
    for table, code in (("code_lists", "code"), ("partners", "partner")):
        connection.execute(
            f"create table standard.{table} (code_list text, {code} text,"
            " label_nl text, label_en text, sort_order integer)"
        )


def _write_values(connection: duckdb.DuckDBPyConnection, extra_signals: int) -> None:
    connection.execute(
        "create table marts.indicator_values as select ? as as_of", [AS_OF]
    )
    figures: list[Figure] = []
    for district, pilot in SHARES:
        places = [(district, None), (None, pilot), (district, pilot)]
        if pilot == TRANSVAAL[1]:
            places.append((None, None))
        for place in places:
            figures += _figures_of((district, pilot), place, extra_signals)
    write_figures(connection, figures)


def _figures_of(
    source: tuple[str, str], place: tuple[str | None, str | None], extra: int
) -> list[Figure]:
    """The figures of a place; the city register counts districts, not pilots."""
    periods = [("total", None), ("year", date(2007, 1, 1))]
    found = []
    for kind, start in periods:
        for (name, category), (part, whole, unknown) in SHARES[source].items():
            key = (name, category or None, *place, kind, start)
            found.append(Figure(*key, part, whole, unknown))
        for name, count in COUNTS[source].items():
            more = count + extra * (name == "signals")
            found.append(Figure(name, None, *place, kind, start, more))
    for position, count in enumerate(MONTHS[source]):
        month = date(2007, 3 + position, 1)
        for name in ("signals", "evictions_executed", "evictions_averted"):
            if name == "signals" or source == CENTRUM:
                found.append(Figure(name, None, *place, "month", month, count))
    is_pilot = place[1] is not None
    return [
        each
        for each in found
        if not (is_pilot and each.indicator_id.startswith("evict"))
    ]


def _write_quality(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "create table quality.deliveries (delivery_id text, format text, district text,"
        " pilot text, period date, received_at timestamp, rows_read bigint,"
        " rows_rejected bigint)"
    )
    connection.execute(
        "insert into quality.deliveries values"
        " ('d1', 'turflijst', ?, ?, null, ?, 75, 1)",
        [*TRANSVAAL, datetime(2026, 11, 1, 9, 30)],
    )
    connection.execute(
        "create table quality.findings as select * from (values"
        " ('f1', 'signals_arrears_extreme', 'signals', 'signal_date',"
        "  'plausibility', 'warning', 'centrum', null, 'd1', 'maart', 7,"
        "  'Datum', 'Datum ligt in de toekomst.',"
        "  'Date is in the future.', 'check'),"
        " ('f2', 'signals_arrears_negative', 'signals', 'contract_key',"
        "  'completeness', 'error', 'oost-watergraafsmeer', null, 'd1',"
        "  'maart', 9, 'Contract',"
        "  'Contractnummer ontbreekt.', 'Contract number is missing.', 'check')"
        ") as t(finding_id, check_id, entity, field, kind, severity, district, pilot,"
        " delivery_id, sheet, row_number, column_name, message_nl, message_en, source)"
    )
    connection.execute(
        "create table quality.explanations as select * from (values"
        " (1, 'd1', 'signals_arrears_negative', 'maart', 9, 'Contract loopt af', 'An',"
        "  timestamp '2026-11-02 10:00'),"
        " (2, 'd1', 'signals_arrears_negative', 'maart', 8, 'Andere rij', 'An',"
        "  timestamp '2026-11-02 11:00')"
        ") as t(explanation_id, delivery_id, check_id, sheet, row_number, explanation,"
        " explained_by, explained_at)"
    )
    connection.execute(
        "create table quality.sign_offs as select * from (values"
        " (1, 'd1', false, null, 'Bo', timestamp '2026-11-02 10:00', false),"
        " (2, 'd1', true, null, 'An', timestamp '2026-11-03 10:00', true)"
        ") as t(sign_off_id, delivery_id, is_fit, note, signed_by, signed_at,"
        " is_current)"
    )
    connection.execute(
        "create table quality.check_results as select * from (values"
        " ('signals_arrears_negative', 'centrum', null, 'fail', 75, 1),"
        " ('signals_arrears_extreme', 'centrum', null, 'pass', 75, 0)"
        ") as t(check_id, district, pilot, status, assessed, violating)"
    )
    connection.execute(
        "create table quality.reconciliation as select * from (values"
        " ('1', 'Meldingen', 'Signals', null, 'centrum', null::date, 11, 11, 0, true),"
        " ('2', 'Bezoeken', 'Visits', null, 'centrum', null, 8, 7, -1, false)"
        ") as t(reconciliation_id, statement_nl, statement_en, pilot, district,"
        " period_start, published_value, found_value, difference, is_equal)"
    )
