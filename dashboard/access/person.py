"""Who has signed in, and the way to another password and out; for the menu."""

from dash import html
from dash.development.base_component import Component
from flask_wtf.csrf import generate_csrf

from dashboard.access.addresses import PASSWORD
from dashboard.words import roles
from dashboard.words.i18n import gettext as _
from warehouse.identity import Identity

SIGN_OUT = "/uitloggen"


def person(asker: Identity) -> Component:
    """Return the name, role and places of `asker`, with what they can do about it."""
    about = [roles.role(asker.role)]
    if asker.districts is not None:
        about.append(roles.place(asker.districts))
    name = html.Span(
        [asker.name, html.Span(" · ".join(about), className="person-role")],
        className="person-name",
        id="person",
    )
    # A button sends its own name and value along: the token needs no hidden field.
    leave = html.Form(
        html.Button(
            _("Sign out"),
            type="submit",
            name="csrf_token",
            value=generate_csrf(),
            className="button button-quiet",
        ),
        action=SIGN_OUT,
        method="POST",
    )
    password = html.A(_("Password"), href=PASSWORD, className="person-link")
    return html.Div(
        [html.Div([name, leave], className="person"), password], className="person-box"
    )
