"""Marks: by what a row is recognised as somebody's, and as of the same household.

A mark is made of pseudonyms. What is kept of marks, the list of who objects, is hashed
once more with the same key: it holds none of the pseudonyms that a release holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warehouse.privacy.pseudonyms import Pseudonyms

NOWHERE = "unknown"
_SPACE = "objection"


@dataclass(frozen=True)
class Keys:
    """What a row says about who it is about: pseudonyms, and the signal's number.

    `postcode` is that of a whole postcode (`1234 AB`), else None. `format` is None
    when the row names the number of a signal that is in another delivery.
    """

    delivery_id: str = ""
    district: str | None = None
    format: str | None = None
    contract: str | None = None
    client: str | None = None
    bsn: str | None = None
    name: str | None = None
    birth_date: str | None = None
    postcode: str | None = None
    house_number: str | None = None
    number: str | None = None


def asked(keys: Keys) -> frozenset[str]:
    """The marks of somebody who is looked for by these identifiers."""
    told = [*_strong(keys), *_personal(keys, "person")]
    if keys.birth_date and keys.postcode and keys.house_number:
        # Most formats hold no house number.
        told.append(f"person:{keys.birth_date}/{keys.postcode}")
    return frozenset(told)


def shown(keys: Keys) -> frozenset[str]:
    """The marks by which a row is found."""
    strong = list(_strong(keys))
    marks = [*strong, *_personal(keys, "person")]
    marks += _numbers(keys, "named" if keys.format else "reported")
    if not strong:
        marks += _personal(keys, "alone")
    return frozenset(marks)


def passed_on(keys: Keys) -> frozenset[str]:
    """The marks by which the other rows of a found row's household are found.

    Who was born on that day at that place is only taken for the same when the other
    row has no number of its own to say otherwise.
    """
    strong = list(_strong(keys))
    marks = [*strong, *_personal(keys, "alone")]
    if keys.format:
        marks += _numbers(keys, "reported")
    elif strong and not keys.contract:
        # A service without a contract has that of the signal it names.
        marks += _numbers(keys, "named")
    return frozenset(marks)


def hashed(marks: Iterable[str], pseudonyms: Pseudonyms) -> frozenset[str]:
    """The marks as they are kept: hashed once more with the key."""
    return frozenset(pseudonyms.pseudonym(_SPACE, mark) for mark in marks)


def digest(marks: Iterable[str], pseudonyms: Pseudonyms) -> str:
    """One hexadecimal text for a set of marks: the same for the same person."""
    return pseudonyms.fingerprint("\n".join(sorted(marks)).encode())


def _strong(keys: Keys) -> Iterator[str]:
    """What belongs to one household by itself; institutions number their clients."""
    if keys.contract:
        yield f"contract:{keys.contract}"
    if keys.bsn:
        yield f"bsn:{keys.bsn}"
    if keys.client:
        yield f"client:{keys.client}/{keys.district or NOWHERE}"


def _personal(keys: Keys, kind: str) -> Iterator[str]:
    """What is nobody else's in practice, but only together."""
    if keys.birth_date and keys.postcode:
        house = f"/{keys.house_number}" if keys.house_number else ""
        yield f"{kind}:{keys.birth_date}/{keys.postcode}{house}"
    if keys.birth_date and keys.name:
        yield f"{kind}:{keys.name}-{keys.birth_date}"


def _numbers(keys: Keys, link: str) -> Iterator[str]:
    """The signal that a row reports or names; `link` is how others speak of it."""
    if keys.number is None:
        return
    yield f"number:{keys.delivery_id}/{keys.number}"
    if not keys.district:
        return
    yield f"{link}:{keys.district}/{keys.number}"
    # Numbers of signals hold within a format and a district.
    if keys.format:
        yield f"number:{keys.format}/{keys.district}/{keys.number}"
