"""Headings, sections and messages that every page has in common."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import hook, named
from dashboard.components.take_away import take_page
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def page_head(title: str, subtitle: str, as_of: date | None = None) -> Component:
    """Return the heading of a page, what it shows, and as seen from which day."""
    note = " ".join([_("As of"), formats.day(as_of)]) if as_of else ""
    return html.Div(
        [
            html.H1(title, id="page-heading", tabIndex=-1),
            html.P(
                [
                    html.Span(subtitle, className="subtitle-text"),
                    html.Span(note, className="as-of", **hook("as_of")),
                ],
                className="subtitle",
            ),
            take_page(),
        ],
        className="page-head",
    )


def section(name: str, title: str, intro: str, content: list[Component]) -> Component:
    """Return a titled part of a page; `name` is its anchor."""
    heading = f"{name}-heading"
    return html.Section(
        [
            html.H2(title, id=heading),
            html.P(intro, className="intro") if intro else None,
            *content,
        ],
        id=name,
        className="section",
        **named("aria-labelledby", heading),
    )


def message(title: str, text: str) -> Component:
    """Return a calm notice in place of content."""
    return html.Div(
        [html.H2(title, className="message-title"), html.P(text)], className="message"
    )


def pair(*content: Component) -> Component:
    """Return parts side by side where there is room."""
    return html.Div(list(content), className="pair")
