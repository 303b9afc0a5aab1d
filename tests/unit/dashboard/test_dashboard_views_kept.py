"""Keeping a view: in the menu, as the page one starts on, and gone again."""

import pytest
from components import text
from dash.exceptions import PreventUpdate

from dashboard.access.addresses import SIGN_IN
from dashboard.pages import saved_views
from dashboard.server.context import ForbiddenError, ledger
from dashboard.shell import save_view
from tests.accounts import PASSWORD, acting, identity_of, post_form
from warehouse.notes.saved_views import list_views, remove_view

B = "vroeg-eropaf-transvaal-2007"
VIEWER = identity_of("viewer").user_id


@pytest.fixture(autouse=True)
def without_views(app):
    yield
    with app.server.app_context(), ledger().writing() as session:
        for view in list_views(session, VIEWER):
            remove_view(session, VIEWER, view.view_id)


def keep(app, name, search=f"?pilot={B}", path="/", *, is_start=False):
    with acting(app, "viewer"):
        return save_view.keep(1, name, is_start, path, search)


def do(app, action, view_id, role="viewer"):
    with acting(app, role), ledger().writing() as session:
        return saved_views._do(session, identity_of(role).user_id, action, view_id)


def kept(app):
    with app.server.app_context(), ledger().reading() as session:
        return list_views(session, VIEWER)


def arrive(app) -> str:
    """Return where signing in leads to."""
    client = app.server.test_client()
    form = {"user_name": "viewer", "password": PASSWORD}
    return post_form(client, SIGN_IN, form).headers["Location"]


def test_a_view_is_listed_in_the_menu_and_on_its_page(app):
    answer, menu = keep(app, "Transvaal")
    assert "Transvaal" in answer
    assert "Transvaal" in text(menu)
    with acting(app, "viewer"):
        assert "Transvaal" in text(saved_views.render(None, {}).content)
    with acting(app, "coordinator"):
        assert "Transvaal" not in text(saved_views.render(None, {}).content)


def test_only_pages_are_kept_and_the_address_is_written_anew(app):
    with acting(app, "viewer"), pytest.raises(PreventUpdate):
        save_view.keep(1, "elders", None, "//elsewhere.example", "")
    keep(app, "vreemd", '?a="><script>&pilot=x')
    assert kept(app)[0].search == "?a=%22%3E%3Cscript%3E&pilot=x"


def test_nobody_keeps_nothing(app):
    with app.server.test_request_context(), pytest.raises(ForbiddenError):
        save_view.keep(1, "naam", None, "/", "")
    with app.server.test_request_context(), pytest.raises(ForbiddenError):
        saved_views.act(None)


def test_a_view_without_a_name_is_explained(app):
    answer, _ = keep(app, "  ")
    assert answer == "Geef de weergave een naam."
    assert kept(app) == []


def test_one_arrives_at_the_view_one_starts_on(app):
    assert arrive(app) == "/"
    keep(app, "Transvaal", is_start=True)
    assert arrive(app) == f"/?pilot={B}"
    do(app, "default", kept(app)[0].view_id)
    assert arrive(app) == "/"
    do(app, "start", kept(app)[0].view_id)
    assert arrive(app) == f"/?pilot={B}"
    do(app, "remove", kept(app)[0].view_id)
    assert arrive(app) == "/"


@pytest.mark.parametrize("action", ["drop", None, ["start"]])
def test_only_known_actions_are_done(app, action):
    keep(app, "Transvaal")
    with pytest.raises(PreventUpdate):
        do(app, action, kept(app)[0].view_id)
    assert len(kept(app)) == 1
