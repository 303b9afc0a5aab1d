"""Long lists that can be sorted, filtered and read with the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.components.take_away import take_table
from dashboard.i18n import gettext as _
from dashboard.store import Row

_PAGE_ROWS = 10
_LETTER = 9
_CELL_ROOM = 38
_FILTER_ROOM = 26
_SHRINKS_TO = 0.65
_GROWS = 1.5


@dataclass(frozen=True)
class Column:
    """One column: its field, heading, and how much room it wants.

    Columns share the room there is by what they want, one that `grows` more than the
    others. A column of links holds Markdown, made by `link`.
    """

    field: str
    heading: str
    width: int = 140
    grows: bool = False
    is_number: bool = False
    is_link: bool = False
    is_filtered: bool = False

    @property
    def has_filter(self) -> bool:
        """Whether its heading opens a filter."""
        return self.grows or self.is_filtered

    @property
    def least(self) -> int:
        """The width at which its heading is still whole, and a link on one line."""
        if self.is_link:
            return self.width
        word = max(map(len, self.heading.split()), default=0)
        room = _CELL_ROOM + (_FILTER_ROOM if self.has_filter else 0)
        return max(round(self.width * _SHRINKS_TO), word * _LETTER + room)


def grid(
    name: str | dict[str, str], label: str, columns: Sequence[Column], rows: list[Row]
) -> Component:
    """Return a grid of `rows`; `label` is its name for screen readers.

    A `name` of several parts is an id that callbacks can match.
    """
    rows_of = name if isinstance(name, str) else None
    drawn = html.Div(
        dag.AgGrid(
            id=f"grid-{name}" if isinstance(name, str) else name,
            columnDefs=[_definition(column) for column in columns],
            rowData=rows,
            defaultColDef={
                "sortable": True,
                "resizable": True,
                "wrapHeaderText": True,
                "autoHeaderHeight": True,
            },
            dashGridOptions=_options(label, len(rows)),
            className="ag-theme-quartz",
            style={"height": None},
        ),
        role="group",
        className="grid",
        **aria_label(label),
    )
    return html.Div([drawn, take_table(label, rows_of)]) if rows_of else drawn


def link(text: str, address: str) -> str:
    """Return a link for a column of links; both come from us, never from a file."""
    return f"[{text}]({address})"


def _definition(column: Column) -> dict[str, Any]:
    # A word that is cut off cannot be read with the keyboard, so it wraps.
    is_text = not column.is_number and not column.is_link
    definition: dict[str, Any] = {
        "field": column.field,
        "headerName": column.heading,
        "minWidth": column.least,
        "flex": column.width * (_GROWS if column.grows else 1),
        "wrapText": is_text,
        "autoHeight": is_text,
        "filter": column.has_filter,
    }
    if column.is_link:
        definition["cellRenderer"] = "markdown"
    if column.is_number:
        definition |= {
            "type": "rightAligned",
            "valueFormatter": {"function": "eropafNumber(params.value)"},
        }
    return definition


def _options(label: str, count: int) -> dict[str, Any]:
    return {
        "domLayout": "autoHeight",
        "ensureDomOrder": True,
        "suppressColumnVirtualisation": True,
        "pagination": count > _PAGE_ROWS,
        "paginationPageSize": _PAGE_ROWS,
        "paginationNumberFormatter": {"function": "eropafNumber(params.value)"},
        "paginationPageSizeSelector": False,
        "localeText": _locale(label),
        "enableCellTextSelection": True,
    }


def _locale(label: str) -> dict[str, str]:
    """Return the texts of the grid; those not named here do not occur."""
    return {
        "ariaGridLabel": label,
        "page": _("Page"),
        "of": _("of"),
        "to": _("to"),
        "more": _("more"),
        "noRowsToShow": _("Nothing to show"),
        "noMatchingRows": _("Nothing to show"),
        "loadingOoo": _("Loading…"),
        "filterOoo": _("Filter…"),
        "applyFilter": _("Apply"),
        "resetFilter": _("Clear"),
        "contains": _("Contains"),
        "notContains": _("Does not contain"),
        "equals": _("Equals"),
        "notEqual": _("Does not equal"),
        "startsWith": _("Starts with"),
        "endsWith": _("Ends with"),
        "blank": _("Empty"),
        "notBlank": _("Not empty"),
        "lessThan": _("Less than"),
        "lessThanOrEqual": _("At most"),
        "greaterThan": _("More than"),
        "greaterThanOrEqual": _("At least"),
        "inRange": _("Between"),
        "inRangeStart": _("From"),
        "inRangeEnd": _("To"),
        "andCondition": _("and"),
        "orCondition": _("or"),
        "firstPage": _("First page"),
        "previousPage": _("Previous page"),
        "nextPage": _("Next page"),
        "lastPage": _("Last page"),
        "ariaFilterInput": _("Filter"),
        "ariaFilterValue": _("Filter value"),
        "ariaFilteringOperator": _("Way of filtering"),
        "ariaFilterFromValue": _("Filter from"),
        "ariaFilterToValue": _("Filter up to"),
        "ariaFilterMenuOpen": _("Open the filter"),
        "ariaColumnFiltered": _("Column is filtered"),
        "ariaSortableColumn": _("Press Enter to sort"),
        "ariaLabelColumnFilter": _("Filter of the column"),
        "ariaLabelDialog": _("Dialog"),
        "ariaSearch": _("Search"),
    }
