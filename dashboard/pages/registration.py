"""The state of the registration: what came in, and what is the matter with it."""

from dash import html
from dash.development.base_component import Component

from dashboard import formats, queries, registration_queries
from dashboard.components.attributes import hook
from dashboard.components.filters import choice, filter_bar
from dashboard.components.grid import Column, grid
from dashboard.components.section import page_head, section
from dashboard.i18n import gettext as _
from dashboard.i18n import language
from dashboard.pages.page import Page
from dashboard.registration_queries import MOST_FINDINGS, SEVERITIES
from dashboard.selection import allowed, to_search
from dashboard.store import Release, Row
from expectations.catalogue import load_catalogue

PATH = "/registratie"


def title() -> str:
    """Return the name of the page."""
    return _("Registration")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page; `query` may name a severity and a district of findings."""
    severity = allowed(query.get("severity"), SEVERITIES)
    known = registration_queries.finding_districts(release)
    district = allowed(query.get("district"), known)
    names = queries.district_labels(release, language())
    pilots = queries.pilot_labels(release, language())
    deliveries = registration_queries.deliveries(release)
    checks = registration_queries.check_results(release)
    content = [
        page_head(
            title(),
            _("What is in release %(id)s, and what the checks found")
            % {"id": release.id},
        ),
        _summary(release, deliveries, checks),
        _findings(release, severity, district, known, names),
        _deliveries(deliveries, names, pilots),
        _checks(checks),
        _reconciliation(release, names, pilots),
    ]
    search = to_search({"severity": severity, "district": district})
    return Page(title(), content, search)


def severity_labels() -> dict[str, str]:
    """Return the severities in words, the gravest first."""
    return {
        "blocking": _("Blocking"),
        "error": _("Error"),
        "warning": _("Warning"),
        "information": _("Information"),
    }


def _summary(release: Release, deliveries: list[Row], checks: list[Row]) -> Component:
    found = registration_queries.count_findings(release, None, None)
    status = [row["status"] for row in checks]
    received = [
        ("deliveries", _("Deliveries"), len(deliveries)),
        ("rows_read", _("Rows read"), _total(deliveries, "rows_read")),
        ("rows_rejected", _("Rows not counted"), _total(deliveries, "rows_rejected")),
    ]
    # A release that does not list its deliveries has not received none.
    facts = [
        *(received if deliveries else []),
        ("findings", _("Findings"), sum(found.values())),
        ("checks_failed", _("Checks that fail"), status.count("fail")),
        ("checks_passed", _("Checks that pass"), status.count("pass")),
    ]
    tiles = [
        html.Div(
            [
                html.Dt(label),
                html.Dd(formats.number(count), **hook(name, count)),
            ],
            className="tile",
        )
        for name, label, count in facts
    ]
    return html.Dl(tiles, className="tiles")


def _total(rows: list[Row], column: str) -> int:
    return sum(row[column] or 0 for row in rows)


def _findings(
    release: Release,
    severity: str | None,
    district: str | None,
    known: tuple[str, ...],
    names: dict[str, str],
) -> Component:
    words = severity_labels()
    rows = registration_queries.findings(release, severity, district, language())
    count = sum(
        registration_queries.count_findings(release, severity, district).values()
    )
    for row in rows:
        row["severity"] = words.get(row["severity"], row["severity"])
        row["district"] = names.get(row["district"], row["district"])
    bar = filter_bar(
        [
            choice("severity", _("Severity"), severity, list(words.items()), _("All")),
            choice(
                "district",
                _("District"),
                district,
                [(code, names.get(code, code)) for code in known],
                _("All districts"),
            ),
        ],
        PATH,
    )
    columns = [
        Column("severity", _("Severity"), 140),
        Column("message", _("What, and how to mend it"), 440, grows=True),
        Column("district", _("District"), 190),
        Column("delivery_id", _("Delivery"), 180),
        Column("sheet", _("Sheet"), 100),
        Column("row_number", _("Row"), 90, is_number=True),
        Column("column_name", _("Column"), 150),
        Column("explanation", _("Explanation by the deliverer"), 260),
        Column("check_id", _("Check"), 170),
    ]
    shown = _("%(count)s findings; the gravest %(most)s are listed.") % {
        "count": formats.number(count),
        "most": formats.number(min(count, MOST_FINDINGS)),
    }
    return section(
        "findings",
        _("Findings"),
        _("Each finding leads to the row and the column of the delivered file."),
        [
            bar,
            html.P(shown, className="shown", role="status"),
            grid("findings", _("Findings"), columns, rows),
        ],
    )


def _deliveries(
    rows: list[Row], names: dict[str, str], pilots: dict[str, str]
) -> Component:
    shown = [
        row
        | {
            "district": names.get(row["district"], row["district"]),
            "pilot": pilots.get(row["pilot"], row["pilot"]),
            "period": formats.month(row["period"]) if row["period"] else None,
            "received_at": formats.moment(row["received_at"]),
            "signed_by": row.get("signed_by"),
        }
        for row in rows
    ]
    columns = [
        Column("format", _("Format"), 170),
        Column("pilot", _("Pilot"), 240, grows=True),
        Column("district", _("District"), 190),
        Column("period", _("Period"), 130),
        Column("received_at", _("Received"), 160),
        Column("rows_read", _("Rows read"), 120, is_number=True),
        Column("rows_rejected", _("Not counted"), 130, is_number=True),
        Column("signed_by", _("Declared fit by"), 170),
        Column("delivery_id", _("Delivery"), 180),
    ]
    return section(
        "deliveries",
        _("Deliveries"),
        _("The files that this release was made from."),
        [grid("deliveries", _("Deliveries"), columns, shown)],
    )


def _checks(rows: list[Row]) -> Component:
    words = {
        "pass": _("Passes"),
        "fail": _("Fails"),
        "not_applicable": _("Not applicable"),
        "not_assessed": _("Not assessed"),
        "error": _("Went wrong"),
    }
    meanings = _check_meanings()
    shown = [
        row
        | {
            "status": words.get(row["status"], row["status"]),
            "meaning": meanings.get(row["check_id"], row["check_id"]),
        }
        for row in rows
    ]
    columns = [
        Column("meaning", _("What it finds"), 300, grows=True),
        Column("status", _("Result"), 150),
        Column("assessed", _("Rows assessed"), 150, is_number=True),
        Column("violating", _("Rows violating"), 150, is_number=True),
        Column("check_id", _("Check"), 220),
    ]
    return section(
        "checks",
        _("Checks"),
        _("What every check of the standard found in this release."),
        [grid("checks", _("Checks"), columns, shown)],
    )


def _check_meanings() -> dict[str, str]:
    """Return what every check of this installation finds, in words."""
    is_english = language() == "en"
    return {
        check.check_id: check.meaning_en if is_english else check.meaning_nl
        for check in load_catalogue()
    }


def _reconciliation(
    release: Release, names: dict[str, str], pilots: dict[str, str]
) -> Component:
    rows = registration_queries.reconciliation(release, language())
    words = {True: _("Equal"), False: _("Differs"), None: _("Not compared")}
    shown = [
        row
        | {
            "pilot": pilots.get(row["pilot"], row["pilot"]),
            "district": names.get(row["district"], row["district"]),
            "is_equal": words[row["is_equal"]],
            "period_start": formats.month(row["period_start"])
            if row["period_start"]
            else None,
        }
        for row in rows
    ]
    columns = [
        Column("is_equal", _("Result"), 130),
        Column("statement", _("Reported total"), 320, grows=True),
        Column("published_value", _("Reported"), 130, is_number=True),
        Column("found_value", _("From the rows"), 140, is_number=True),
        Column("difference", _("Difference"), 130, is_number=True),
        Column("pilot", _("Pilot"), 220),
        Column("district", _("District"), 190),
        Column("period_start", _("Period"), 130),
    ]
    differing = sum(row["is_equal"] is False for row in rows)
    count = _("%(differing)s of %(all)s totals differ.") % {
        "differing": formats.number(differing),
        "all": formats.number(len(rows)),
    }
    return section(
        "reconciliation",
        _("Reported totals beside the rows"),
        _("Totals that districts or publications report, none smoothed away."),
        [
            html.P(count, className="shown"),
            grid("reconciliation", _("Reported totals"), columns, shown),
        ],
    )
