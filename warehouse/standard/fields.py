"""Reads the registration standard from its seeds."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from seeds.formats import STANDARD_SEEDS

Row = Mapping[str, str]

# Places and organisations have seeds of their own, and are lists all the same.
NAMED_LISTS = {"district": "districts", "partner": "partners", "pilot": "pilots"}


@dataclass(frozen=True)
class Words:
    """One text in both languages."""

    nl: str
    en: str

    def text(self, language: str) -> str:
        """The text in `language`, Dutch for any other than `en`."""
        return self.en if language == "en" else self.nl

    def __bool__(self) -> bool:
        return bool(self.nl)


@dataclass(frozen=True)
class Code:
    """A code with what it means; without dates it has always been valid."""

    code: str
    label: Words
    definition: Words
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Field:
    """A field of an entity.

    `required_condition` is SQL over `int_<entity>__standardised`; `lowest` and
    `highest` are numbers or ISO dates; `example` is written as the standard does.
    """

    entity: str
    name: str
    label: Words
    definition: Words
    type: str
    unit: str
    code_list: str
    required_when: Words
    required_condition: str
    lowest: str
    highest: str
    is_identifying: bool
    is_in_template: bool
    origin: Words
    example: str
    source: str
    since: str

    @property
    def is_always_required(self) -> bool:
        """Whether no record makes sense without it."""
        return self.required_condition == "true"


@dataclass(frozen=True)
class Entity:
    """A kind of record; its label is the name of its sheet."""

    name: str
    label: Words
    definition: Words
    advice: Words
    fields: tuple[Field, ...]

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that the workbook asks for."""
        return tuple(field for field in self.fields if field.is_in_template)


@dataclass(frozen=True)
class Change:
    """What a version of the standard brought."""

    version: str
    released_on: date
    note: Words


@dataclass(frozen=True)
class Standard:
    """The whole standard, its entities and their fields in order."""

    entities: tuple[Entity, ...]
    code_lists: Mapping[str, tuple[Code, ...]]
    changes: tuple[Change, ...]

    @property
    def version(self) -> str:
        """The version in force."""
        return self.changes[0].version

    def codes_of(self, field: Field) -> tuple[Code, ...]:
        """The codes that a field may hold; none when it holds no code."""
        return self.code_lists.get(field.code_list, ())


@cache
def load_standard() -> Standard:
    """The standard of this installation."""
    return read_standard(STANDARD_SEEDS)


def read_standard(folder: Path) -> Standard:
    """Read the standard from the seeds in `folder`; the newest change comes first."""
    fields = [_field(row) for row in _ordered(folder / "standard_fields.csv")]
    entities = tuple(
        Entity(
            name=row["entity"],
            label=_words(row, "label"),
            definition=_words(row, "definition"),
            advice=_words(row, "advice"),
            fields=tuple(one for one in fields if one.entity == row["entity"]),
        )
        for row in _ordered(folder / "standard_entities.csv")
    )
    changes = sorted(
        _rows(folder / "standard_versions.csv"),
        key=lambda row: (row["released_on"], -int(row["change_number"])),
        reverse=True,
    )
    return Standard(
        entities=entities,
        code_lists=_code_lists(folder),
        changes=tuple(
            Change(
                row["version"],
                date.fromisoformat(row["released_on"]),
                _words(row, "note"),
            )
            for row in changes
        ),
    )


def _code_lists(folder: Path) -> dict[str, tuple[Code, ...]]:
    explained = {
        (row["code_list"], row["code"]): row
        for row in _rows(folder / "standard_codes.csv")
    }
    lists: dict[str, list[Code]] = {}
    for name, code, row in _listed_codes(folder):
        meaning = explained.get((name, code), {})
        lists.setdefault(name, []).append(_code(code, row, meaning))
    return {name: tuple(codes) for name, codes in lists.items()}


def _listed_codes(folder: Path) -> Iterator[tuple[str, str, Row]]:
    """Every list, code and its row, in the order in which they are shown."""
    for row in _ordered(folder / "code_lists.csv"):
        yield row["code_list"], row["code"], row
    for name, seed in NAMED_LISTS.items():
        for row in _rows(folder / f"{seed}.csv"):
            yield name, row[name], row


def _code(code: str, row: Row, explained: Row) -> Code:
    return Code(
        code=code,
        label=_words(row, "label"),
        definition=_words(explained, "definition"),
        valid_from=_date(explained.get("valid_from")),
        valid_to=_date(explained.get("valid_to")),
    )


def _field(row: Row) -> Field:
    return Field(
        entity=row["entity"],
        name=row["field"],
        label=_words(row, "label"),
        definition=_words(row, "definition"),
        type=row["type"],
        unit=row["unit"],
        code_list=row["code_list"],
        required_when=_words(row, "required_when"),
        required_condition=row["required_condition"],
        lowest=row["lowest"],
        highest=row["highest"],
        is_identifying=row["identifying"] == "true",
        is_in_template=row["in_template"] == "true",
        origin=_words(row, "origin"),
        example=row["example"],
        source=row["source"],
        since=row["since"],
    )


def _words(row: Row, name: str) -> Words:
    return Words(row.get(f"{name}_nl", ""), row.get(f"{name}_en", ""))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _ordered(path: Path) -> list[Row]:
    return sorted(_rows(path), key=lambda row: int(row["sort_order"]))


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
