"""The privacy page: finding and erasing somebody's records, and how long data stays."""

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.components.grid import Column, grid
from dashboard.components.section import page_head, section
from dashboard.pages.privacy import actions, forms
from dashboard.server.context import demand, settings
from dashboard.server.page import Page
from dashboard.server.release_store import Release, Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.erasure.retention.periods import Period, periods
from warehouse.erasure.service import read_erasures
from warehouse.identity import Identity, Right
from warehouse.ledger.privacy_tables import Erasure, ErasureState

PATH = "/privacy"
RIGHT = Right.ERASE_PERSONS
GROUP = "work"
NEEDS_RELEASE = False


def title() -> str:
    """Return the name of the page."""
    return _("Privacy")


def render(_release: Release | None, _query: dict[str, str]) -> Page:
    """Build the page; nothing of what is looked for is ever in its address."""
    who = demand(RIGHT)
    content = [
        page_head(title(), _("Objections, erasure and how long data is kept")),
        section(
            "person",
            _("Somebody objects, or asks to be erased"),
            _(
                "Type in what the person gives you. It is turned into pseudonyms, "
                "compared, and forgotten: it is not kept and not shown again."
            ),
            [
                forms.search_form(),
                html.Div(id=actions.FOUND, role="status"),
            ],
        ),
        section(
            "erasures",
            _("What was erased"),
            _("Later rows about these persons are left out when a file comes in."),
            [html.Div(erasures_of(who), id=actions.LIST)],
        ),
        section(
            "retention",
            _("How long data is kept"),
            _("What was kept longer is removed each night."),
            [_retention()],
        ),
    ]
    return Page(title(), content)


def register(app: Dash) -> None:
    """Connect the forms of the page."""
    actions.register(app, erasures_of)


def erasures_of(who: Identity) -> list[Component]:
    """Return the list of erasures, which an action draws anew."""
    columns = [
        Column("number", _("Number"), 110, is_number=True),
        Column("state", _("State"), 150),
        Column("asked", _("Asked for"), 220),
        Column("done", _("Done"), 170),
        Column("rows", _("Rows"), 100, is_number=True),
        Column("deliveries", _("Deliveries"), 135, is_number=True),
        Column("releases", _("Releases"), 120, is_number=True),
        Column("digest", _("Proof"), 180, grows=True),
    ]
    rows = [_row(one) for one in read_erasures(settings(), who)]
    return [grid("erasures", _("What was erased"), columns, rows)]


def _row(one: Erasure) -> Row:
    is_done = one.state is ErasureState.DONE
    deliveries = one.proof.get("deliveries", {})
    return {
        "number": one.erasure_id,
        "state": _("Erased") if is_done else _("Is being erased"),
        "asked": f"{one.asked_by}, {formats.moment(one.asked_at)}"
        if one.asked_at
        else one.asked_by,
        "done": formats.moment(one.done_at) if one.done_at else None,
        "rows": sum(deliveries.values()) if is_done else None,
        "deliveries": len(deliveries) if is_done else None,
        "releases": len(one.proof.get("releases", {})) if is_done else None,
        "digest": one.digest,
    }


def _retention() -> Component:
    heads = (_("What"), _("Kept"), _("Counted from"))
    return html.Div(
        html.Table(
            [
                html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                html.Tbody([_period(one) for one in periods()]),
            ],
            className="plain-table",
        ),
        className="table-box",
    )


def _days(count: int | None) -> str:
    if count is None:
        return _("as long as it is needed")
    if count == 1:
        return _("1 day")
    return _("%(count)s days") % {"count": formats.number(count)}


def _period(one: Period) -> Component:
    return html.Tr(
        [
            html.Th(one.label(language()), scope="row"),
            html.Td(_days(one.days)),
            html.Td(one.since(language()) if one.days else "–"),
        ]
    )
