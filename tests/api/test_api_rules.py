"""The interface keeps to the design rules: names, problems, languages, tokens."""

import re

import pytest

from tests.accounts import client_of
from tests.api.tokens import bearer
from warehouse.identity import Right

KEBAB = re.compile(r"^(/api/v1)(/([a-z][a-z0-9.-]*|\{[a-z_]+\}))+$")


@pytest.fixture(scope="module")
def description(app):
    return app.server.test_client().get("/api/v1/openapi.json").get_json()


def test_the_description_is_open_and_says_its_version(client):
    answer = client.get("/api/v1/openapi.json")
    assert answer.get_json()["openapi"].startswith("3.1")
    assert answer.headers["API-Version"] == answer.get_json()["info"]["version"]


def test_every_route_is_described_and_well_named(app, description):
    routes = {
        re.sub(r"<(\w+)>", r"{\1}", rule.rule)
        for rule in app.server.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
    }
    assert routes - {"/api/v1/openapi.json"} == set(description["paths"])
    for path in routes:
        assert KEBAB.match(path), path


def test_every_operation_says_what_it_does_and_how_it_fails(description):
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            assert len(told["summary"]) > 10, (method, path)
            problem = told["responses"]["404"]["content"]
            assert list(problem) == ["application/problem+json"]


def test_nobody_is_told_how_to_ask(client):
    answer = client.get("/api/v1/deliveries")
    assert answer.status_code == 401
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_session_of_a_browser_counts_for_nothing(app):
    client = client_of(app, "coordinator")
    assert client.get("/api/v1/deliveries").status_code == 401


def test_scopes_narrow_a_role(client, settings):
    only_figures = bearer(settings, "coordinator", {Right.READ_FIGURES})
    ask = client.get
    assert ask("/api/v1/indicator-values", headers=only_figures).status_code == 200
    refused = ask("/api/v1/deliveries", headers=only_figures)
    assert refused.status_code == 403
    assert refused.mimetype == "application/problem+json"


@pytest.mark.parametrize(("language", "word"), [("nl", "past"), ("en", "fit")])
def test_a_problem_names_the_field_in_the_language_asked_for(
    client, headers, language, word
):
    answer = client.get(
        "/api/v1/deliveries?page=0&colour=red",
        headers=headers("coordinator") | {"Accept-Language": language},
    )
    told = answer.get_json()
    assert answer.status_code == told["status"] == 400
    assert {one["name"] for one in told["invalid_params"]} == {"page", "colour"}
    assert "red" not in answer.text
    assert word in told["detail"]


@pytest.mark.parametrize(
    "path", ["/nothing", "/deliveries/D-20260101-bcdfgh", "/uploads/U-1", "/releases/x"]
)
def test_what_is_not_there_is_a_problem(get, path):
    answer = get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
