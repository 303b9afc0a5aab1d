"""What a specification of an indicator is: rows in, figures out."""

from dataclasses import dataclass, field

Record = dict[str, str | None]

FIGURES = ("numerator", "denominator", "value", "unknown")


@dataclass(frozen=True)
class Spec:
    """Small fact tables and the figures that they must give.

    `facts` maps a table of marts to rows as text, `expected` holds the figures
    as text; a cell of expected that is empty says that there is no figure.
    """

    name: str
    text_nl: str
    text_en: str
    facts: dict[str, str]
    expected: str
    by: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    where: dict[str, list[str]] = field(default_factory=dict)

    def rows_expected(self) -> list[Record]:
        """The expected figures, one record a line."""
        return parse(self.expected)

    def indicators(self) -> list[str]:
        """The indicators that it specifies, in the order of its lines."""
        names = [str(row["indicator"]) for row in self.rows_expected()]
        return list(dict.fromkeys(names))


def parse(text: str) -> list[Record]:
    """Read a table of which the first line names the columns; empty is null."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [
        {name: cell or None for name, cell in zip(header, row, strict=True)}
        for row in rows
    ]
