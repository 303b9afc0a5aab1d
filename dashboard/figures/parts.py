"""What charts are made of: already formatted parts and series."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

from dashboard.server import theme

Figure = dict[str, Any]

_LABEL_WIDTH = 22
_NARROW = ((0.1, 0.05), (0.3, 0.1), (0.65, 0.2))
_MOST_MONTHS = 6
_MONTH_STEPS = (1, 2, 3, 4, 6, 12)
_OUTSIDE_ROOM = 0.055


@dataclass(frozen=True)
class Part:
    """One bar or dot; texts are in the visitor's language already.

    A bar that is not `known` shows its text in place of a length: `hidden` and `zero`
    have none, `unknown` is hatched.
    """

    label: str
    value: float | None
    text: str = ""
    note: str = ""
    lower: float | None = None
    upper: float | None = None
    state: str = "known"


@dataclass(frozen=True)
class Series:
    """A named row of values in one colour, with a symbol beside the colour."""

    name: str
    values: Sequence[float | None]
    color: str = theme.BLUE
    symbol: str = "circle"
    pattern: str = ""
    lower: Sequence[float | None] = field(default=())
    upper: Sequence[float | None] = field(default=())
    texts: Sequence[str] = field(default=())


def tick_label(part: Part) -> str:
    """Return the label over its note, broken into lines that fit a phone."""
    lines = "<br>".join(wrap(part.label, _LABEL_WIDTH))
    if not part.note:
        return lines
    return f"{lines}<br><span style='font-size:11px'>{part.note}</span>"


def share_ticks(highest: float) -> Figure:
    """Return the ticks of an axis of shares that reaches to `highest`.

    Quarters have a line but only half of them a number, so that a phone has room.
    """
    for reach, step in _NARROW:
        if highest <= reach:
            return {"dtick": step, "tickformat": ".0%", "tickangle": 0}
    quarters = {0: "0%", 0.25: "", 0.5: "50%", 0.75: "", 1: "100%"}
    return {
        "tickmode": "array",
        "tickvals": list(quarters),
        "ticktext": list(quarters.values()),
        "tickangle": 0,
    }


def month_ticks(months: Sequence[str]) -> Figure:
    """Return the ticks of an axis of months: some of them, on two lines each."""
    step = _month_step(len(months))
    shown = list(months[_first_of_a_year(months) % step :: step])
    return {
        "tickmode": "array",
        "tickvals": shown,
        "ticktext": [month.replace(" ", "<br>") for month in shown],
        "tickangle": 0,
    }


def _month_step(count: int) -> int:
    """How many months lie between two ticks: such as divide a year, or whole years."""
    least = -(-count // _MOST_MONTHS)
    years = -(-least // _MONTH_STEPS[-1]) * _MONTH_STEPS[-1]
    return next((step for step in _MONTH_STEPS if step >= least), years)


def _first_of_a_year(months: Sequence[str]) -> int:
    """The place of the first January, at which a year takes over from another."""
    years = [month.rpartition(" ")[2] for month in months]
    turns = (at for at in range(1, len(years)) if years[at] != years[at - 1])
    return next(turns, 0)


def wraps(label: str) -> bool:
    """Tell whether a label needs more than one line."""
    return len(wrap(label, _LABEL_WIDTH)) > 1


def outside_reach(longest: float, texts: Sequence[str]) -> float:
    """Return how far an axis goes past the `longest` bar, for the text beside it.

    A text is as wide on a phone as elsewhere, where the bars are short.
    """
    return longest * (1 + _OUTSIDE_ROOM * max(map(len, texts), default=0)) or 1


def whiskers(
    values: Sequence[float | None],
    lower: Sequence[float | None],
    upper: Sequence[float | None],
    color: str,
) -> Figure:
    """Return plotly error bars from interval ends, none where one is missing."""
    ends = list(zip(values, lower, upper, strict=True))
    return {
        "type": "data",
        "visible": any(None not in end for end in ends),
        "symmetric": False,
        "array": [_distance(value, high) for value, _, high in ends],
        "arrayminus": [_distance(low, value) for value, low, _ in ends],
        "color": color,
        "thickness": 1.5,
        "width": 4,
    }


def _distance(start: float | None, end: float | None) -> float | None:
    if start is None or end is None:
        return None
    return max(0.0, end - start)
