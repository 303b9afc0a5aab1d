"""Long lists that can be sorted, filtered and read with the keyboard."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.components.take_away import take_table
from dashboard.server.release_store import Row
from dashboard.words.i18n import gettext as _

_PAGE_ROWS = 10
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_LETTER, _BOLD_LETTER = 8, 9
_CELL_ROOM = 38
_FILTER_ROOM = 26
_SHRINKS_TO, _SCREEN = 0.65, 980
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

    def least(self, rows: Sequence[Row], share: float) -> int:
        """Return the width at which no word is broken, and a link is on one line.

        It is never less than a `share` of the room that the column wants.
        """
        if self.is_link:
            return self.width
        room = _CELL_ROOM + (_FILTER_ROOM if self.has_filter else 0)
        head = _longest([self.heading]) * _BOLD_LETTER + room
        texts = (str(row.get(self.field) or "") for row in rows)
        cells = _longest(texts) * _LETTER + _CELL_ROOM
        return max(round(self.width * share), head, min(cells, self.width))


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
            columnDefs=_definitions(columns, rows),
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


def _definitions(
    columns: Sequence[Column], rows: Sequence[Row]
) -> list[dict[str, Any]]:
    """The columns as the grid wants them; they shrink when a screen is too narrow."""
    room = sum(column.width for column in columns)
    share = max(_SHRINKS_TO, min(1, _SCREEN / room)) if room else 1
    return [_definition(column, column.least(rows, share)) for column in columns]


def _longest(texts: Iterable[str]) -> int:
    """The number of letters of the longest word, which a line cannot break."""
    words = (word for text in texts for word in _BETWEEN_WORDS.split(text))
    return max(map(len, words), default=0)


def _definition(column: Column, least: int) -> dict[str, Any]:
    # A word that is cut off cannot be read with the keyboard, so it wraps.
    is_text = not column.is_number and not column.is_link
    definition: dict[str, Any] = {
        "field": column.field,
        "headerName": column.heading,
        "minWidth": least,
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
        "tabToNextCell": {"function": "eropafLeaveGrid()"},
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
