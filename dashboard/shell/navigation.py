"""The menu beside the pages: who is there, where they may go, and how it looks."""

from collections.abc import Iterator
from dataclasses import fields
from types import ModuleType
from urllib.parse import quote

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.access.person import person
from dashboard.components.attributes import aria_label, named
from dashboard.model.selection import Selection, to_search
from dashboard.pages import PAGES
from dashboard.server import appearance
from dashboard.server.context import ForbiddenError, identity, ledger
from dashboard.words.i18n import LANGUAGES, language
from dashboard.words.i18n import gettext as _
from warehouse.identity import Identity, Right
from warehouse.notes.saved_views import list_views

BRAND = "Eropaf Monitor"


def header(path: str, search: str, query: dict[str, str]) -> list[Component]:
    """Return the menu for who asks, standing at an address."""
    here = quote(f"{path}{search}", safe="")
    asker = _asker()
    return [
        html.Div(
            [
                dcc.Link(BRAND, href="/", className="brand"),
                html.Button(
                    _("Menu"),
                    id="menu-button",
                    type="button",
                    className="button menu-button",
                    **named("aria-expanded", "false"),
                    **named("aria-controls", "menu"),
                ),
            ],
            className="header-bar",
        ),
        html.Div(
            [
                html.Nav(
                    [*_groups(path, _shared(query), asker)],
                    className="nav",
                    **aria_label(_("Pages")),
                ),
                html.Div(
                    [
                        person(asker) if asker else None,
                        _appearance(here),
                        _language(here),
                    ],
                    className="tools",
                ),
            ],
            id="menu",
            className="menu",
        ),
    ]


def may_open(module: ModuleType, asker: Identity | None) -> bool:
    """Tell whether a page is listed for `asker`; the page itself decides again."""
    right = getattr(module, "RIGHT", Right.READ_FIGURES)
    return asker is not None and asker.may(right)


def _asker() -> Identity | None:
    try:
        return identity()
    except ForbiddenError:
        return None


def _shared(query: dict[str, str]) -> str:
    """Return the filters that mean the same on every page, to take along."""
    kept = {field.name: query.get(field.name) for field in fields(Selection)}
    return to_search({**kept})


def _groups(path: str, search: str, asker: Identity | None) -> Iterator[Component]:
    names = {
        "figures": _("Figures"),
        "work": _("Coordination"),
        "manage": _("Manage"),
        "own": _("My own"),
    }
    for group, name in names.items():
        links: list[Component] = [
            html.Li(_link(target, module, path, search))
            for target, module in PAGES.items()
            if group == getattr(module, "GROUP", "figures") and may_open(module, asker)
        ]
        if group == "own" and asker:
            links += _kept(asker)
        if links:
            heading = f"nav-{group}"
            yield html.P(name, id=heading, className="nav-group")
            yield html.Ul(
                links, className="nav-list", **named("aria-labelledby", heading)
            )


def _kept(asker: Identity) -> list[Component]:
    """The views that somebody kept under a name."""
    with ledger().reading() as session:
        views = list_views(session, asker.user_id)
    return [
        html.Li(
            dcc.Link(
                view.name,
                href=f"{view.path}{view.search}",
                className="nav-link nav-link-kept",
            )
        )
        for view in views
    ]


def _link(target: str, module: ModuleType, path: str, search: str) -> Component:
    is_figure = getattr(module, "GROUP", "figures") == "figures"
    return dcc.Link(
        module.title(),
        href=target + search if is_figure else target,
        className="nav-link nav-link-here" if target == path else "nav-link",
    )


def _language(here: str) -> Component:
    other = next(code for code in LANGUAGES if code != language())
    return html.A(
        LANGUAGES[other],
        href=f"/taal/{other}?next={here}",
        className="language",
        lang=other,
        hrefLang=other,
    )


def _appearance(here: str) -> Component:
    names = {"auto": _("Auto"), "light": _("Light"), "dark": _("Dark")}
    chosen = appearance.choice()
    return html.Div(
        [
            html.A(
                names[code],
                href=f"/weergave/{code}?next={here}",
                className="appearance-choice",
                **(named("aria-current", "true") if code == chosen else {}),
            )
            for code in appearance.CHOICES
        ],
        className="appearance",
        role="group",
        **aria_label(_("Colours")),
    )
