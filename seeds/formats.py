"""The source formats, as declared beside their staging models."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
DBT_PROJECT = REPOSITORY / "dbt_project"
STANDARD_SEEDS = REPOSITORY / "seeds" / "standard"

SHAPES = frozenset({"table", "sheets", "entities", "crosstab", "json"})
KINDS = frozenset(
    {
        *("identifier", "date", "clock", "amount", "decimal", "integer"),
        *("yes_no", "tick", "code", "codes", "text", "free_text", "records"),
    }
)
NAME_SPACES = frozenset(
    {"contract", "client", "bsn", "name", "birth_date", "postcode", "house_number"}
)

BRACKETED_UNIT = re.compile(r"[(\[][^)\]]*[)\]]")
NOT_A_LETTER_OR_DIGIT = re.compile(r"[^a-z0-9]")


class FormatDeclarationError(Exception):
    """A format's declaration contradicts itself; the message says where."""


@dataclass(frozen=True)
class Column:
    """One declared column of a format; `name` is its name in landing."""

    name: str
    header: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    kind: str = "text"
    pseudonym: str | None = None
    code_list: str | None = None
    field: str | None = None

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The folded headings by which the column is known."""
        return frozenset(map(fold_header, (self.header, self.name, *self.aliases)))

    @property
    def entity(self) -> str:
        """The entity of the field that it feeds; empty when it feeds none."""
        return (self.field or "").partition(".")[0]


@dataclass(frozen=True)
class Format:
    """One source format with its columns in the order of the standard."""

    name: str
    number: int
    label_nl: str
    label_en: str
    shape: str
    needs_pilot: bool
    entity: str
    columns: tuple[Column, ...]
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def by_spelling(self) -> Mapping[str, Column]:
        """The column behind each folded heading."""
        return {text: column for column in self.columns for text in column.spellings}

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which a file is refused."""
        return tuple(column for column in self.columns if column.required)

    @cached_property
    def parts(self) -> tuple["Format", ...]:
        """What one sheet may hold: the format, or one of several entities."""
        if self.shape != "entities":
            return (self,)
        return tuple(
            replace(
                self,
                entity=entity,
                columns=tuple(one for one in self.columns if one.entity == entity),
            )
            for entity in dict.fromkeys(one.entity for one in self.columns)
        )

    def column(self, name: str) -> Column | None:
        """The column called `name` in landing, or None."""
        return next((column for column in self.columns if column.name == name), None)

    def label(self, language: str = "nl") -> str:
        """The format's name in `language`."""
        return self.label_en if language == "en" else self.label_nl


def fold_header(heading: str) -> str:
    """A heading without case, accents, spaces, punctuation and bracketed unit."""
    without_unit = BRACKETED_UNIT.sub("", heading)
    return fold_letters(without_unit) or fold_letters(heading)


def fold_letters(text: str) -> str:
    """Only the unaccented lower-case letters and digits of `text`."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return NOT_A_LETTER_OR_DIGIT.sub("", decomposed)


def load_formats(dbt_project: Path = DBT_PROJECT) -> Mapping[str, Format]:
    """Every declared format by name, in order of number.

    Raises FormatDeclarationError for a duplicate or incomplete declaration.
    """
    staging = dbt_project / "models" / "staging"
    declared = [
        _read_format(source, path)
        for path in sorted(staging.glob("*/_*__sources.yml"))
        for source in yaml.safe_load(path.read_text("utf-8")).get("sources", [])
        # The ledger's deliveries are a source too, but no format.
        if "number" in _meta(source)
    ]
    _fail_on_duplicates("format", [each.name for each in declared])
    _fail_on_duplicates("format number", [str(each.number) for each in declared])
    return MappingProxyType(
        {each.name: each for each in sorted(declared, key=lambda one: one.number)}
    )


@cache
def formats() -> Mapping[str, Format]:
    """The formats of this installation, read once."""
    return load_formats()


def _read_format(source: dict[str, Any], path: Path) -> Format:
    name = source["name"]
    if path.parent.name != name:
        raise FormatDeclarationError(f"{path.name}: source {name} in another folder")
    meta = {**_meta(source), **_meta(source["tables"][0])}
    columns = tuple(
        _read_column(column, name)
        for table in source["tables"]
        for column in table.get("columns", [])
        if "header" in _meta(column)
    )
    if meta.get("shape") not in SHAPES:
        raise FormatDeclarationError(f"{name}: unknown shape {meta.get('shape')!r}")
    _fail_on_duplicates(f"{name}: column", [column.name for column in columns])
    declared_format = Format(
        name=name,
        number=int(meta["number"]),
        label_nl=meta["label_nl"],
        label_en=meta["label_en"],
        shape=meta["shape"],
        needs_pilot=bool(meta.get("needs_pilot", False)),
        entity=meta["entity"],
        columns=columns,
        meta=MappingProxyType(meta),
    )
    _check_headings(declared_format)
    return declared_format


def _check_headings(declared_format: Format) -> None:
    for part in declared_format.parts:
        _fail_on_duplicates(
            f"{declared_format.name}: heading",
            [spelling for column in part.columns for spelling in column.spellings],
        )


def _read_column(declared: dict[str, Any], format_name: str) -> Column:
    meta = _meta(declared)
    column = Column(
        name=declared["name"],
        header=str(meta["header"]),
        aliases=tuple(str(alias) for alias in meta.get("aliases") or ()),
        required=bool(meta.get("required", False)),
        kind=meta["kind"],
        pseudonym=meta.get("pseudonym"),
        code_list=meta.get("code_list"),
        field=meta.get("field"),
    )
    where = f"{format_name}.{column.name}"
    if column.kind not in KINDS:
        raise FormatDeclarationError(f"{where}: unknown kind {column.kind!r}")
    if (column.kind == "identifier") != (column.pseudonym in NAME_SPACES):
        raise FormatDeclarationError(f"{where}: an identifier needs a name space")
    return column


def _meta(node: dict[str, Any]) -> dict[str, Any]:
    """The `config.meta` of a source, table or column."""
    return (node.get("config") or {}).get("meta") or node.get("meta") or {}


def _fail_on_duplicates(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise FormatDeclarationError(f"{what} {name!r} is declared twice")
        seen.add(name)
