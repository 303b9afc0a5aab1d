"""What the checks say: which numbers are doubtful and why, and every result."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.grid import Column, grid
from dashboard.components.section import section
from dashboard.pages.registration.findings import severity_labels
from dashboard.pages.registration.scope import Scope
from dashboard.release import definition_queries, registration_queries
from dashboard.server.release_store import Row
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from expectations.catalogue.catalogue import load_catalogue


def doubts(scope: Scope) -> Component:
    """Return the numbers that a failing check makes doubtful, with the reason."""
    found = registration_queries.doubts(scope.release, scope.parameters)
    entries = definition_queries.entries(scope.release, language())
    labels = {entry.indicator_id: entry.label for entry in entries}
    meanings, words = check_meanings(), severity_labels()
    rows = [
        row
        | {
            "indicator": labels.get(row["indicator_id"], row["indicator_id"]),
            "reason": meanings.get(row["check_id"], row["check_id"]),
            "severity": words.get(row["severity"], row["severity"]),
            "rows": _of(scope, row),
        }
        for row in scope.named(found)
    ]
    columns = [
        Column("indicator", _("Figure"), 240, grows=True),
        Column("reason", _("Why it is doubtful"), 320, grows=True),
        Column("rows", _("Rows"), 150),
        Column("district", _("District"), 190, is_filtered=True),
        Column("pilot", _("Pilot"), 220),
        Column("severity", _("Severity"), 140),
    ]
    doubtful = {row["indicator_id"] for row in found}
    shown = _("%(doubtful)s of %(all)s indicators are doubtful somewhere.") % {
        "doubtful": len(doubtful),
        "all": len(entries),
    }
    return section(
        "doubts",
        _("Which numbers are doubtful, and why"),
        _(
            "A check that fails for too many rows makes the numbers doubtful that are "
            "made of them. They stay in sight, with a mark."
        ),
        [
            html.P(shown, className="shown"),
            grid("doubts", _("Doubtful numbers"), columns, rows),
        ],
    )


def checks(scope: Scope) -> Component:
    """Return the outcome of every check, over the places that may be seen."""
    words = {
        "pass": _("Passes"),
        "fail": _("Fails"),
        "not_applicable": _("Not applicable"),
        "not_assessed": _("Not assessed"),
        "error": _("Went wrong"),
    }
    meanings = check_meanings()
    numbers = ("assessed", "violating")
    rows = [
        row
        | {
            "status": words.get(row["status"], row["status"]),
            "meaning": meanings.get(row["check_id"], row["check_id"]),
            **(
                {name: scope.counted(row[name]) for name in numbers}
                if scope.least
                else {}
            ),
        }
        for row in registration_queries.check_results(scope.release, scope.parameters)
    ]
    is_plain = not scope.least
    columns = [
        Column("meaning", _("What it finds"), 300, grows=True),
        Column("status", _("Result"), 150, is_filtered=True),
        Column("assessed", _("Rows assessed"), 150, is_number=is_plain),
        Column("violating", _("Rows violating"), 150, is_number=is_plain),
        Column("check_id", _("Check"), 220),
    ]
    return section(
        "checks",
        _("Checks"),
        _("What every check of the standard found in this release."),
        [grid("checks", _("Checks"), columns, rows)],
    )


def check_meanings() -> dict[str, str]:
    """Return what every check of this installation finds, in words."""
    is_english = language() == "en"
    return {
        check.check_id: check.meaning_en if is_english else check.meaning_nl
        for check in load_catalogue()
    }


def _of(scope: Scope, row: Row) -> str:
    return _("%(part)s of %(whole)s") % {
        "part": scope.counted(row["violating"]),
        "whole": scope.counted(row["assessed"]),
    }
