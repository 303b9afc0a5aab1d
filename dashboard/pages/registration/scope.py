"""What somebody may read of the registration: which rows, and how small a number."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.release import label_queries
from dashboard.release.registration_queries import smallest_shown
from dashboard.server.context import audience, identity
from dashboard.server.release_store import Release, Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.identity import Right


@dataclass(frozen=True)
class Scope:
    """A release as somebody may see it; `districts` None is every one.

    `least` is the smallest number that is shown as it is, 0 for who sees all.
    """

    release: Release
    district: str | None
    districts: frozenset[str] | None
    least: int
    sees_rows: bool
    district_names: dict[str, str]
    pilot_names: dict[str, str]

    @classmethod
    def of(cls, release: Release, district: str | None) -> "Scope":
        """Return the scope of who asks, within the district that was chosen."""
        viewer = audience()
        return cls(
            release,
            district,
            viewer.districts,
            0 if viewer.sees_small else smallest_shown(release),
            identity().may(Right.READ_DELIVERIES),
            label_queries.district_labels(release, language()),
            label_queries.pilot_labels(release, language()),
        )

    @property
    def parameters(self) -> Row:
        """What the queries bind: the district chosen, and those that may be seen."""
        seen = None if self.districts is None else sorted(self.districts)
        return {"district": self.district, "districts": seen}

    def named(self, rows: Iterable[Row]) -> list[Row]:
        """Return rows with the names of their district and pilot."""
        return [
            row
            | {
                "district": self.district_names.get(row["district"], row["district"]),
                "pilot": self._pilots(row["pilot"]),
            }
            for row in rows
        ]

    def _pilots(self, codes: str | None) -> str | None:
        """The names of pilots; a total may be reported over more than one."""
        if codes is None:
            return None
        return ", ".join(self.pilot_names.get(code, code) for code in codes.split(";"))

    def is_small(self, *counts: float | None) -> bool:
        """Tell whether one of the counts may not be shown; zero may."""
        return any(count and 0 < count < self.least for count in counts)

    def counted(self, count: float | None) -> str:
        """Write a count, or that it is too small to show."""
        if self.is_small(count):
            return _("fewer than %(n)s") % {"n": self.least}
        return formats.number(count)
