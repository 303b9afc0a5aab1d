"""The forms of the privacy page: what somebody is looked for by, and confirming."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, hook
from dashboard.components.forms import button, form, select
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels, format_labels, state_labels
from warehouse.erasure.service import FoundIn, Search

FIELDS = (
    "contract_number",
    "citizen_number",
    "client_number",
    "district",
    "name",
    "birth_date",
    "postcode",
    "house_number",
)
"""The fields in their order; the names are those of `Identifiers`."""
WHICH, SURE = "erase-which", "erase-sure"


def field_id(name: str) -> str:
    """Return the id of a field of the search form."""
    return f"person-{name.replace('_', '-')}"


def search_form() -> Component:
    """Return the form with what somebody may be looked for by."""
    return form(
        _("Look for a person"),
        [
            html.P(
                _(
                    "One of the numbers is enough; or the birth date with the name, "
                    "or with the whole postcode and the house number."
                ),
                className="form-wide shown",
            ),
            _field("contract_number", _("Contract number or tenant number")),
            _field("citizen_number", _("Citizen service number")),
            _field("client_number", _("Client number")),
            _districts(),
            _field("name", _("Surname, as in the file")),
            _field("birth_date", _("Birth date"), "date"),
            _field("postcode", _("Postcode")),
            _field("house_number", _("House number")),
            button("find-person", _("Look for records")),
        ],
        "find-answer",
    )


def found_part(found: Search) -> list[Component]:
    """Return how many rows there are of whom was looked for, and the confirmation."""
    text = _("%(rows)s rows were found in %(deliveries)s deliveries.")
    counts = {
        "rows": formats.number(found.rows),
        "deliveries": formats.number(len(found.deliveries)),
    }
    shown = html.P(text % counts, className="shown", **hook("rows_found", found.rows))
    table = [_table(found)] if found.deliveries else []
    return [shown, *table, _confirm_form(found)]


def _field(name: str, label: str, kind: str = "text") -> Component:
    """Return a field of which the browser remembers nothing."""
    typed = {"type": kind, "autoComplete": "off", "spellCheck": "false"}
    return dmc.TextInput(
        id=field_id(name),
        label=label,
        value="",
        debounce=True,
        attributes={"input": typed},
        className="form-field",
    )


def _districts() -> Component:
    options = [("", "–"), *district_labels().items()]
    label = _("District of the client number")
    return select(field_id("district"), label, options, "")


def _table(found: Search) -> Component:
    texts = (_("Delivery"), _("Format"), _("District"), _("State"))
    heads = [*((text, "") for text in texts), (_("Rows"), "amount")]
    return html.Div(
        html.Table(
            [
                html.Caption(_("Where the rows are; more is not shown of them.")),
                html.Thead(html.Tr([_head(*each) for each in heads])),
                html.Tbody([_row(one) for one in found.deliveries]),
            ],
            className="plain-table",
        ),
        className="table-box scroll",
        tabIndex=0,
        role="group",
        **aria_label(_("Where the rows are")),
    )


def _head(text: str, kind: str) -> Component:
    return html.Th(text, scope="col", className=kind)


def _row(one: FoundIn) -> Component:
    delivery = one.delivery
    district = delivery.district or ""
    return html.Tr(
        [
            html.Th(delivery.delivery_id, scope="row"),
            html.Td(format_labels().get(delivery.format or "", delivery.format)),
            html.Td(district_labels().get(district, district or "–")),
            html.Td(state_labels()[delivery.state]),
            html.Td(formats.number(one.rows), className="amount"),
        ]
    )


def _confirm_form(found: Search) -> Component:
    text = _(
        "Erased are these rows, what was remarked about them, and everything of this "
        "household in the releases (%(releases)s). Later rows about this person are "
        "left out. This cannot be undone."
    )
    releases = formats.number(len(found.releases))
    return html.Div(
        [
            dcc.Store(id=WHICH, data=found.erasure_id),
            form(
                _("Erase"),
                [
                    html.P(text % {"releases": releases}, className="form-wide"),
                    dmc.Checkbox(
                        id=SURE,
                        label=_(
                            "I know who asks for this, and that it is their right."
                        ),
                        className="form-wide",
                    ),
                    button("erase-person", _("Erase everything"), "danger"),
                ],
                "erase-answer",
            ),
        ]
    )
