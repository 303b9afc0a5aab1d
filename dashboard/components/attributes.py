"""Attributes that screen readers and tests find things by."""

from typing import Any

from dashboard.model.measures import Measure

Attributes = dict[str, Any]


def aria_label(text: str) -> Attributes:
    """Return the name of a thing for screen readers."""
    return named("aria-label", text)


def named(attribute: str, name: str) -> Attributes:
    """Return one attribute whose name no Python argument can have."""
    return {attribute: name}


def marks(measure: Measure) -> Attributes:
    """Return the attributes by which a value can be found on the page."""
    return {
        "data-indicator": measure.indicator.indicator_id,
        "data-category": measure.category,
        "data-state": measure.state,
    }


def hook(name: str, value: float | None = None) -> Attributes:
    """Return the attributes that name a number and give it unformatted."""
    return {"data-measure": name, "data-value": "" if value is None else f"{value}"}
