"""A figure as it was counted, and as it should be shown."""

import math
from dataclasses import dataclass
from typing import Any, NamedTuple


class Expected(NamedTuple):
    """A figure as it should be shown; None is what there is not."""

    part: float | None
    whole: float | None
    unknown: float
    value: float | None


@dataclass(frozen=True)
class Counted:
    """The aggregates of a figure; those of categories are maps, or hold for all."""

    part: Any
    whole: Any
    unknown: Any
    value: Any

    @property
    def categories(self) -> set[str]:
        """The categories in which something counts; the empty text without any."""
        if not isinstance(self.part, dict):
            return {""}
        of_whole = self.whole if isinstance(self.whole, dict) else {}
        return {code for code in {**self.part, **of_whole} if code is not None}

    def of(self, category: str) -> Expected:
        """Return the figure of a category."""
        part, whole, unknown = (
            one.get(category, 0) if isinstance(one, dict) else one
            for one in (self.part, self.whole, self.unknown)
        )
        value = self.value
        if value is None and part is not None:
            value = part if whole is None else part / whole if whole else None
        return Expected(_number(part), _number(whole), float(unknown), _number(value))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def is_same(one: float | None, other: float | None) -> bool:
    """Whether two numbers are equal but for rounding; None is only equal to None."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)
