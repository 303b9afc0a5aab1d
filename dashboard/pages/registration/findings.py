"""The findings and the deliveries, row by row, for who works with the files."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.filters import choice, filter_bar
from dashboard.components.grid import Column, grid
from dashboard.components.section import section
from dashboard.pages.registration.scope import Scope
from dashboard.release import registration_queries
from dashboard.release.registration_queries import MOST_FINDINGS
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import format_labels


def severity_labels() -> dict[str, str]:
    """Return the severities in words, the gravest first."""
    return {
        "blocking": _("Blocking"),
        "error": _("Error"),
        "warning": _("Warning"),
        "information": _("Information"),
    }


def filters(path: str, scope: Scope, severity: str | None) -> Component:
    """Return the filters of the page: the district, and for findings the severity."""
    known = registration_queries.districts(scope.release, scope.parameters)
    names = scope.district_names
    choices = [
        choice(
            "district",
            _("District"),
            scope.district,
            [(code, names.get(code, code)) for code in known],
            _("All districts") if scope.districts is None else _("My districts"),
        )
    ]
    if scope.sees_rows:
        labels = list(severity_labels().items())
        choices.append(choice("severity", _("Severity"), severity, labels, _("All")))
    return filter_bar(choices, path)


def findings(scope: Scope, severity: str | None) -> Component:
    """Return the findings in a grid, each with what its deliverer said."""
    words = severity_labels()
    counts = registration_queries.count_findings(
        scope.release, severity, scope.parameters
    )
    found = registration_queries.findings(
        scope.release, severity, scope.parameters, language()
    )
    rows = [
        row | {"severity": words.get(row["severity"], row["severity"])}
        for row in scope.named(found)
    ]
    columns = [
        Column("severity", _("Severity"), 110),
        Column("message", _("What, and how to mend it"), 440, grows=True),
        Column("district", _("District"), 150),
        Column("delivery_id", _("Delivery"), 190),
        Column("sheet", _("Sheet"), 100),
        Column("row_number", _("Row"), 90, is_number=True),
        Column("column_name", _("Column"), 150),
        Column("explanation", _("Explanation by the deliverer"), 260),
        Column("check_id", _("Check"), 170),
    ]
    count = sum(counts.values())
    shown = _("%(count)s findings; the gravest %(most)s are listed.") % {
        "count": formats.number(count),
        "most": formats.number(min(count, MOST_FINDINGS)),
    }
    return section(
        "findings",
        _("Findings"),
        _("Each finding leads to the row and the column of the delivered file."),
        [
            html.P(shown, className="shown", role="status"),
            grid("findings", _("Findings"), columns, rows),
        ],
    )


def deliveries(scope: Scope) -> Component:
    """Return the deliveries in a grid, the newest first."""
    found = registration_queries.deliveries(scope.release, scope.parameters)
    names = format_labels()
    rows = [
        row
        | {
            "format": names.get(row["format"], row["format"]),
            "period": formats.month(row["period"]) if row["period"] else None,
            "received_at": formats.moment(row["received_at"]),
            "signed_by": row.get("signed_by"),
        }
        for row in scope.named(found)
    ]
    columns = [
        Column("format", _("Format"), 210, grows=True),
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
        [grid("deliveries", _("Deliveries"), columns, rows)],
    )
