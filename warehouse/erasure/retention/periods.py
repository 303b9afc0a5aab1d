"""How long each kind of data is kept, from `seeds/standard/retention.csv`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from seeds.rows import read_seed


@dataclass(frozen=True)
class Period:
    """How many days a kind of data is kept; None as long as it is needed."""

    kind: str
    days: int | None
    label_nl: str
    label_en: str
    since_nl: str
    since_en: str

    def label(self, language: str) -> str:
        """What the kind is called."""
        return self.label_en if language == "en" else self.label_nl

    def since(self, language: str) -> str:
        """From when the days are counted; empty when they are not."""
        return self.since_en if language == "en" else self.since_nl

    def before(self, now: datetime) -> datetime | None:
        """What is older than this was kept long enough; None when nothing is."""
        return None if self.days is None else now - timedelta(days=self.days)


@cache
def periods() -> tuple[Period, ...]:
    """The period of every kind, in the order of the seed."""
    return tuple(map(_period, read_seed("retention.csv")))


def _period(row: dict[str, str]) -> Period:
    return Period(
        kind=row["kind"],
        days=int(row["days"]) if row["days"] else None,
        label_nl=row["label_nl"],
        label_en=row["label_en"],
        since_nl=row["since_nl"],
        since_en=row["since_en"],
    )
