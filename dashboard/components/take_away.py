"""The menus by which a chart, a table or a whole page is taken away."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.server.takeaway_address import address
from dashboard.words.i18n import gettext as _


def take_away(
    title: str, table: str | None = None, *, is_drawn: bool = True
) -> Component:
    """Return the menu of a chart; `assets/pictures.js` makes the pictures.

    `table` is the name of the chart, under which its rows are taken away; a chart that
    is not drawn by plotly has no pictures.
    """
    items = [*(_pictures() if is_drawn else []), *_files(_table_words(), table)]
    return html.Details(
        [
            html.Summary(
                "↓",
                className="chart-menu-button",
                **aria_label(_("Take away: %(title)s") % {"title": title}),
            ),
            html.Div(items, className="chart-menu-items"),
        ],
        className="chart-menu",
    )


def take_table(title: str, table: str) -> Component | None:
    """Return the links below a table that stands on its own; None off a page."""
    links = _files(_table_words(), table)
    if not links:
        return None
    label = aria_label(_("Take away: %(title)s") % {"title": title})
    return html.Div(links, className="take-away take-table", role="group", **label)


def take_page() -> Component | None:
    """Return the menu of the page that is drawn; None where it has no figures."""
    words = {
        "pdf": _("Document (PDF)"),
        "pptx": _("Slides (PowerPoint)"),
        "xlsx": _("All tables (XLSX)"),
    }
    files = _files(words, None)
    if not files:
        return None
    return html.Details(
        [
            html.Summary(_("Take away"), className="button button-quiet"),
            html.Div(files, className="chart-menu-items"),
        ],
        className="chart-menu page-menu take-away",
    )


def _table_words() -> dict[str, str]:
    return {"xlsx": _("Table (XLSX)"), "csv": _("Table (CSV)")}


def _files(words: dict[str, str], table: str | None) -> list[Component]:
    """Links to files by their form, none where no page is drawn."""
    found: Iterable[tuple[str, str | None]] = [
        (text, address(form, table)) for form, text in words.items()
    ]
    return [
        html.A(text, href=href, download="", className="chart-menu-item")
        for text, href in found
        if href
    ]


def _pictures() -> list[Component]:
    return [
        html.Button(
            words,
            type="button",
            className="chart-menu-item",
            **named("data-picture", kind),
        )
        for kind, words in (
            ("png", _("Picture (PNG)")),
            ("svg", _("Drawing (SVG)")),
        )
    ]
