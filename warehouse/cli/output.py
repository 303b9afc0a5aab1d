"""Printing answers: JSON for programs, tables for people."""

import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import typer

WIDE = 240


def print_json(answer: object) -> None:
    """Print JSON: dates in ISO 8601, numbers as numbers, nothing as null."""
    typer.echo(json.dumps(_plain(answer), ensure_ascii=False, indent=2))


def print_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] = ()) -> None:
    """Print rows under their column names; `columns` when there may be no rows."""
    # Rich takes a moment to import, and JSON does not need it.
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    listed = list(rows)
    # Not every row has every column: only some indicators have categories.
    names = list(columns) or list(dict.fromkeys(name for row in listed for name in row))
    table = Table(*names, box=box.SIMPLE_HEAD)
    for row in listed:
        # A value in square brackets is no markup.
        table.add_row(*(escape(_shown(row.get(name))) for name in names))
    # What is written to a file or a pipe has no screen to fit on.
    width = None if sys.stdout.isatty() else WIDE
    Console(highlight=False, width=width).print(table)


def _plain(value: object) -> object:
    """A value as JSON knows it; what is not finite is not known."""
    match value:
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case float() | Decimal():
            return float(value) if math.isfinite(value) else None
        case None | bool() | int() | str():
            return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.4g}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
    return str(value)
