"""The server around the pages: health, language, headers, and what goes wrong."""

import pytest
from components import text
from served_app import app_on

from dashboard.shell import frame
from tests.accounts import acting


def test_health_and_release(client):
    assert client.get("/healthz").json == {"status": "ok", "release": "first"}
    answer = client.get("/release")
    assert answer.json == {"release": "first"}
    assert answer.headers["Cache-Control"] == "no-store"


def test_nothing_from_elsewhere_may_load(client):
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_loads_only_its_own_scripts(client):
    page = client.get("/").text
    assert 'src="http' not in page
    assert 'href="http' not in page


@pytest.mark.parametrize(
    ("cookie", "language"), [("", "nl"), ("en", "en"), ("xx", "nl")]
)
def test_the_page_says_its_language(client, cookie, language):
    client.set_cookie("language", cookie)
    page = client.get("/").text
    assert f'<html lang="{language}"' in page


def test_an_unknown_language_is_not_kept(client):
    answer = client.get("/taal/xx?next=/vergelijken")
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Location"] == "/vergelijken"


def test_switching_keeps_the_view(client):
    answer = client.get("/taal/en?next=%2F%3Fdistrict%3Dcentrum")
    assert answer.headers["Location"] == "/?district=centrum"
    assert "language=en" in answer.headers["Set-Cookie"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere", "/nowhere"],
)
def test_a_link_cannot_lead_away(client, address):
    answer = client.get("/taal/en", query_string={"next": address})
    assert answer.headers["Location"] == "/"


def test_mcp_stays_off_whatever_the_environment_says(monkeypatch, publisher):
    monkeypatch.setenv("DASH_MCP_ENABLED", "true")
    publisher.publish("first")
    app = app_on(publisher.home)
    assert not [rule for rule in app.server.url_map.iter_rules() if "mcp" in rule.rule]


def test_without_a_release_the_page_says_what_to_do(tmp_path):
    app = app_on(tmp_path)
    assert app.server.test_client().get("/healthz").status_code == 200
    with acting(app):
        page, release_id = frame.render("/", {})
        assert release_id is None
        assert "eropaf demo" in text(page.content)


def test_a_failing_page_says_so_and_logs_why(app, monkeypatch, caplog):
    def fail(*_):
        raise RuntimeError("boom")

    monkeypatch.setattr(frame.PAGES["/"], "render", fail)
    with acting(app):
        page, _ = frame.render("/", {})
        assert "kan niet worden getoond" in text(page.content)
        assert "boom" not in text(page.content)
    assert "boom" in caplog.text


def test_an_unknown_path_says_so(app, client):
    assert client.get("/nowhere").status_code == 404
    assert client.get("/vergelijken").status_code == 200
    with acting(app):
        assert "bestaat niet" in text(frame.render("/nowhere", {})[0].content)
