"""What is off in a DDAS file, gathered by kind of place, told with its first path."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from warehouse.errors import RefusedError
from warehouse.messages import Message, message

MOST_TOLD = 8
NUMBER = re.compile(r"\[\d+\]")


@dataclass
class Problem:
    """One kind of problem at one kind of place, and how often it was met."""

    key: str
    path: str
    values: Mapping[str, str]
    count: int

    def told(self) -> Message:
        """The sentence: the first path and how many places are like it."""
        more = self.count - 1
        return message(
            self.key,
            path=self.path,
            more_nl=f" (en nog {more} keer zo)" if more else "",
            more_en=f" (and {more} more like it)" if more else "",
            **self.values,
        )


@dataclass
class Problems:
    """Problems of one sort: those that refuse a file, or those that are noted."""

    _by_place: dict[tuple[str, ...], Problem] = field(default_factory=dict)

    def add(self, key: str, path: str, *, count: int = 1, **values: str) -> None:
        """Note a problem; `values` never hold what the file says of a person."""
        place = (key, NUMBER.sub("[]", path), *values.values())
        known = self._by_place.get(place)
        if known is None:
            self._by_place[place] = Problem(key, path, values, count)
        else:
            known.count += count

    def __bool__(self) -> bool:
        return bool(self._by_place)

    def told(self) -> tuple[Message, ...]:
        """One sentence for each kind of problem, in order of appearance."""
        return tuple(problem.told() for problem in self._by_place.values())


def refusal(sentences: Iterable[Message]) -> RefusedError:
    """The refusal of a file that is built otherwise than DDAS says."""
    listed = list(sentences)
    return RefusedError(
        _listed(listed, lambda each: each.nl, "ddas.refused", "nl"),
        _listed(listed, lambda each: each.en, "ddas.refused", "en"),
    )


def _listed(
    sentences: list[Message], text: Callable[[Message], str], heading: str, tongue: str
) -> str:
    told = [message(heading).text(tongue), *map(text, sentences[:MOST_TOLD])]
    if len(sentences) > MOST_TOLD:
        more = message("ddas.refused_more", count=len(sentences) - MOST_TOLD)
        told.append(more.text(tongue))
    return " ".join(told)
