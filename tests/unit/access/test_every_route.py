"""Every route, page and callback answers everybody as the table says."""

import pytest
from asking import ASKERS, may, payload, refusal, server_callbacks
from expected_answers import CALLBACKS, ELSEWHERE, PAGES, ROUTES

from dashboard import pages
from tests.accounts import call, client_of, identity_of
from warehouse.identity import Right, Role

SIGN_IN = "/inloggen"
ENDS_SESSION = ("/uitloggen",)


def routes_of(app) -> set[tuple[str, str]]:
    return {
        (method, rule.rule)
        for rule in app.server.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def test_every_route_is_in_the_table(app):
    assert routes_of(app) == set(ROUTES) | set(ELSEWHERE)


def test_every_callback_is_in_the_table(app):
    assert set(server_callbacks(app)) == set(CALLBACKS)


def test_every_page_is_in_the_table():
    found = {
        path: getattr(page, "RIGHT", Right.READ_FIGURES)
        for path, page in pages.PAGES.items()
    }
    assert found == PAGES


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_a_route_answers_as_expected(app, clients, route, asker):
    (method, rule), expected = route, ROUTES[route]
    client = client_of(app, asker) if rule in ENDS_SESSION else clients[asker]
    headers = {}
    if method != "GET":
        client.get("/")
        cookie = client.get_cookie("_csrf_token") or token_of_nobody(client)
        headers["X-CSRFToken"] = cookie.value
    address = expected.address or rule
    answer = client.open(address, method=method, data=expected.form, headers=headers)
    if may(expected.who, asker):
        assert answer.status_code not in (401, 403)
        assert answer.status_code < 500
        assert not is_sent_to_sign_in(answer) or "signed-out" in answer.location
    elif is_sent_to_sign_in(answer):
        assert asker is None
        assert rule in ("/", "/<path:path>")
    else:
        assert answer.status_code == refusal(expected.who, asker)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_as_expected(clients, path, asker):
    answer = clients[asker].get(path)
    if asker is None:
        assert is_sent_to_sign_in(answer)
    else:
        assert answer.status_code == (200 if may(PAGES[path], asker) else 403)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", CALLBACKS)
def test_a_callback_answers_as_expected(app, clients, name, asker):
    expected = CALLBACKS[name]
    body = payload(*server_callbacks(app)[name], expected.values)
    client = clients[asker]
    if asker is None:
        client.get(SIGN_IN)
    answer = call(client, json=body)
    if may(expected.who, asker):
        assert answer.status_code in (200, 204), answer.text
    else:
        assert answer.status_code == refusal(expected.who, asker)


def test_the_accounts_of_the_table_differ():
    # A table in which everybody may everything would prove nothing.
    people = [identity_of(name) for name in ASKERS[1:]]
    rights = {frozenset(right for right in Right if who.may(right)) for who in people}
    assert len(rights) == len(Role)


def is_sent_to_sign_in(answer) -> bool:
    return (answer.location or "").startswith(SIGN_IN)


def token_of_nobody(client):
    client.get(SIGN_IN)
    return client.get_cookie("_csrf_token")
