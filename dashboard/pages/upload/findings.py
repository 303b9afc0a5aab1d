"""The findings of an uploaded file: counted by severity, and in a grid to search."""

import dash_mantine_components as dmc
from dash import MATCH, ClientsideFunction, Dash, Input, Output, State, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, hook
from dashboard.components.grid import Column, grid
from dashboard.server.release_store import Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import severity_labels
from warehouse.deliveries.outcome import SEVERITIES, Finding
from warehouse.exports.reports.delivery import catalogue_by_id, words_of

MOST_LISTED = 1000
"""More than this stand in the report only: the browser would become slow."""
EVERY = ""
GRID, SEARCH, SEVERITY = "findings-grid", "findings-search", "findings-severity"


def findings(upload_id: str, found: tuple[Finding, ...]) -> list[Component]:
    """Return the counts and the grid; a line when nothing was found."""
    if not found:
        return [html.P(_("Nothing was found to be wrong."), className="shown")]
    label = _("Findings")
    name = {"type": GRID, "id": upload_id}
    rows = _rows(found[:MOST_LISTED])
    shown = _("%(count)s findings; the gravest %(most)s are listed.") % {
        "count": formats.number(len(found)),
        "most": formats.number(min(len(found), MOST_LISTED)),
    }
    return [
        html.Div(
            [
                html.H3(label),
                html.P(shown, className="shown", **hook("findings", len(found))),
                html.Div(
                    [_severities(upload_id, found), _search(upload_id)],
                    className="findings-bar",
                ),
                grid(name, label, _columns(rows), rows),
            ],
            className="upload-part",
        )
    ]


def register(app: Dash) -> None:
    """Let the grid be searched and filtered in the browser."""
    app.clientside_callback(
        ClientsideFunction("eropafUpload", "search"),
        Output({"type": GRID, "id": MATCH}, "dashGridOptions"),
        Input({"type": SEARCH, "id": MATCH}, "value"),
        State({"type": GRID, "id": MATCH}, "dashGridOptions"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("eropafUpload", "keepSeverity"),
        Output({"type": GRID, "id": MATCH}, "filterModel"),
        Input({"type": SEVERITY, "id": MATCH}, "value"),
        prevent_initial_call=True,
    )


def _severities(upload_id: str, found: tuple[Finding, ...]) -> Component:
    """Return a choice of severity, each with its count."""
    words = severity_labels()
    counts = {name: sum(one.severity == name for one in found) for name in SEVERITIES}
    choices = [(EVERY, _("All"), len(found))] + [
        (words[name], words[name], count) for name, count in counts.items() if count
    ]
    return html.Div(
        dmc.SegmentedControl(
            id={"type": SEVERITY, "id": upload_id},
            value=EVERY,
            data=[
                {"value": value, "label": f"{text} ({formats.number(count)})"}
                for value, text, count in choices
            ],
        ),
        role="group",
        className="findings-severity",
        **aria_label(_("Severity")),
    )


def _search(upload_id: str) -> Component:
    return dmc.TextInput(
        id={"type": SEARCH, "id": upload_id},
        label=_("Search the findings"),
        attributes={"input": {"type": "search"}},
        className="findings-search",
    )


def _columns(rows: list[Row]) -> list[Column]:
    """Return the columns of the grid, without those in which nothing stands."""
    columns = [
        Column("severity", _("Severity"), 150, is_filtered=True),
        Column("told", _("What"), 220, grows=True),
        Column("mend", _("How to mend it"), 220, grows=True),
        Column("sheet", _("Sheet"), 100, is_filtered=True),
        Column("row", _("Row"), 90, is_number=True, is_filtered=True),
        Column("column", _("Column"), 170, is_filtered=True),
        Column("check_id", _("Check"), 180, is_filtered=True),
    ]
    return [one for one in columns if any(row[one.field] for row in rows)]


def _rows(found: tuple[Finding, ...]) -> list[Row]:
    """Return the findings in the words of the report."""
    checks, words = catalogue_by_id(), severity_labels()
    rows = []
    for finding in found:
        told, mend = words_of(checks.get(finding.check_id), finding, language())
        rows.append(
            {
                "severity": words[finding.severity],
                "told": told,
                "mend": mend,
                "sheet": finding.sheet,
                "row": finding.row,
                "column": finding.column,
                "check_id": finding.check_id,
            }
        )
    return rows
