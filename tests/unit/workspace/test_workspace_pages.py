"""The pages of the workspace on an app: who is shown what, and the downloads."""

import pytest
from components import text
from served_app import Publisher, app_on
from sqlalchemy import select

from dashboard.pages.codes import page as codes
from dashboard.pages.deliveries import page as deliveries
from dashboard.pages.month_board import page as month_board
from tests.accounts import acting, client_of
from tests.unit.explanations.ledgers import new_delivery
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import State

UNKNOWN = "D-20260101-bcdfgh"


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    home.publish("first")
    return app_on(home.home)


@pytest.fixture(scope="module")
def settings(app):
    return app.server.extensions["settings"]


@pytest.fixture(scope="module")
def noord(settings) -> str:
    states = (State.RECEIVED, State.ACCEPTED)
    return new_delivery(settings, *states, district="noord", file_name="noord.csv")


def shown(app, module, who, query=None, language="nl") -> str:
    with acting(app, who, module.PATH, language):
        return text(module.render(None, query or {}).content)


@pytest.mark.parametrize(
    ("module", "word"), [(month_board, "'noord'"), (deliveries, "noord.csv")]
)
def test_a_deliverer_reads_of_no_other_district(app, noord, module, word):
    for who, is_told in (("coordinator", True), ("deliverer", False)):
        with acting(app, who, module.PATH):
            # Whole, with what grids and choices hold.
            content = str(module.render(None, {}).content)
        assert (word in content) is is_told
        assert (noord in content) is (is_told and module is deliveries)


def test_the_life_of_another_districts_delivery_says_what_an_unknown_one_says(
    app, noord
):
    other = shown(app, deliveries, "deliverer", {"levering": noord})
    none = shown(app, deliveries, "deliverer", {"levering": UNKNOWN})
    assert other.replace(noord, UNKNOWN) == none
    assert "noord.csv" in shown(app, deliveries, "coordinator", {"levering": noord})


def test_forms_are_there_for_whom_they_work(app, noord):
    life = {"levering": noord}
    assert "Intrekken of terugzetten" in shown(app, deliveries, "coordinator", life)
    assert "Intrekken" not in shown(app, deliveries, "other_deliverer", life)
    assert "Licht een bevinding toe" not in shown(app, deliveries, "steward", life)
    assert "Geef meer tijd" in shown(app, month_board, "coordinator")
    assert "Geef meer tijd" not in shown(app, month_board, "deliverer")
    assert "Meld dat er niets is" not in shown(app, month_board, "steward")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("module", "query"),
    [
        (month_board, {"district": "nowhere", "until": "2007-99"}),
        (month_board, {"district": "region", "until": "2010-12"}),
        (deliveries, {"state": "x", "district": "<b>", "month": "x", "text": "%"}),
        (codes, {"list": "x", "text": "<script>"}),
    ],
)
def test_a_strange_address_is_read_as_far_as_it_goes(app, module, query, language):
    who = "steward" if module is codes else "coordinator"
    page = shown(app, module, who, query, language)
    assert page
    assert "<b>" not in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("form", "begin"), [("xlsx", b"PK"), ("html", b"<!"), ("txt", b"Geachte")]
)
def test_a_report_comes_as_a_file_and_stands_in_the_trail(
    app, settings, noord, form, begin
):
    answer = client_of(app, "other_deliverer").get(
        f"/leveringen/{noord}/verslag.{form}"
    )
    assert answer.status_code == 200
    assert answer.data.lstrip().startswith(begin)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store"
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        last = session.scalars(
            select(AuditEntry).order_by(AuditEntry.entry_id.desc())
        ).first()
    assert (last.action, last.object_id) == ("delivery.report", noord)
    assert (last.actor_name, last.detail) == ("other_deliverer", {"form": form})


def test_a_guessed_report_is_not_there(app, noord):
    client = client_of(app, "deliverer")
    answers = [
        client.get(f"/leveringen/{one}/verslag.xlsx")
        for one in (noord, UNKNOWN, "..%2f..%2fledger")
    ]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert answers[0].data.replace(noord.encode(), UNKNOWN.encode()) == answers[1].data
    own = client_of(app, "other_deliverer")
    assert own.get(f"/leveringen/{noord}/verslag.exe").status_code == 404
    assert (
        client_of(app, "viewer").get(f"/leveringen/{noord}/verslag.xlsx").status_code
        == 403
    )
