"""Fields and buttons of the forms, each with its label, and what an action answers."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import ceil

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import named
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.errors import UserError

Options = Sequence[tuple[str, str]]
Id = str | dict[str, str]
"""The id of a field: a name, or several parts that callbacks can match."""


def select(
    name: Id,
    label: str,
    options: Options,
    value: str | None,
    *,
    is_wide: bool = False,
) -> Component:
    """Return a choice from a list; `options` are codes with their texts."""
    return dmc.Select(
        id=name,
        label=label,
        value=value,
        data=[{"value": code, "label": text} for code, text in options],
        allowDeselect=False,
        searchable=len(options) > 12,  # noqa: PLR2004  more than fit without scrolling
        checkIconPosition="right",
        comboboxProps={"withinPortal": False},
        withScrollArea=False,
        styles={"dropdown": {"maxHeight": 300, "overflowY": "auto"}},
        attributes={"dropdown": {"tabIndex": 0}},
        className="form-field form-wide" if is_wide else "form-field",
    )


def standing_choice(name: str, label: str, options: Options) -> list[Component]:
    """Return a choice of what holds, nothing when nothing does.

    It stands in a `choice_part`: the form around an empty one is not shown.
    """
    return [select(name, label, options, None, is_wide=True)] if options else []


def choice_part(name: str, choice: list[Component]) -> Component:
    """Return the place of a choice that an action draws anew."""
    return html.Div(choice, id=name, className="form-wide form-choice")


def text_area(name: Id, label: str, hint: str = "") -> Component:
    """Return a field for a sentence or two.

    It is sent when it is left: sent with every letter, a slow computer loses some.
    """
    return dmc.Textarea(
        id=name,
        label=label,
        description=hint,
        debounce=True,
        autosize=True,
        minRows=2,
        maxRows=6,
        className="form-field form-wide",
    )


def day_field(name: str, label: str) -> Component:
    """Return a field for a day, which the browser helps to choose."""
    typed = {"input": {"type": "date"}}
    return dmc.TextInput(id=name, label=label, attributes=typed, className="form-field")


def button(name: Id, label: str, kind: str = "strong") -> Component:
    """Return a button that acts; `kind` is `strong`, `plain` or `danger`."""
    return html.Button(
        label, id=name, type="button", n_clicks=0, className=f"button button-{kind}"
    )


def form(label: str, fields: Sequence[Component], answer: str) -> Component:
    """Return fields as a named group; `answer` is the id of where the outcome comes."""
    heading = f"{answer}-heading"
    return html.Div(
        [
            html.H3(label, id=heading),
            html.Div(list(fields), className="form-fields"),
            html.Div(id=answer, role="status", className="form-answer"),
        ],
        role="group",
        className="form",
        **named("aria-labelledby", heading),
    )


def done(text: str) -> Component:
    """Return the notice that something was done."""
    return html.P(text, className="answer answer-done")


def refused(text: str) -> Component:
    """Return the notice that something was not done, and why."""
    return html.P(text, className="answer answer-refused")


def attempt(action: Callable[[], str]) -> tuple[Component, bool]:
    """Run an action of a service; what to say of it, and whether it was done."""
    try:
        return done(action()), True
    except UserError as error:
        return refused(error.message(language())), False


def when_visible(expected: datetime) -> str:
    """Say in how many minutes the figures of the next release can be expected."""
    seconds = max((expected - datetime.now(UTC)).total_seconds(), 0)
    minutes = max(ceil(seconds / 60), 1)
    return _("A new release is made; its figures are there in about %(n)s minutes.") % {
        "n": minutes
    }
