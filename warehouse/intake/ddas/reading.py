"""Reading a DDAS file of any version, draft or mixture into one internal shape."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from warehouse.intake.ddas.model import ROOT, SHAPES, Key, Version, find_key
from warehouse.intake.ddas.problems import Problems
from warehouse.intake.ddas.values import known_code, landed
from warehouse.intake.ddas.versions import VERSIONS
from warehouse.messages import Message
from warehouse.privacy.personal_data import safe_label

Node = dict[str, Any]
OUTSIDE = "$"


@dataclass
class Seen:
    """Where something was first seen, and how often."""

    path: str
    count: int = 0

    def tell(self, problems: Problems, key: str, **values: str) -> None:
        """Add it to problems, all places at once."""
        problems.add(key, self.path, count=self.count, **values)


@dataclass(frozen=True, repr=False)
class ReadDocument:
    """A file in the internal shape: keys of the model, values as texts.

    `refusals` say why it cannot be taken in, `notes` what strays from its version.
    """

    version: Version
    content: Node
    keys: frozenset[str]
    refusals: tuple[Message, ...]
    notes: tuple[Message, ...]


def read_document(document: object, version: Version | None = None) -> ReadDocument:
    """Read parsed JSON; without a version, it is told from the keys and the codes."""
    walker = _Walker()
    content = walker.members(ROOT, document, "")
    known = version or tell_version(walker.spellings, walker.codes)
    return ReadDocument(
        version=known,
        content=content,
        keys=frozenset(f"{shape}.{name}" for shape, name, _ in walker.spellings),
        refusals=walker.refusals.told(),
        notes=(*walker.notes.told(), *_strays(walker, known).told()),
    )


def tell_version(
    spellings: Iterable[tuple[str, str, str]], codes: Iterable[tuple[str, str]]
) -> Version:
    """The version with the fewest foreign keys, then codes; of equals the newest."""
    return min(
        reversed(tuple(VERSIONS.values())),
        key=lambda version: (
            sum(
                version.spelling(shape, name) != written
                for shape, name, written in spellings
            ),
            sum(code not in version.codes.get(of, ()) for of, code in codes),
        ),
    )


@dataclass
class _Walker:
    """Goes through the file once; what depends on the version is only counted."""

    refusals: Problems = field(default_factory=Problems)
    notes: Problems = field(default_factory=Problems)
    spellings: dict[tuple[str, str, str], Seen] = field(default_factory=dict)
    codes: dict[tuple[str, str], Seen] = field(default_factory=dict)
    clients: dict[str, Seen] = field(default_factory=dict)
    _keys: dict[tuple[str, str], Key | None] = field(default_factory=dict)

    def members(self, shape: str, node: object, path: str) -> Node:
        """The members of an object by the model's names; empty when it is none."""
        if not isinstance(node, dict):
            self.refusals.add("ddas.no_object", path or OUTSIDE)
            return {}
        found: Node = {}
        for written, value in node.items():
            key = self._key(shape, written)
            if key is None:
                self._refuse_key(shape, written, path)
                continue
            place = f"{path}.{written}" if path else written
            _count(self.spellings, (shape, key.name, written), place)
            member: Any = self._value(key, value, place)
            if found.get(key.name, member) != member:
                self.refusals.add("ddas.two_spellings", place, name=key.name)
            found[key.name] = member
        for key in SHAPES[shape]:
            if key.required and key.name not in found:
                self.refusals.add("ddas.missing", path or OUTSIDE, name=key.name)
        if shape == "client":
            _count(self.clients, _identified_by(found), path)
        return found

    def _key(self, shape: str, written: str) -> Key | None:
        if (shape, written) not in self._keys:
            self._keys[shape, written] = find_key(shape, written)
        return self._keys[shape, written]

    def _refuse_key(self, shape: str, written: str, path: str) -> None:
        expected = ", ".join(key.name for key in SHAPES[shape])
        place = f"{path}.{safe_label(written)}" if path else safe_label(written)
        self.refusals.add("ddas.unknown_key", place, expected=expected)

    def _value(self, key: Key, value: object, place: str) -> Any:  # noqa: ANN401
        if value is None:
            self.notes.add("warning.ddas.null", place)
            return {"object": {}, "list": []}.get(key.kind)
        if key.kind == "object":
            return self.members(key.of, value, place)
        if key.kind == "list":
            return self._list(key, value, place)
        if not isinstance(value, str | int | float | bool):
            self.refusals.add("ddas.no_value", place)
            return None
        text, as_asked = landed(key.kind, value)
        if not as_asked:
            self.notes.add(f"warning.ddas.expected_{key.kind}", place)
        if key.kind == "code":
            return self._code(key.of, text, place)
        return text or None

    def _list(self, key: Key, value: object, place: str) -> list[Node]:
        if not isinstance(value, list):
            self.refusals.add("ddas.no_list", place)
            return []
        if not value and key.of in ("levering", "verwijzing", "contactpersoon"):
            self.notes.add("warning.ddas.empty_list", place)
        return [
            self.members(key.of, member, f"{place}[{number}]")
            for number, member in enumerate(value)
        ]

    def _code(self, code_list: str, text: str, place: str) -> str:
        code = known_code(code_list, text)
        if code is None:
            self.notes.add(
                "warning.ddas.unknown_code",
                place,
                expected=", ".join(_newest_codes(code_list)),
            )
            return text
        if code != text:
            self.notes.add("warning.ddas.respelled_code", place, expected=code)
        _count(self.codes, (code_list, code), place)
        return code


def _strays(walker: _Walker, version: Version) -> Problems:
    """What stands in the file but not in its version, though the meaning is certain."""
    strays = Problems()
    told = {"version": version.name}
    for (shape, name, written), seen in walker.spellings.items():
        expected = version.spelling(shape, name)
        if expected is None:
            seen.tell(strays, "warning.ddas.key_of_other_version", **told)
        elif expected != written:
            key = "warning.ddas.spelling_of_other_version"
            seen.tell(strays, key, expected=expected, **told)
    for (code_list, code), seen in walker.codes.items():
        known = version.codes.get(code_list, (code,))
        if code not in known:
            expected = ", ".join(known)
            key = "warning.ddas.code_of_other_version"
            seen.tell(strays, key, code=code, expected=expected, **told)
    if version.either_number_or_address:
        for fault, seen in walker.clients.items():
            if fault:
                seen.tell(strays, fault, **told)
    return strays


def _identified_by(client: Node) -> str:
    """What is wrong with how a client is known; empty when nothing is."""
    has_number = client.get("burgerservicenummer") is not None
    others = {name for name, value in client.items() if value is not None} - {
        "burgerservicenummer"
    }
    if has_number:
        return "warning.ddas.client_number_and_more" if others else ""
    return (
        "" if {"postcode", "huisnummer"} <= others else "warning.ddas.client_incomplete"
    )


def _newest_codes(code_list: str) -> tuple[str, ...]:
    return next(
        version.codes[code_list]
        for version in reversed(tuple(VERSIONS.values()))
        if code_list in version.codes
    )


def _count(seen: dict[Any, Seen], what: object, place: str) -> None:
    known = seen.get(what)
    if known is None:
        known = seen[what] = Seen(place)
    known.count += 1
