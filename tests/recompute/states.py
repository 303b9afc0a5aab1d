"""Random states of the filters, as the dashboard permits them."""

import random
from datetime import date

from dashboard.model.selection import GROUPS, Options, Selection


def random_selections(options: Options, number: int, seed: int) -> list[Selection]:
    """Draw states: places, a period, no group, mostly one, sometimes two."""
    chance = random.Random(seed)
    return [_selection(options, chance) for _ in range(number)]


def days_of(selection: Selection) -> tuple[date, date] | None:
    """Return the first and the last day that a state asks for."""
    span = selection.span
    return (span.first, span.last) if span else None


def _selection(options: Options, chance: random.Random) -> Selection:
    names = [name for name in ("district", "pilot", "period") if chance.random() < 0.5]
    names += chance.sample(list(GROUPS), chance.choice([0, *[1] * 8, 2]))
    chosen = {name: getattr(options, name) for name in names}
    return Selection(
        **{k: chance.choice(codes) for k, codes in chosen.items() if codes}
    )
