"""What an address asks of the month board: a place, and the last month."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from warehouse.deliveries.history.listing import REGION
from warehouse.standard.places import districts
from warehouse.stewardship.months.board import Board
from warehouse.stewardship.months.calendar import read_month

__all__ = ["REGION", "BoardWish"]


@dataclass(frozen=True)
class BoardWish:
    """The place asked for (a district, `region`, None: all) and the last month."""

    code: str | None = None
    until: date | None = None

    @classmethod
    def from_query(cls, query: dict[str, str]) -> "BoardWish":
        """Read the address; what nobody knows is left out."""
        code = query.get("district")
        known = code == REGION or code in districts()
        return cls(code if known else None, read_month(query.get("until")))

    @classmethod
    def from_search(cls, search: str | None) -> "BoardWish":
        """Read the query part of an address."""
        return cls.from_query(dict(parse_qsl((search or "").removeprefix("?"))))

    @property
    def is_narrow(self) -> bool:
        """Whether one place is asked for."""
        return self.code is not None

    @property
    def district(self) -> str | None:
        """The district as the ledger has it: None for the region and for all."""
        return None if self.code == REGION else self.code

    def as_query(self, board: Board) -> dict[str, object]:
        """The address that shows the same, with the month that is really shown."""
        return {"district": self.code, "until": f"{board.months[-1]:%Y-%m}"}
