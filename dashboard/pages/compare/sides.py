"""The two sides of a comparison: a place, a way of working or a period each."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.model.periods import Period
from dashboard.model.selection import Options, Selection
from dashboard.release import dimensions
from dashboard.release.view import View
from dashboard.words.i18n import gettext as _

DIMENSIONS = ("district", "pilot", "model", "corporation", "period")

DEFAULT = ("vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007")

_MARK = ":"


@dataclass(frozen=True)
class Side:
    """One side: a code of a dimension. The address writes it as `district:noord`.

    A pilot is a bare code, as when only pilots could be compared.
    """

    dimension: str
    code: str

    @property
    def text(self) -> str:
        """The side as the address writes it."""
        is_pilot = self.dimension == "pilot"
        return self.code if is_pilot else f"{self.dimension}{_MARK}{self.code}"

    def within(self, selection: Selection) -> Selection:
        """Return the selection of this side, within what holds for both."""
        return selection.with_(**{self.dimension: self.code})

    def label(self, view: View) -> str:
        """Return the name of the side."""
        return view.labels(self.dimension).get(self.code, self.code)


def read_side(text: str | None, options: Options) -> Side | None:
    """Read a side from an address; None for what may not be chosen."""
    before, mark, after = (text or "").partition(_MARK)
    dimension, code = (before, after) if mark else ("pilot", before)
    is_known = dimension in DIMENSIONS and code in getattr(options, dimension)
    return Side(dimension, code) if is_known else None


def choose_sides(query: dict[str, str], options: Options) -> list[Side]:
    """Return the two sides asked for, else usual ones, as far as there are any."""
    usual = [read_side(text, options) for text in DEFAULT]
    if None in usual:
        usual = [*_first_two(options), None, None]
    asked = [read_side(query.get(name), options) for name in ("left", "right")]
    return [
        side
        for side in (one or other for one, other in zip(asked, usual, strict=False))
        if side is not None
    ]


def _first_two(options: Options) -> list[Side | None]:
    """The first two codes of the first dimension that has two, else of any."""
    listed = list(_all(options))
    for dimension in DIMENSIONS:
        found = [side for side in listed if side.dimension == dimension]
        if len(found) > 1:
            return [*found[:2]]
    return [*listed[:2]]


def _all(options: Options) -> Iterator[Side]:
    """Every side; of periods the years and quarters, as months are too many."""
    for dimension in DIMENSIONS:
        for code in getattr(options, dimension):
            period = Period.parse(code) if dimension == "period" else None
            if period is None or period.kind != "month":
                yield Side(dimension, code)


def side_choices(view: View) -> list[tuple[str, str]]:
    """Return every side that may be chosen, with its dimension before its name."""
    titles = dimensions.titles()
    return [
        (
            side.text,
            _("%(kind)s: %(name)s")
            % {"kind": titles[side.dimension], "name": side.label(view)},
        )
        for side in _all(view.options)
    ]
