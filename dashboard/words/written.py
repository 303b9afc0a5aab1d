"""Numbers in a reader's notation that still know what they write."""

from typing import Literal

Style = Literal["number", "percent", "euro"]


class Written(str):
    """A text such as `65% (49 of 75)` with the number behind it, for a spreadsheet.

    `value` is a fraction for the style `percent`; `part` and `whole` are its numerator
    and denominator where the text names them. Put into another text it is that text.
    """

    __slots__ = ("part", "style", "value", "whole")

    value: float
    style: Style
    part: float | None
    whole: float | None

    def __new__(
        cls,
        text: str,
        value: float,
        style: Style = "number",
        *,
        part: float | None = None,
        whole: float | None = None,
    ) -> "Written":
        """Make the text of `value`."""
        made = super().__new__(cls, text)
        made.value, made.style = value, style
        made.part, made.whole = part, whole
        return made

    def said_with(self, text: str) -> "Written":
        """Return the same number in a longer text."""
        return Written(text, self.value, self.style, part=self.part, whole=self.whole)

    def __getnewargs__(self) -> tuple[str, float, Style]:  # type: ignore[override]
        """Say what a copy is made of."""
        return str(self), self.value, self.style
