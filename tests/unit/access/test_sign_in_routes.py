"""Signing in, choosing a password, leaving; and what cookies and forms may do."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from tests.accounts import PASSWORD, account, call, client_of, post_form
from warehouse.accounts.session_key import load_session_key
from warehouse.identity import Role
from warehouse.ledger.account_tables import AuditEntry, User, UserSession

OWN = "een heel eigen wachtwoord"
NUMBERS = count()


@pytest.fixture
def somebody(app):
    """The name of a viewer of one test's own, because the test changes the account."""
    name = f"viewer-{next(NUMBERS)}"
    with writing(app) as session:
        session.add(account(name, Role.VIEWER))
    return name


@contextmanager
def record_of(app, name):
    """The account `name`, to be changed behind the monitor's back."""
    with writing(app) as session:
        yield session.query(User).filter_by(user_name=name).one()


@contextmanager
def session_of(app, name):
    """The only session of an account, to be changed likewise."""
    with writing(app) as session:
        yield session.query(UserSession).filter_by(user_id=f"u-{name}").one()


def writing(app):
    return app.server.extensions["ledger"].writing()


def sign_in(client, name, password=PASSWORD, **form):
    form = {"user_name": name, "password": password, **form}
    return post_form(client, "/inloggen", form)


def anybody(app):
    return client_of(app, None)


def actions(app, name):
    """What the trail says about an account."""
    with app.server.extensions["ledger"].reading() as session:
        found = session.query(AuditEntry).filter_by(object_id=f"u-{name}")
        return [entry.action for entry in found]


def test_a_page_is_asked_for_again_after_signing_in(app):
    client = anybody(app)
    answer = client.get("/registratie?severity=error")
    assert answer.location == "/inloggen?next=/registratie?severity%3Derror"
    page = client.get(answer.location).text
    assert 'name="next" value="/registratie?severity=error"' in page
    answer = sign_in(client, "viewer", next="/registratie?severity=error")
    assert answer.location == "/registratie?severity=error"


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", ""]
)
def test_signing_in_leads_nowhere_else(app, address):
    assert sign_in(anybody(app), "viewer", next=address).location == "/"


@pytest.mark.parametrize(
    ("name", "password"), [("viewer", "wrong password"), ("nobody-here", PASSWORD)]
)
def test_an_outsider_does_not_learn_who_has_an_account(app, name, password):
    answer = sign_in(anybody(app), name, password)
    assert answer.status_code == 401
    assert "Controleer de naam en het wachtwoord" in answer.text
    assert password not in answer.text


def test_wrong_passwords_lock_an_account_for_a_while(app, somebody):
    for _ in range(5):
        assert sign_in(anybody(app), somebody, "wrong").status_code == 401
    answer = sign_in(anybody(app), somebody)
    assert answer.status_code == 401
    assert "Controleer de naam en het wachtwoord" in answer.text
    assert "account_locked" in actions(app, somebody)
    with record_of(app, somebody) as user:
        user.locked_until = datetime.now(UTC) - timedelta(seconds=1)
    assert sign_in(anybody(app), somebody).status_code == 302


def test_a_form_without_its_token_is_refused(app):
    form = {"user_name": "viewer", "password": PASSWORD}
    answer = anybody(app).post("/inloggen", data=form)
    assert answer.status_code == 400
    assert "te lang open" in answer.text
    client = client_of(app, "viewer")
    assert client.post("/uitloggen").status_code == 400
    assert client.post("/_dash-update-component", json={}).status_code == 400


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 302)]
)
def test_a_page_of_another_site_cannot_post(app, site, status):
    form = {"user_name": "viewer", "password": PASSWORD}
    answer = post_form(
        anybody(app), "/inloggen", form, headers={"Sec-Fetch-Site": site}
    )
    assert answer.status_code == status


def test_nothing_of_before_signing_in_is_left(app):
    client = anybody(app)
    client.get("/inloggen")
    planted = client.get_cookie("_csrf_token").value
    sign_in(client, "viewer")
    answer = client.post("/wachtwoord", headers={"X-CSRFToken": planted})
    assert answer.status_code == 400
    assert "te lang open" in answer.json["message"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_cookies_are_for_this_site_only(app, scheme):
    client = anybody(app)
    answer = client.get("/inloggen", base_url=f"{scheme}://localhost")
    cookies = {one.split("=")[0]: one for one in answer.headers.getlist("Set-Cookie")}
    for cookie in cookies.values():
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie) == (scheme == "https")
    assert "HttpOnly" in cookies["eropaf_session"]
    assert ("Strict-Transport-Security" in answer.headers) == (scheme == "https")


