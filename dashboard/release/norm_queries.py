"""The time limits of the programme, as they stood when the release was made."""

from dataclasses import dataclass
from datetime import date

from dashboard.release.label_queries import text_column
from dashboard.server.release_store import Release


@dataclass(frozen=True)
class Norm:
    """A time limit; without a pilot it holds for all, without a date always."""

    norm: str
    pilot: str | None
    amount: int
    unit: str
    valid_from: date | None
    valid_to: date | None
    source: str


def norms(release: Release, language: str) -> tuple[Norm, ...]:
    """Return all time limits, those of a single pilot last."""
    return release.remember(("norms", language), lambda: _read(release, language))


def _read(release: Release, language: str) -> tuple[Norm, ...]:
    rows = release.rows(
        f"""
        select
            norm,
            pilot,
            amount,
            unit,
            valid_from,
            valid_to,
            {text_column("source", language)} as source,
        from standard.norms
        order by norm, pilot nulls first, valid_from nulls first
        """
    )
    return tuple(Norm(**row) for row in rows)


def norm_of(
    release: Release, name: str, pilot: str | None, language: str
) -> Norm | None:
    """Return the limit that holds now for a pilot, or for all without one."""
    found = [
        norm
        for norm in norms(release, language)
        if norm.norm == name and norm.pilot in (None, pilot) and norm.valid_to is None
    ]
    return found[-1] if found else None
