"""The forms of the accounts page: a new account, and changes of one."""

from collections.abc import Sequence
from datetime import UTC, datetime

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import hook
from dashboard.components.forms import Options, button, form, select
from dashboard.words import roles
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels
from warehouse.identity import Role
from warehouse.ledger.account_tables import User

WHICH = "account-which"
REGION, DISTRICTS = "region", "districts"


def add_form() -> Component:
    """Return the form that makes an account."""
    return form(
        _("New account"),
        [
            text_field("new-name", _("Name")),
            text_field("new-user-name", _("User name")),
            *place_fields("new", Role.DELIVERER, []),
            button("new-account", _("Make the account")),
        ],
        "new-answer",
    )


def change_form(user: User) -> Component:
    """Return the form that changes an account."""
    shut = (
        button("disable-account", _("Shut the account"), "danger")
        if user.is_active
        else button("enable-account", _("Open the account"), "quiet")
    )
    # Both buttons are always there for the callbacks; one is out of sight.
    other = "enable-account" if user.is_active else "disable-account"
    return html.Div(
        [
            dcc.Store(id=WHICH, data=user.user_name),
            form(
                _("Account of %(name)s") % {"name": user.display_name},
                [
                    *place_fields("change", user.role, user.districts),
                    button("change-account", _("Save")),
                    button("reset-account", _("New one-time password"), "quiet"),
                    shut,
                    html.Button(id=other, hidden=True, n_clicks=0),
                ],
                "change-answer",
            ),
        ]
    )


def place_fields(
    name: str, role: Role, districts: Sequence[str] | None
) -> list[Component]:
    """Return the fields for a role and its places; no districts yet when empty."""
    reach: Options = [
        (DISTRICTS, _("These districts")),
        (REGION, _("The whole region")),
    ]
    return [
        select(f"{name}-role", _("Role"), role_options(), role.value),
        select(
            f"{name}-reach",
            _("Sees"),
            reach,
            REGION if districts is None else DISTRICTS,
        ),
        several(
            f"{name}-districts",
            _("Districts"),
            list(district_labels().items()),
            list(districts or []),
        ),
    ]


def text_field(name: str, label: str) -> Component:
    """Return a field for a few words, sent when it is left."""
    return dmc.TextInput(id=name, label=label, debounce=True, className="form-field")


def several(name: str, label: str, options: Options, value: list[str]) -> Component:
    """Return a choice of several from a list."""
    return dmc.MultiSelect(
        id=name,
        label=label,
        value=value,
        data=[{"value": code, "label": text} for code, text in options],
        searchable=True,
        comboboxProps={"withinPortal": False},
        withScrollArea=False,
        styles={"dropdown": {"maxHeight": 300, "overflowY": "auto"}},
        attributes={"dropdown": {"tabIndex": 0}},
        className="form-field form-wide",
    )


def role_options() -> Options:
    """Return the roles with their names."""
    return [(role.value, roles.role(role)) for role in Role]


def secret(text: str, value: str) -> Component:
    """Return what was done, with a secret that is shown this once."""
    return html.Div(
        [
            html.P(text),
            html.Code(value, className="account-secret", tabIndex=0, **hook("secret")),
        ],
        className="answer answer-done",
    )


def state_of(user: User) -> str:
    """Return whether somebody can sign in with an account."""
    if not user.is_active:
        return _("Shut")
    if user.locked_until and user.locked_until > datetime.now(UTC):
        return _("Locked for a while")
    if user.must_change_password:
        return _("Has a one-time password")
    return _("Open")