def test_leaving_ends_the_session_for_a_copied_cookie_too(app, somebody):
    client = client_of(app, somebody)
    copied = client.get_cookie("eropaf_session").value
    client.get("/wachtwoord")
    token = client.get_cookie("_csrf_token").value
    answer = client.post("/uitloggen", data={"csrf_token": token})
    assert answer.location == "/inloggen?reason=signed-out"
    thief = anybody(app)
    thief.set_cookie("eropaf_session", copied)
    assert thief.get("/").status_code == 302
    assert thief.get("/release").status_code == 401
    assert "signed_out" in actions(app, somebody)


@pytest.mark.parametrize(
    ("column", "age"),
    [("last_seen_at", timedelta(minutes=31)), ("started_at", timedelta(hours=11))],
)
def test_a_session_ends_by_itself(app, somebody, column, age):
    client = client_of(app, somebody)
    assert client.get("/release").status_code == 200
    with session_of(app, somebody) as record:
        setattr(record, column, datetime.now(UTC) - age)
    answer = client.get("/release")
    assert answer.status_code == 401
    assert answer.json["address"] == "/inloggen"


@pytest.mark.parametrize(("path", "counts"), [("/release", False), ("/", True)])
def test_what_a_page_asks_by_itself_is_no_activity(app, somebody, path, counts):
    client = client_of(app, somebody)
    seen = datetime.now(UTC) - timedelta(minutes=20)
    with session_of(app, somebody) as record:
        record.last_seen_at = seen
    client.get(path)
    with session_of(app, somebody) as record:
        assert (record.last_seen_at > seen) == counts


def test_shutting_an_account_ends_its_sessions(app, somebody):
    client = client_of(app, somebody)
    with record_of(app, somebody) as user:
        user.is_active = False
    assert client.get("/release").status_code == 401
    assert sign_in(anybody(app), somebody).status_code == 401


def test_a_role_that_changed_holds_at_once(app, somebody):
    client = client_of(app, somebody)
    assert client.get("/accounts").status_code == 403
    with record_of(app, somebody) as user:
        user.role = Role.ADMINISTRATOR
    assert client.get("/accounts").status_code == 200


def test_a_one_time_password_opens_only_the_way_to_a_new_one(app, somebody):
    with record_of(app, somebody) as user:
        user.must_change_password = True
    client = anybody(app)
    sign_in(client, somebody)
    assert client.get("/plan").location == "/wachtwoord?next=/plan"
    assert client.get("/release").status_code == 401
    assert call(client, json={}).status_code == 401
    form = {"present": PASSWORD, "new": OWN, "again": OWN, "next": "/plan"}
    assert post_form(client, "/wachtwoord", form).location == "/plan"
    assert client.get("/plan").status_code == 200
    assert "password_changed" in actions(app, somebody)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"present": "wrong"}, "huidige wachtwoord klopt niet"),
        ({"again": "something else"}, "niet gelijk"),
        ({"new": "kort", "again": "kort"}, "minstens 12"),
        ({"new": PASSWORD, "again": PASSWORD}, "dat u al had"),
    ],
)
def test_a_password_that_breaks_a_rule_is_not_taken(app, somebody, form, words):
    client = client_of(app, somebody)
    whole = {"present": PASSWORD, "new": OWN, "again": OWN} | form
    answer = post_form(client, "/wachtwoord", whole)
    assert answer.status_code == 400
    assert words in answer.text
    assert sign_in(anybody(app), somebody).status_code == 302


def test_a_new_password_ends_the_other_sessions(app, somebody):
    here, elsewhere = client_of(app, somebody), client_of(app, somebody)
    post_form(here, "/wachtwoord", {"present": PASSWORD, "new": OWN, "again": OWN})
    assert here.get("/release").status_code == 200
    assert elsewhere.get("/release").status_code == 401


def test_a_problem_has_a_page_for_people_and_json_for_programs(app):
    client = client_of(app, "viewer")
    page = client.get("/taal/en/x", headers={"Accept": "text/html"})
    assert page.status_code == 404
    client.get("/")
    token = client.get_cookie("_csrf_token").value
    headers = {"X-CSRFToken": token, "Accept": "application/json"}
    answer = client.post("/nowhere", headers=headers)
    assert answer.status_code == 405
    assert set(answer.json) == {"error", "message"}


def test_the_key_of_the_cookies_is_for_its_owner_only(app):
    file = app.server.extensions["settings"].session_key_file
    assert file.stat().st_mode & 0o777 == 0o600
    assert load_session_key(app.server.extensions["settings"]) == app.server.secret_key
    assert len(app.server.secret_key) == 32
