"""The view that an address asks for: district, pilot and year."""

from dataclasses import asdict, dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Options:
    """The codes that the current release knows, in the order of the lists."""

    districts: tuple[str, ...] = ()
    pilots: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Selection:
    """What is shown; None means all."""

    district: str | None = None
    pilot: str | None = None
    year: int | None = None

    @classmethod
    def from_query(cls, query: dict[str, str], options: Options) -> "Selection":
        """Read the address; what the release does not know is left out."""
        year = query.get("year", "")
        return cls(
            district=allowed(query.get("district"), options.districts),
            pilot=allowed(query.get("pilot"), options.pilots),
            year=int(year) if year in map(str, options.years) else None,
        )

    @property
    def dimension_set(self) -> str:
        """The dimension set of `indicator_values` that holds this view."""
        chosen = [name for name in ("district", "pilot") if getattr(self, name)]
        return ",".join(chosen) or "total"

    @property
    def search(self) -> str:
        """The query part of the address that reproduces this view."""
        return to_search(asdict(self))


def allowed(value: str | None, codes: tuple[str, ...]) -> str | None:
    """Return `value` when it is one of `codes`, else None."""
    return value if value in codes else None


def to_search(query: dict[str, object]) -> str:
    """Write a query as `?key=value`, without what is empty."""
    filled = {key: value for key, value in query.items() if value not in (None, "")}
    return f"?{urlencode(filled)}" if filled else ""
