"""The document about the standard that a district can be sent, in Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from expectations.catalogue.catalogue import Check, load_catalogue
from warehouse.standard.fields import Entity, Field, Standard
from warehouse.standard.wording import (
    example_of,
    form_of,
    say,
    validity_of,
    when_of,
)

WRITTEN_TYPES = (
    *("date", "month", "amount", "decimal", "integer"),
    *("yes_no", "code", "codes", "identifier", "text"),
)


def render_document(standard: Standard, language: str) -> str:
    """The whole document in `language` (`nl` or `en`)."""
    checks = load_catalogue()
    sections = [
        _opening(standard, language),
        _writing(language),
        _overview(standard, language),
        *(_entity(entity, standard, checks, language) for entity in standard.entities),
        _other_checks(standard, checks, language),
        _codes(standard, language),
        _changes(standard, language),
    ]
    lines = [line for section in sections for line in (*section, "")]
    return "\n".join(lines).rstrip() + "\n"


def _opening(standard: Standard, language: str) -> Iterator[str]:
    newest = standard.changes[0]
    yield f"<!-- {say('made_by', language)} -->"
    yield ""
    yield f"# {say('title', language)}"
    yield ""
    day = newest.released_on
    yield say("version", language, version=standard.version, day=day)
    yield ""
    yield say("introduction", language)


def _writing(language: str) -> Iterator[str]:
    yield f"## {say('writing', language)}"
    yield ""
    yield from _table(
        [say("form", language), say("form_explained", language)],
        (
            [say(f"type.{name}", language), say(f"writing.{name}", language)]
            for name in WRITTEN_TYPES
        ),
    )


def _overview(standard: Standard, language: str) -> Iterator[str]:
    yield f"## {say('entities', language)}"
    yield ""
    yield say("entities_lead", language)
    yield ""
    yield from _table(
        [say("sheet", language), say("row_is", language)],
        (
            [one.label.text(language), one.definition.text(language)]
            for one in standard.entities
        ),
    )


def _entity(
    entity: Entity, standard: Standard, checks: Iterable[Check], language: str
) -> Iterator[str]:
    yield f"## {entity.label.text(language)}"
    yield ""
    yield f"{entity.definition.text(language)} {entity.advice.text(language)}".strip()
    yield ""
    headings = ("column", "explanation", "form", "when", "example")
    yield from _table(
        [say(name, language) for name in headings],
        (_field_row(field, standard, language) for field in entity.asked),
    )
    yield from _derived(entity, language)
    own = [check for check in checks if check.entity == entity.name]
    if own:
        yield ""
        yield f"### {say('checks', language)}"
        yield ""
        labels = {one.name: one.label.text(language) for one in entity.fields}
        yield from _check_table(own, labels, language)


def _field_row(field: Field, standard: Standard, language: str) -> list[str]:
    label = field.label.text(language)
    return [
        f"**{label}**" if field.is_always_required else label,
        field.definition.text(language),
        form_of(field, language),
        when_of(field, language),
        example_of(field, standard, language),
    ]


def _derived(entity: Entity, language: str) -> Iterator[str]:
    derived = [field for field in entity.fields if not field.is_in_template]
    if not derived:
        return
    yield ""
    yield say("derived", language)
    yield ""
    for field in derived:
        yield f"- {field.label.text(language)}: {field.origin.text(language)}"


def _other_checks(
    standard: Standard, checks: Iterable[Check], language: str
) -> Iterator[str]:
    known = {entity.name for entity in standard.entities}
    yield f"## {say('other_checks', language)}"
    yield ""
    other = [check for check in checks if check.entity not in known]
    yield from _check_table(other, {}, language)


def _check_table(
    checks: Iterable[Check], labels: dict[str, str], language: str
) -> Iterator[str]:
    """Checks in the order of the fields; a field that has no label is its name."""
    order = {name: place for place, name in enumerate(labels)}
    ranked = sorted(checks, key=lambda check: order.get(check.field or "", -1))
    whole = say("whole_row", language)
    yield from _table(
        [say("column", language), say("check", language), say("severity", language)],
        (
            [
                labels.get(check.field or "", check.field or whole),
                check.meaning_en if language == "en" else check.meaning_nl,
                say(f"severity.{check.severity}", language),
            ]
            for check in ranked
        ),
    )


def _codes(standard: Standard, language: str) -> Iterator[str]:
    yield f"## {say('codes', language)}"
    yield ""
    yield say("codes_lead", language)
    for code_list, users in _used_lists(standard).items():
        names = dict.fromkeys(field.label.text(language) for field in users)
        yield ""
        yield f"### {', '.join(names)}"
        yield ""
        headings = ("choice", "code", "explanation", "valid")
        yield from _table(
            [say(name, language) for name in headings],
            (
                [
                    code.label.text(language),
                    f"`{code.code}`",
                    code.definition.text(language),
                    validity_of(code, language),
                ]
                for code in standard.code_lists[code_list]
            ),
        )


def _used_lists(standard: Standard) -> dict[str, list[Field]]:
    """The lists that the workbook uses, each with the fields that use it."""
    users: dict[str, list[Field]] = {}
    for entity in standard.entities:
        for field in entity.asked:
            if field.code_list:
                users.setdefault(field.code_list, []).append(field)
    return users


def _changes(standard: Standard, language: str) -> Iterator[str]:
    yield f"## {say('changes', language)}"
    yield ""
    for change in standard.changes:
        yield f"- {change.version} ({change.released_on}): {change.note.text(language)}"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(headings)
    yield _line(["---"] * len(headings))
    for row in rows:
        yield _line(row)


def _line(cells: Iterable[str]) -> str:
    written = (" ".join(cell.split()).replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(written)} |"
