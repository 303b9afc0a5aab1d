"""The definitions: every indicator in words, found by searching in both languages."""

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.components.section import page_head, section
from dashboard.model.selection import to_search
from dashboard.pages.definitions.entry import entry_card
from dashboard.release import definition_queries
from dashboard.release.definition_queries import Code, Entry
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import catalogue_words
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from expectations.catalogue.catalogue import load_catalogue

PATH = "/begrippen"

LONGEST_SEARCH = 100


def title() -> str:
    """Return the name of the page."""
    return _("Definitions")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page; `zoek` of the query is what is searched for."""
    wish = query.get("zoek", "")[:LONGEST_SEARCH]
    found = definition_queries.entries(release, language())
    content = [
        page_head(title(), _("What every number means, and what it is made of")),
        _search(wish, len(found)),
        _contents(found),
        *_themes(found),
        _checks(),
        _codes(definition_queries.codes(release, language())),
        html.P(
            _("Nothing found. Try another word, or a part of one."),
            id="definitions-none",
            className="chart-empty",
            hidden=True,
        ),
    ]
    return Page(title(), content, to_search({"zoek": wish}))


def register(app: Dash) -> None:
    """Let the browser search what is already on the page."""
    app.clientside_callback(
        ClientsideFunction("eropafDefinitions", "search"),
        Output("definitions-count", "children"),
        Input("definitions-search", "value"),
    )


def _search(wish: str, count: int) -> Component:
    return html.Div(
        [
            html.Label(
                _("Search in both languages"),
                htmlFor="definitions-search",
                className="search-label",
            ),
            html.Div(
                [
                    _search_field(wish),
                    html.P(
                        _("%(count)s indicators") % {"count": count},
                        id="definitions-count",
                        role="status",
                        className="shown",
                        **named("data-template", _("{n} found")),
                    ),
                ],
                className="search-row",
            ),
        ],
        className="filters search",
        role="search",
        **aria_label(_("Search the definitions")),
    )


def _search_field(wish: str) -> Component:
    return dcc.Input(
        id="definitions-search",
        type="search",
        value=wish,
        maxLength=LONGEST_SEARCH,
        autoComplete="off",
        placeholder=_("reached, debt, hours…"),
        className="search-field",
    )


def _contents(found: tuple[Entry, ...]) -> Component:
    """A link to the definitions of every theme."""
    words = catalogue_words.themes()
    themes = dict.fromkeys(entry.theme for entry in found)
    links = [
        html.Li(html.A(words.get(theme, theme), href=f"#theme-{theme}"))
        for theme in themes
    ]
    return html.Nav(
        html.Ul(links, className="contents"), **aria_label(_("Themes on this page"))
    )


def _themes(found: tuple[Entry, ...]) -> list[Component]:
    words = catalogue_words.themes()
    themes = dict.fromkeys(entry.theme for entry in found)
    return [
        _group(
            f"theme-{theme}",
            words.get(theme, theme),
            [entry_card(entry) for entry in found if entry.theme == theme],
        )
        for theme in themes
    ]


def _group(name: str, heading: str, items: list[Component]) -> Component:
    return html.Div(
        section(name, heading, "", [html.Div(items, className="definitions")]),
        className="definition-group",
    )


def _checks() -> Component:
    is_english = language() == "en"
    rows = [
        (check.check_id, check.meaning_en if is_english else check.meaning_nl)
        for check in load_catalogue()
    ]
    return _folded("checks", _("Checks"), rows)


def _codes(codes: list[Code]) -> Component:
    rows = [(f"{code.code_list}: {code.code}", code.label) for code in codes]
    return _folded("codes", _("Codes of the standard"), rows)


def _folded(name: str, heading: str, rows: list[tuple[str, str]]) -> Component:
    """A long list that is folded away until something in it is found."""
    lines = [
        # One component a line: there are hundreds of them.
        html.Li(f"{text} ({code})", **named("data-words", ""))
        for code, text in rows
    ]
    summary = _("%(heading)s (%(count)s)") % {"heading": heading, "count": len(rows)}
    return html.Details(
        [html.Summary(summary), html.Ul(lines, className="definition-lines")],
        id=f"definitions-{name}",
        className="definition-group definition-fold",
    )
