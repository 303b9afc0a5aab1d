"""What an export cannot say: counted while it is made, told in a side report."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Losses:
    """Signals left out, fields and values that have no place in DDAS.

    `values` counts (field, code, what was delivered instead or None).
    """

    left_out: dict[str, list[str]] = field(default_factory=dict)
    fields: Counter[str] = field(default_factory=Counter)
    tables: Counter[str] = field(default_factory=Counter)
    values: Counter[tuple[str, str, str | None]] = field(default_factory=Counter)
    rounded_amounts: int = 0

    def leave_out(self, reason: str, signal_id: str) -> None:
        """A signal is not delivered at all."""
        self.left_out.setdefault(reason, []).append(signal_id)

    def reword(self, name: str, code: str, delivered: str | None) -> None:
        """A value was delivered as something less exact, or not at all (None)."""
        self.values[name, code, delivered] += 1

    def as_json(self) -> dict[str, Any]:
        """The losses as the side report holds them."""
        return {
            "left_out": {
                reason: {"signals": len(signals), "signal_ids": signals}
                for reason, signals in sorted(self.left_out.items())
            },
            "fields_without_place": dict(sorted(self.fields.items())),
            "tables_without_place": dict(sorted(self.tables.items())),
            "values_without_equal": [
                {"field": name, "code": code, "delivered_as": said, "count": count}
                for (name, code, said), count in sorted(self.values.items(), key=str)
            ],
            "rounded_amounts": self.rounded_amounts,
        }
