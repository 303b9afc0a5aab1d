"""What a figure is: a numerator, a denominator and unknowns, in SQL over units.

The kinds are those of docs/indicators.md. `among` says which units count; `answer` is
true, false, or null where nobody knows.
"""

from dataclasses import dataclass

UNKNOWN_CODES = "('unknown', 'unmapped')"


@dataclass(frozen=True)
class Figure:
    """SQL aggregates over units; of a figure with categories they may be maps.

    Without a denominator the value is the numerator; `value` is written out only
    where it is no division.
    """

    part: str
    whole: str = "null"
    unknown: str = "0"
    value: str = "null"

    @property
    def columns(self) -> str:
        """The four aggregates, in their order."""
        return f"{self.part}, {self.whole}, {self.unknown}, {self.value}"


def units(test: str) -> str:
    """Count the units that pass a test."""
    return f"count(*) filter ({test})"


def count(answer: str = "true", among: str = "true") -> Figure:
    """The units whose answer is yes."""
    return Figure(units(f"{among} and {answer}"), unknown=unanswered(answer, among))


def told_count(answer: str) -> Figure:
    """The same, but unknown, not zero, when no answer at all is known."""
    return Figure(f"sum(({answer})::integer)", unknown=unanswered(answer, "true"))


def share(answer: str, among: str = "true") -> Figure:
    """Those, over all units: not knowing is in the denominator."""
    yes, unknown = units(f"{among} and {answer}"), unanswered(answer, among)
    return Figure(yes, units(among), unknown)


def told_share(answer: str, among: str = "true") -> Figure:
    """The same, but unknown, not zero, when no answer at all is known."""
    yes = f"sum(({answer})::integer) filter ({among})"
    return Figure(yes, units(among), unanswered(answer, among))


def known_share(answer: str, among: str = "true") -> Figure:
    """The same, over the units whose answer is known."""
    whole = units(f"{among} and ({answer}) is not null")
    return Figure(units(f"{among} and {answer}"), whole, unanswered(answer, among))


def total(amount: str, among: str = "true") -> Figure:
    """The sum of an amount."""
    return Figure(
        f"coalesce(sum({amount}) filter ({among}), 0)",
        unknown=unanswered(amount, among),
    )


def told_total(amount: str) -> Figure:
    """The same, but unknown, not zero, when no amount at all is known."""
    return Figure(f"sum({amount})", unknown=unanswered(amount, "true"))


def mean(amount: str, among: str = "true", value: str = "null") -> Figure:
    """The mean of an amount over the units where it is known."""
    return Figure(
        f"coalesce(sum({amount}) filter ({among}), 0)",
        units(f"{among} and {amount} is not null"),
        unanswered(amount, among),
        value,
    )


def quantile(amount: str, place: float, among: str = "true") -> Figure:
    """A quantile of an amount, beside its sum and the number of units."""
    middle = f"quantile_cont({amount}::double, {place}) filter ({among})"
    return mean(amount, among, middle)


def by_code(code: str, among: str = "true") -> Figure:
    """The units by the code they have, over all units that could have one."""
    unknown = f"{among} and coalesce({code}, 'unknown') in {UNKNOWN_CODES}"
    return Figure(codes(code, among), units(among), units(unknown))


def share_by(code: str, answer: str, among: str = "true") -> Figure:
    """The share of units whose answer is yes, of every group apart."""
    return Figure(
        codes(code, f"{among} and {answer}"),
        codes(code, among),
        codes(code, f"{among} and ({answer}) is null"),
    )


def codes(code: str, among: str = "true") -> str:
    """Count units by a code, in a map."""
    return f"coalesce(histogram({code}) filter ({among}), map())"


def unanswered(answer: str, among: str) -> str:
    """Count the units of which the answer is not known."""
    return units(f"{among} and ({answer}) is null")
