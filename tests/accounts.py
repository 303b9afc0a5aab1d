"""Accounts for tests: one per role, with one password, and how to sign in.

`ROLES` names them. `make_accounts(settings)` adds them to the ledger of a home
folder; `client_of(app, name)` is a Flask client that has signed in; `acting(app, name,
path)` is a request context of somebody; `sign_in(page, address, name)` signs a browser
in. Nobody is signed in without these.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from argon2 import PasswordHasher
from flask import g

from warehouse.accounts.users import find_by_name
from warehouse.identity import Identity, Role
from warehouse.ledger.account_tables import User
from warehouse.ledger.connection import open_ledger

PASSWORD = "vier lange woorden achtereen"
ROLES = {
    "viewer": (Role.VIEWER, None),
    "district_viewer": (Role.VIEWER, ["centrum"]),
    "deliverer": (Role.DELIVERER, ["centrum"]),
    "other_deliverer": (Role.DELIVERER, ["noord"]),
    "coordinator": (Role.COORDINATOR, None),
    "researcher": (Role.RESEARCHER, None),
    "steward": (Role.STEWARD, None),
    "administrator": (Role.ADMINISTRATOR, None),
}
# Weak on purpose: signing in takes a moment less.
_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def identity_of(name: str) -> Identity:
    """Who the account `name` is."""
    role, districts = ROLES[name]
    places = None if districts is None else frozenset(districts)
    return Identity(f"u-{name}", name, role, places)


def make_accounts(settings) -> None:
    """Add the accounts under their names; all have the one password."""
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        for name, (role, districts) in ROLES.items():
            if known := find_by_name(session, name):
                # The demonstration makes one of that name, with a random password.
                known.password_hash = _HASH
            else:
                session.add(account(name, role, districts))


def account(name: str, role: Role, districts: list[str] | None = None) -> User:
    """An account with the password of all, to be added to a ledger."""
    return User(
        user_id=f"u-{name}",
        user_name=name,
        display_name=name,
        role=role,
        districts=districts,
        password_hash=_HASH,
        created_at=datetime.now(UTC),
    )


def client_of(app, name: str | None = "coordinator"):
    """A Flask client that has signed in as `name`; as nobody for None."""
    client = app.server.test_client()
    if name:
        answer = post_form(
            client, "/inloggen", {"user_name": name, "password": PASSWORD}
        )
        assert answer.status_code == 302, answer.text
    return client


def post_form(client, path: str, form: dict[str, str], **options):
    """Post a form as a browser does: with the token that the page holds."""
    token = _TOKEN.search(client.get(path).text).group(1)
    return client.post(path, data=form | {"csrf_token": token}, **options)


def call(client, callback_url: str = "/_dash-update-component", **options):
    """Post to a callback as Dash's scripts do: with the token from the cookie."""
    client.get("/wachtwoord")
    cookie = client.get_cookie("_csrf_token")
    headers = {"X-CSRFToken": cookie.value} if cookie else {}
    return client.post(callback_url, headers=headers, **options)


@contextmanager
def acting(
    app, name: str = "coordinator", path: str = "/", language: str = "nl"
) -> Iterator[None]:
    """A request of somebody, in which pages and callbacks can be called."""
    cookie = {"Cookie": f"language={language}"}
    with app.server.test_request_context(path, headers=cookie):
        g.identity = identity_of(name)
        yield


def sign_in(page, address: str, name: str = "coordinator") -> None:
    """Sign a browser in at a server, without drawing the sign-in page."""
    server = "/".join(address.split("/")[:3])
    form = page.request.get(f"{server}/inloggen").text()
    answer = page.request.post(
        f"{server}/inloggen",
        form={
            "user_name": name,
            "password": PASSWORD,
            "csrf_token": _TOKEN.search(form).group(1),
        },
        max_redirects=0,
    )
    assert answer.status == 302, answer.text()
