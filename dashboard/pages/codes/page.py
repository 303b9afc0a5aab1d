"""The mapping page: texts that nobody mapped, their codes, and what was mapped."""

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.components.attributes import hook
from dashboard.components.grid import Column, grid, link
from dashboard.components.section import page_head, section
from dashboard.model.selection import to_search
from dashboard.pages.codes import actions, forms
from dashboard.pages.codes.address import CodeWish
from dashboard.server.context import demand, settings
from dashboard.server.page import Page
from dashboard.server.release_store import Release, Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import district_labels, format_labels, list_labels
from warehouse.identity import Identity, Right
from warehouse.privacy.personal_data import MASK
from warehouse.standard.codes import code_labels
from warehouse.stewardship.mappings.stewardship import read_work_list

PATH = "/codes"
RIGHT = Right.MAP_CODES
GROUP = "work"
NEEDS_RELEASE = False


def title() -> str:
    """Return the name of the page."""
    return _("Codes")


def render(_release: Release | None, query: dict[str, str]) -> Page:
    """Build the page; `query` may name a text of the work list that is looked at."""
    who = demand(RIGHT)
    rows = read_work_list(settings(), who)
    wish = CodeWish.from_query(query)
    chosen = wish.find(rows)
    content = [
        page_head(title(), _("Texts in the deliveries that no code is known for")),
        html.Div(work_part(rows), id=actions.WORK),
        forms.mapping_form(chosen, who) if chosen else _choose_first(rows),
        section(
            "mapped",
            _("What stewards mapped"),
            _("Every mapping there ever was; one that was undone stays in sight."),
            [
                html.Div(forms.history(who), id=actions.HISTORY),
                forms.undo_form(who),
            ],
        ),
    ]
    return Page(title(), content, to_search(wish.as_query() if chosen else {}))


def register(app: Dash) -> None:
    """Connect the forms of the page."""
    actions.register(app, work_of)


def work_of(who: Identity) -> list[Component]:
    """Return the work list, which an action draws anew."""
    return work_part(read_work_list(settings(), who))


def work_part(rows: list[Row]) -> list[Component]:
    """Return how much there is to do, and the list of it."""
    is_open = [row for row in rows if row["status"] == "open"]
    text = _("Waiting for a code: %(open)s; for the next release: %(mapped)s.")
    shown = text % {
        "open": formats.number(len(is_open)),
        "mapped": formats.number(len(rows) - len(is_open)),
    }
    return [
        html.P(shown, className="shown", **hook("open_texts", len(is_open))),
        grid("work", _("Work list"), _columns(), [_row(row) for row in rows]),
    ]


def _choose_first(rows: list[Row]) -> Component:
    text = _("Choose a text from the list to give it a code.") if rows else ""
    return html.P(text, className="shown")


def _columns() -> list[Column]:
    return [
        Column("choose", _("To do"), 190, is_link=True),
        Column("source_text", _("Text"), 160, grows=True),
        Column("code_list", _("Code list"), 150),
        Column("suggestion", _("Suggestion"), 150),
        Column("occurrences", _("Rows in the release"), 120, is_number=True),
        Column("waiting", _("Rows that wait"), 110, is_number=True),
        Column("deliveries", _("Deliveries"), 110, is_number=True),
        Column("format", _("Format"), 240),
        Column("district", _("District"), 200),
    ]


def _row(row: Row) -> Row:
    labels = code_labels(row["code_list"], language())
    suggested = row["suggested_code"]
    return {
        "choose": _choice(row),
        "source_text": row["source_text"],
        "code_list": list_labels().get(row["code_list"], row["code_list"]),
        "format": format_labels().get(row["format"], row["format"]),
        "district": district_labels().get(row["district"] or "", row["district"]),
        "occurrences": row["occurrences"],
        "waiting": row["waiting"],
        "deliveries": row["deliveries"],
        "suggestion": labels.get(suggested, suggested) if suggested else None,
    }


def _choice(row: Row) -> str:
    """Return the link that opens a text, or why there is none."""
    if row["status"] == "mapped":
        return _("mapped, waits")
    if MASK in row["source_text"]:
        # A text in which somebody might be named was not kept.
        return _("the sender must mend it")
    return link(_("Give a code"), PATH + to_search(CodeWish.of(row).as_query()))
