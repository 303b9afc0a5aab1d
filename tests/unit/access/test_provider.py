"""Signing in through a provider: a real OpenID Connect program, run on loopback."""

import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from served_app import app_on

from tests.accounts import client_of
from warehouse.ledger.account_tables import AuditEntry, User

PEOPLE = {
    "1": {"name": "An de Wit", "preferred_username": "an", "roles": ["eropaf-regie"]},
    "2": {"name": "Bo", "roles": ["other"], "wijken": ["noord"]},
    "3": {"name": "Cas", "roles": ["unknown", "eropaf-levering"], "wijken": ["noord"]},
    "4": {"name": "Dee", "roles": ["eropaf-levering"]},
    "5": {"name": "Eva", "roles": ["eropaf-levering"], "wijken": ["nowhere"]},
    "6": {
        "preferred_username": "viewer",
        "roles": "eropaf-levering",
        "wijken": "noord",
    },
}
REGION = {"1": {"wijken": ["centrum", "noord"]}}
ROLE_MAP = {"eropaf-regie": "coordinator", "eropaf-levering": "deliverer"}
STATE = re.compile(r"(state|nonce)=[^&]+")


@pytest.fixture(scope="module")
def issuer():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("oidc-provider-mock"))]
    command += ["--port", str(port), "--require-nonce", "true"]
    for subject, claims in PEOPLE.items():
        whole = {"sub": subject} | claims | REGION.get(subject, {})
        command += ["--user-claims", json.dumps(whole)]
    program = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/.well-known/openid-configuration")
    yield address
    program.terminate()
    program.wait(20)


@pytest.fixture(scope="module")
def app(issuer, tmp_path_factory):
    return app_on(
        tmp_path_factory.mktemp("home"),
        oidc_issuer=issuer,
        oidc_name="de gemeente",
        oidc_client_id="eropaf",
        oidc_client_secret="not much of a secret",
        oidc_role_map=ROLE_MAP,
        oidc_district_claim="wijken",
    )


def wait_for(address: str) -> None:
    for _ in range(200):
        try:
            requests.get(address, timeout=5).raise_for_status()
            return
        except requests.RequestException:
            time.sleep(0.1)
    raise AssertionError("the provider did not start")


def ask(client, next_page="/"):
    """The address at the provider to which the sign-in page leads."""
    return client.get(f"/inloggen/aanbieder?next={next_page}").location


def agree(address: str, subject: str) -> str:
    """Sign in at the provider; the path and query to which it sends back."""
    form = {"sub": subject}
    answer = requests.post(address, data=form, allow_redirects=False, timeout=10)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def sign_in(client, subject, next_page="/"):
    return client.get(agree(ask(client, next_page), subject))


def account_of(app, subject):
    with app.server.extensions["ledger"].reading() as session:
        return session.query(User).filter_by(oidc_subject=subject).one_or_none()


def test_the_sign_in_page_names_the_provider(app):
    page = client_of(app, None).get("/inloggen?next=/plan").text
    assert "Inloggen via de gemeente" in page
    assert "/inloggen/aanbieder?next=/plan" in page


def test_the_request_has_a_challenge_a_nonce_and_a_state(app, issuer):
    query = parse_qs(urlsplit(ask(client_of(app, None))).query)
    assert query["code_challenge_method"] == ["S256"]
    assert len(query["code_challenge"][0]) == 43
    assert {"nonce", "state"} <= set(query)
    assert query["redirect_uri"] == ["http://localhost/inloggen/terug"]


def test_who_the_provider_knows_comes_in_and_goes_on(app, issuer):
    client = client_of(app, None)
    before = client.get("/inloggen") and client.get_cookie("eropaf_session").value
    answer = sign_in(client, "1", "/registratie?severity=error")
    assert answer.location == "/registratie?severity=error"
    assert client.get("/maandbord").status_code == 200
    assert client.get("/accounts").status_code == 403
    assert client.get_cookie("eropaf_session").value != before
    user = account_of(app, "1")
    assert (user.user_name, user.display_name) == ("an", "An de Wit")
    assert (user.oidc_issuer, user.role) == (issuer, "coordinator")
    assert user.districts == ["centrum", "noord"]
    assert user.password_hash is None


def test_the_first_known_role_counts_and_a_name_is_never_taken_over(app):
    client = client_of(app, None)
    assert sign_in(client, "3").location == "/"
    assert account_of(app, "3").role == "deliverer"
    assert sign_in(client_of(app, None), "6").location == "/"
    user = account_of(app, "6")
    assert user.user_name != "viewer"
    assert (user.role, user.districts) == ("deliverer", ["noord"])


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("2", "geen rol in de Eropaf Monitor"),
        ("4", "minstens één stadsdeel"),
        ("5", "nowhere"),
    ],
)
def test_who_has_no_role_or_no_district_here_stays_out(app, subject, words):
    client = client_of(app, None)
    answer = sign_in(client, subject)
    assert answer.status_code == 403
    assert words in answer.text
    assert account_of(app, subject) is None
    assert client.get("/release").status_code == 401


def test_a_role_follows_the_provider_at_every_sign_in(app):
    sign_in(client_of(app, None), "1")
    with app.server.extensions["ledger"].writing() as session:
        session.query(User).filter_by(oidc_subject="1").one().role = "viewer"
    sign_in(client_of(app, None), "1")
    assert account_of(app, "1").role == "coordinator"
    with app.server.extensions["ledger"].reading() as session:
        found = session.query(AuditEntry).filter_by(
            object_id=account_of(app, "1").user_id
        )
        actions = [entry.action for entry in found]
    assert actions.count("account_made") == 1
    assert "account_changed" in actions


def test_a_disabled_account_stays_out_whatever_the_provider_says(app):
    sign_in(client_of(app, None), "3")
    with app.server.extensions["ledger"].writing() as session:
        session.query(User).filter_by(oidc_subject="3").one().is_active = False
    answer = sign_in(client_of(app, None), "3")
    assert answer.status_code == 403
    assert "uitgeschakeld" in answer.text


@pytest.mark.parametrize("part", ["state", "code", "both"])
def test_an_answer_that_does_not_fit_is_refused_in_plain_words(app, part):
    client = client_of(app, None)
    back = agree(ask(client), "1")
    if part in ("state", "both"):
        back = re.sub(r"state=[^&]+", "state=forged", back)
    if part in ("code", "both"):
        back = re.sub(r"code=[^&]+", "code=forged", back)
    answer = client.get(back)
    assert answer.status_code == 400
    assert "niet bevestigd" in answer.text
    assert client.get("/release").status_code == 401


def test_an_answer_for_another_browser_is_refused(app):
    back = agree(ask(client_of(app, None)), "1")
    assert client_of(app, None).get(back).status_code == 400


def test_an_answer_counts_once(app):
    client = client_of(app, None)
    back = agree(ask(client), "1")
    assert client.get(back).status_code == 302
    assert client.get(back).status_code == 400


def test_a_refusal_of_the_provider_is_told(app):
    client = client_of(app, None)
    state = parse_qs(urlsplit(ask(client)).query)["state"][0]
    answer = client.get(f"/inloggen/terug?error=access_denied&state={state}")
    assert answer.status_code == 400
    assert "niet bevestigd" in answer.text


def test_a_provider_that_is_away_is_told(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        away = f"http://127.0.0.1:{probe.getsockname()[1]}"
    app = app_on(tmp_path, oidc_issuer=away, oidc_client_id="eropaf")
    answer = client_of(app, None).get("/inloggen/aanbieder")
    assert answer.status_code == 502
    assert "niet bereikbaar" in answer.text
