"""How the standard is put into words for people: forms, examples, choices."""

from datetime import date

from warehouse.messages import message
from warehouse.standard.fields import Code, Field, Standard

SEPARATOR = " / "


def say(key: str, language: str, **values: object) -> str:
    """The sentence `standard.<key>` in `language`."""
    return message(f"standard.{key}", **values).text(language)


def choices_of(field: Field, standard: Standard, language: str) -> list[str]:
    """The words of a field's drop-down list; none when it has no list."""
    if field.type == "yes_no":
        return [say("yes", language), say("no", language)]
    return [code.label.text(language) for code in standard.codes_of(field)]


def form_of(field: Field, language: str) -> str:
    """The form of a field's values, with its unit and range."""
    parts = [say(f"type.{field.type}", language)]
    if field.unit:
        parts.append(say(f"unit.{field.unit}", language))
    if field.lowest and field.highest:
        shown = {
            "lowest": shown_value(field.lowest, language),
            "highest": shown_value(field.highest, language),
        }
        parts.append(say("range", language, **shown))
    elif field.lowest and field.type not in ("date", "month"):
        lowest = shown_value(field.lowest, language)
        parts.append(say("range_from", language, lowest=lowest))
    if field.is_identifying:
        parts.append(say("identifying", language))
    return ", ".join(parts)


def when_of(field: Field, language: str) -> str:
    """When a field has to be filled in."""
    return field.required_when.text(language) or say("when_known", language)


def example_of(field: Field, standard: Standard, language: str) -> str:
    """A field's example as somebody would write it; empty when it has none."""
    if not field.example:
        return ""
    if field.type == "yes_no":
        return say(field.example, language)
    if field.code_list:
        labels = {code.code: code.label for code in standard.codes_of(field)}
        parts = field.example.split(";")
        return SEPARATOR.join(labels[part].text(language) for part in parts)
    if field.type in ("date", "amount", "decimal", "month"):
        return shown_value(field.example, language)
    return field.example


def shown_value(text: str, language: str) -> str:
    """A number or ISO date of the seeds as people write it in `language`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text if language == "en" else text.replace(".", ",")
    return text if language == "en" else f"{day:%d-%m-%Y}"


def validity_of(code: Code, language: str) -> str:
    """From when to when a code is valid; empty when it always is."""
    parts = []
    if code.valid_from:
        parts.append(say("valid_from", language, day=code.valid_from))
    if code.valid_to:
        parts.append(say("valid_to", language, day=code.valid_to))
    return ", ".join(parts)
