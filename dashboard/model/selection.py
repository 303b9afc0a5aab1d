"""The view that an address asks for: places, a period, and groups of households."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from urllib.parse import parse_qsl, urlencode

from dashboard.model.periods import Period

PLACES = {"district": "district", "pilot": "pilot"}
"""The dimensions that say where, with their columns."""

GROUPS = {
    "programme": "programme",
    "model": "working_model",
    "corporation": "corporation",
    "partner": "partner_type",
    "sex": "sex",
    "age": "age_band",
    "household": "household_type",
    "repeat": "repeat",
}
"""The dimensions that say who; one of these at a time is prepared."""

COLUMNS = PLACES | GROUPS


@dataclass(frozen=True)
class Options:
    """The codes that may be chosen, in the order of the lists.

    `needs_district` holds for who may see some districts only: their view is always
    one of those, because a sum of a few is not prepared. `one_group` holds for who
    may not see small numbers: two groups at once would betray them.
    """

    district: tuple[str, ...] = ()
    pilot: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    corporation: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    sex: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    household: tuple[str, ...] = ()
    repeat: tuple[str, ...] = ()
    needs_district: bool = False
    one_group: bool = False


@dataclass(frozen=True)
class Selection:
    """What is shown; None means all. The names are the keys of the address."""

    district: str | None = None
    pilot: str | None = None
    period: str | None = None
    programme: str | None = None
    model: str | None = None
    corporation: str | None = None
    partner: str | None = None
    sex: str | None = None
    age: str | None = None
    household: str | None = None
    repeat: str | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str], options: Options) -> "Selection":
        """Read the address; what may not be chosen is left out.

        `year` is how addresses named the period before there were months.
        """
        asked = {"period": query.get("year"), **query}
        chosen = {
            name: allowed(asked.get(name), getattr(options, name)) for name in KEYS
        }
        if options.needs_district and not chosen["district"]:
            chosen["district"] = next(iter(options.district), NOWHERE)
        if options.one_group:
            chosen |= dict.fromkeys([name for name in GROUPS if chosen[name]][1:])
        return cls(**chosen)

    @property
    def conditions(self) -> dict[str, str]:
        """The columns that are held to one code, and that code."""
        chosen = {column: getattr(self, name) for name, column in COLUMNS.items()}
        return {column: code for column, code in chosen.items() if code}

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the chosen groups of households."""
        return tuple(name for name in GROUPS if getattr(self, name))

    @property
    def span(self) -> Period | None:
        """The chosen period, or None for all of time."""
        return Period.parse(self.period)

    @property
    def search(self) -> str:
        """The query part of the address that reproduces this view."""
        return to_search(asdict(self))

    def with_(self, **changes: str | None) -> "Selection":
        """Return this view with some of its choices changed."""
        return replace(self, **changes)

    def describe(self, labels: Mapping[str, Mapping[str, str]]) -> list[str]:
        """Return the chosen codes in words; `labels` has a mapping per key."""
        chosen = {name: code for name, code in asdict(self).items() if code}
        return [labels.get(name, {}).get(code, code) for name, code in chosen.items()]


KEYS = tuple(field.name for field in fields(Selection))

NOWHERE = "-"
"""The district of who has none: no code is spelled so, hence nothing is found."""


def allowed(value: str | None, codes: tuple[str, ...]) -> str | None:
    """Return `value` when it is one of `codes`, else None."""
    return value if value in codes else None


def to_search(query: Mapping[str, object]) -> str:
    """Write a query as `?key=value`, without what is empty."""
    filled = {key: value for key, value in query.items() if value not in (None, "")}
    return f"?{urlencode(filled)}" if filled else ""


def read_search(search: str | None) -> dict[str, str]:
    """Read the query part of an address; of a key that is there twice, the last."""
    return dict(parse_qsl((search or "").removeprefix("?")))
