"""The pages and the menu show each role what is theirs, and say so when it is not."""

import pytest
from expected_answers import PAGES

from dashboard.pages import PAGES as MODULES
from dashboard.shell import frame, navigation
from tests.accounts import ROLES, acting, call, client_of, identity_of
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger

NOT_FOR_YOU = {"nl": "Niet voor uw rol", "en": "Not for your role"}


def entries(app, action):
    url = app.server.extensions["settings"].database_url
    with open_ledger(url) as ledger, ledger.reading() as session:
        found = session.query(AuditEntry).filter_by(action=action).all()
    return [(one.actor, one.object_id) for one in found]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ROLES)
def test_a_page_is_drawn_for_whom_it_is(app, role, language, caplog):
    for path, right in PAGES.items():
        with acting(app, role, path, language):
            page, _ = frame.render(path, {})
            is_theirs = identity_of(role).may(right)
            expected = MODULES[path].title() if is_theirs else NOT_FOR_YOU[language]
            assert page.title == expected
    assert "failed" not in caplog.text


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_lists_what_somebody_may_open(app, role):
    with acting(app, role):
        shown = str(navigation.header("/", "", {}))
        for path, right in PAGES.items():
            is_listed = f"href='{path}'" in shown or f"href='{path}?" in shown
            assert is_listed == identity_of(role).may(right), path


def test_a_page_of_management_that_was_opened_is_written_down(app):
    before = entries(app, "seen").count(("u-administrator", "/accounts"))
    with acting(app, "administrator", "/accounts"):
        frame.render("/accounts", {})
        frame.render("/accounts", {}, is_redrawn=True)
        frame.render("/", {})
    after = entries(app, "seen")
    assert after.count(("u-administrator", "/accounts")) == before + 1
    assert ("u-administrator", "/") not in after


def test_a_refused_page_is_written_down(app):
    with acting(app, "viewer", "/accounts"):
        frame.render("/accounts", {})
    assert ("u-viewer", "/accounts") in entries(app, "refused")


def test_a_refused_callback_is_written_down(app):
    client = client_of(app, "viewer")
    body = {
        "output": "trail-answer.children",
        "outputs": {"id": "trail-answer", "property": "children"},
        "inputs": [{"id": "verify-trail", "property": "n_clicks", "value": 1}],
        "changedPropIds": ["verify-trail.n_clicks"],
    }
    answer = call(client, json=body)
    assert answer.status_code == 403
    assert answer.json["error"] == NOT_FOR_YOU["nl"]
    assert ("u-viewer", "/_dash-update-component") in entries(app, "refused")
