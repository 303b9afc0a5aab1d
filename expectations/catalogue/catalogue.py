"""The check catalogue: every check there is, read from two YAML files."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

HERE = Path(__file__).parent
CATALOGUE_FILE = HERE / "catalogue.yml"
FAMILIES_FILE = HERE / "families.yml"

Kind = Literal[
    "conformance", "completeness", "plausibility", "timeliness", "consistency"
]
Severity = Literal["blocking", "error", "warning", "information"]
Gate = Literal["delivery", "release"]


class CatalogueError(Exception):
    """The catalogue contradicts itself; the message says where."""


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Check:
    """One check: to which rows it applies, which of them violate it, and its words.

    `threshold` is the share of assessed rows (0..1) of a district and pilot that may
    violate the check; above it, and at 0 with the first row, the check fails.
    """

    check_id: str
    entity: str
    field: str | None
    kind: Kind
    severity: Severity
    assesses: str
    violates: str
    meaning_nl: str
    meaning_en: str
    advice_nl: str
    advice_en: str
    threshold: float = 0.0
    gate: Literal["delivery", "release", "both"] = "both"
    counts_rejected: bool = False
    family: str | None = None

    @property
    def assessed_condition(self) -> str:
        """SQL condition of the rows to which the check applies."""
        scope = "" if self.counts_rejected else "rejection is null and "
        return f"{scope}({self.assesses})"

    @property
    def violating_condition(self) -> str:
        """SQL condition of the rows that violate the check."""
        return f"{self.assessed_condition} and ({self.violates})"

    def runs_at(self, gate: Gate) -> bool:
        """Whether the check belongs to this gate."""
        return self.gate in (gate, "both")

    def described(self) -> dict[str, str | float | None]:
        """What people and other programs may know of the check."""
        names = (
            "check_id entity field kind severity meaning_nl meaning_en advice_nl "
            "advice_en threshold"
        )
        return {name: getattr(self, name) for name in names.split()}


@cache
def load_catalogue() -> tuple[Check, ...]:
    """Every check of this installation, in the order of the catalogue."""
    return read_catalogue(CATALOGUE_FILE, FAMILIES_FILE)


@cache
def derived_fields() -> Mapping[str, frozenset[str]]:
    """For each entity the fields that are known without a column of their own."""
    labels = yaml.safe_load(FAMILIES_FILE.read_text("utf-8"))["labels"]
    return {
        entity: frozenset(name for name, label in fields.items() if "derived" in label)
        for entity, fields in labels.items()
    }


@cache
def source_fields() -> Mapping[tuple[str, str], str]:
    """(entity, field) to the field whose column feeds it, where they differ."""
    labels = yaml.safe_load(FAMILIES_FILE.read_text("utf-8"))["labels"]
    return {
        (entity, name): label["source"]
        for entity, fields in labels.items()
        for name, label in fields.items()
        if "source" in label
    }


def read_catalogue(catalogue: Path, families: Path) -> tuple[Check, ...]:
    """Read the checks of both files.

    Raises CatalogueError for a check id that occurs twice or an unknown label, and
    pydantic's ValidationError for a key that is missing, unknown or of a wrong type.
    """
    declared = yaml.safe_load(families.read_text("utf-8"))
    single = yaml.safe_load(catalogue.read_text("utf-8"))
    checks = TypeAdapter(list[Check]).validate_python(
        [*_family_checks(declared), *single]
    )
    _fail_on_duplicates(checks)
    return tuple(checks)


def _family_checks(declared: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for family, template in declared["families"].items():
        members = declared["members"][family]
        thresholds = members["threshold"]
        for entity, severity, field in _members(members):
            words = _words(declared, entity, field)
            for scope in ("rows", "scope"):
                words[scope] = members.get(scope, {}).get(entity, "")
            yield {
                **{key: _filled(text, words) for key, text in template.items()},
                "family": family,
                "entity": entity,
                "field": field,
                "severity": severity,
                "threshold": thresholds[severity],
            }


def _members(members: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """Entity, severity and field of each check of a family."""
    for entity in members.get("rows", {}):
        yield entity, "information", None
    for entity, by_severity in members.get("fields", {}).items():
        for severity, fields in by_severity.items():
            for field in fields:
                yield entity, severity, field


def _words(
    declared: dict[str, Any], entity: str, field: str | None
) -> dict[str, str | None]:
    """What is filled in between the braces of a family."""
    if field is None:
        return {"entity": entity}
    label = declared["labels"].get(entity, {}).get(field)
    if label is None:
        raise CatalogueError(f"{entity}.{field} has no label in families.yml")
    form = declared["forms"].get(label.get("form"), {})
    return {
        "entity": entity,
        "field": field,
        "label_nl": label["nl"],
        "label_en": label["en"],
        "form_nl": form.get("nl"),
        "form_en": form.get("en"),
        "form_advice_nl": form.get("advice_nl"),
        "form_advice_en": form.get("advice_en"),
    }


def _filled(text: str | bool, words: dict[str, str | None]) -> str | bool:
    return text.format(**words) if isinstance(text, str) else text


def _fail_on_duplicates(checks: list[Check]) -> None:
    seen: set[str] = set()
    for check in checks:
        if check.check_id in seen:
            raise CatalogueError(f"check {check.check_id} stands there twice")
        seen.add(check.check_id)
