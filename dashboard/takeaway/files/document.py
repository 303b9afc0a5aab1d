"""A view of the figures as a document: what every form of taking it away is made of.

Texts are in the language of the document. Numbers in cells are `Written`, or plain
numbers; a text may come from a delivery, so it never runs as a formula anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Cell = str | float | int | date | datetime | None
Figure = dict[str, Any]


@dataclass(frozen=True)
class Heading:
    """The heading of a part; level 2 is a section, 3 a part of it."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text; one with a mark is an item of a list."""

    text: str
    is_item: bool = False


@dataclass(frozen=True)
class Card:
    """One number with what is needed to judge it, line by line."""

    label: str
    value: str
    lines: tuple[str, ...] = ()
    indicator_id: str = ""
    category: str = ""
    number: float | None = None


@dataclass(frozen=True)
class Table:
    """Rows under a head; `name` tells it apart from the others of its document."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Chart:
    """A chart: the plotly dict that the page draws, if any, its words, and its rows."""

    name: str
    title: str
    figure: Figure | None
    summary: str
    table: Table | None
    indicator_id: str = ""


Block = Heading | Paragraph | Card | Table | Chart


@dataclass(frozen=True)
class Document:
    """A page of figures as somebody saw it, with all that says how to read it.

    `view` says in words what was selected, `definitions` are labels with what they
    mean, `sees_small` whether small numbers may stand in it.
    """

    title: str
    view: str
    language: str
    release: str
    as_of: str = ""
    is_invented: bool = False
    sees_small: bool = False
    blocks: Sequence[Block] = ()
    definitions: Sequence[tuple[str, str]] = field(default=())

    def tables(self) -> Iterator[Table]:
        """Yield the tables, those of charts too, in their order."""
        for block in self.blocks:
            table = block.table if isinstance(block, Chart) else block
            if isinstance(table, Table):
                yield table

    def table(self, name: str) -> Table | None:
        """Return the table of this name, None when there is none."""
        return next((one for one in self.tables() if one.name == name), None)
