"""What an address asks of the delivery history."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from dashboard.model.selection import allowed
from seeds.formats import formats
from warehouse.deliveries.history.listing import REGION, Wish
from warehouse.ledger.tables import State
from warehouse.standard.places import districts, pilots
from warehouse.stewardship.months.calendar import read_month

LONGEST_TEXT = 100


@dataclass(frozen=True)
class DeliveryWish:
    """The filters of the list, and the delivery that is looked at, if any."""

    wish: Wish
    delivery_id: str | None = None

    @classmethod
    def from_query(cls, query: dict[str, str]) -> "DeliveryWish":
        """Read the address; what nobody knows is left out."""
        state = allowed(query.get("state"), tuple(State))
        wish = Wish(
            state=State(state) if state else None,
            district=allowed(query.get("district"), (REGION, *districts())),
            format=allowed(query.get("format"), tuple(formats())),
            pilot=allowed(query.get("pilot"), tuple(pilots())),
            month=read_month(query.get("month")),
            text=query.get("text", "")[:LONGEST_TEXT] or None,
        )
        return cls(wish, query.get("levering") or None)

    @classmethod
    def from_search(cls, search: str | None) -> "DeliveryWish":
        """Read the query part of an address."""
        return cls.from_query(dict(parse_qsl((search or "").removeprefix("?"))))

    def as_query(self) -> dict[str, object]:
        """The address that shows the same list."""
        wish = self.wish
        return {
            "state": wish.state,
            "district": wish.district,
            "format": wish.format,
            "pilot": wish.pilot,
            "month": f"{wish.month:%Y-%m}" if wish.month else None,
            "text": wish.text,
        }
