"""The delivery history: every delivery, and the life of one."""

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.components import delivery_report
from dashboard.components.attributes import hook
from dashboard.components.filters import choice
from dashboard.components.grid import Column, grid, link
from dashboard.components.list_filters import list_filters, text_filter
from dashboard.components.section import page_head
from dashboard.model.selection import to_search
from dashboard.pages.deliveries import actions, detail
from dashboard.pages.deliveries.address import DeliveryWish
from dashboard.server.context import demand, settings
from dashboard.server.page import Page
from dashboard.server.release_store import Release, Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import (
    district_labels,
    format_labels,
    pilot_labels,
    severity_labels,
    state_labels,
)
from warehouse.deliveries.history.listing import REGION, Listed, Wish, list_visible
from warehouse.identity import Identity, Right

PATH = "/leveringen"
RIGHT = Right.READ_DELIVERIES
GROUP = "work"
NEEDS_RELEASE = False


def title() -> str:
    """Return the name of the page."""
    return _("Deliveries")


def render(_release: Release | None, query: dict[str, str]) -> Page:
    """Build the list; with `levering` in `query`, the life of that delivery."""
    who = demand(RIGHT)
    asked = DeliveryWish.from_query(query)
    if asked.delivery_id:
        return detail.render(who, asked.delivery_id, title())
    found = list_visible(settings(), who, asked.wish)
    content = [
        page_head(title(), _("Every delivery, with what became of it")),
        _filters(asked.wish, who),
        html.P(
            _("%(count)s deliveries") % {"count": formats.number(len(found))},
            className="shown",
            role="status",
            **hook("deliveries", len(found)),
        ),
        grid("history", title(), _columns(), [_row(one) for one in found]),
    ]
    return Page(title(), content, to_search(asked.as_query()))


def register(app: Dash) -> None:
    """Connect the forms of a delivery, and the downloads."""
    actions.register(app)
    delivery_report.register(app.server)


def _filters(wish: Wish, who: Identity) -> Component:
    places = [item for item in district_labels().items() if who.sees(item[0])]
    if who.sees(None):
        places.append((REGION, _("The whole region")))
    month = f"{wish.month:%Y-%m}" if wish.month else None
    return list_filters(
        [
            choice(
                "state", _("State"), wish.state, [*state_labels().items()], _("All")
            ),
            choice(
                "district", _("District"), wish.district, places, _("All districts")
            ),
            choice(
                "format", _("Format"), wish.format, [*format_labels().items()], _("All")
            ),
            choice(
                "pilot", _("Pilot"), wish.pilot, [*pilot_labels().items()], _("All")
            ),
            text_filter("month", _("Month"), month, kind="month"),
            text_filter("text", _("File or number"), wish.text),
        ],
        PATH,
    )


def _columns() -> list[Column]:
    return [
        Column("delivery", _("Delivery"), 190, is_link=True),
        Column("state", _("State"), 120),
        Column("file_name", _("File"), 240, grows=True),
        Column("format", _("Format"), 240),
        Column("district", _("District"), 200),
        Column("pilot", _("Pilot"), 250),
        Column("period", _("Month"), 120),
        Column("received_at", _("Received"), 150),
        Column("rows_read", _("Rows read"), 110, is_number=True),
        Column("findings", _("Findings"), 180),
        Column("signed_by", _("Declared fit by"), 150),
    ]


def _row(one: Listed) -> Row:
    return {
        "delivery": link(one.delivery_id, address_of(one.delivery_id)),
        "state": state_labels()[one.state],
        "file_name": one.file_name,
        "format": format_labels().get(one.format or "", one.format),
        "district": district_labels().get(one.district or "", one.district),
        "pilot": pilot_labels().get(one.pilot or "", one.pilot),
        "period": formats.month(one.period) if one.period else None,
        "received_at": formats.moment(one.received_at),
        "rows_read": one.rows_read,
        "findings": _counts(one),
        "signed_by": one.signed_by,
    }


def _counts(one: Listed) -> str:
    words = severity_labels()
    return ", ".join(
        f"{count} {words[severity].lower()}" for severity, count in one.findings.items()
    )


def address_of(delivery_id: str) -> str:
    """Return the address of a delivery's life."""
    return PATH + to_search({"levering": delivery_id})
