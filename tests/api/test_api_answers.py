"""What the interface answers is what the ledger and the release hold."""

import shutil

import pytest

from tests.integration.files import SIGNALS, transfer_form
from tests.integration.served_uploads import wait_until
from warehouse.deliveries.history.listing import list_visible
from warehouse.deliveries.uploads.check_upload import check_upload
from warehouse.figures.indicators import read_indicators
from warehouse.identity import COMMAND_LINE
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import State

TRANSVAAL = "vroeg-eropaf-transvaal-2007"
BYTES = "application/octet-stream"


def test_deliveries_are_those_of_the_ledger(get, settings):
    told = get("/deliveries?page_size=1000").get_json()["items"]
    held = list_visible(settings, COMMAND_LINE)
    assert [one["delivery_id"] for one in told] == [one.delivery_id for one in held]


def test_pages_follow_each_other(get):
    every = get("/deliveries").get_json()["items"]
    first = get("/deliveries?page_size=4").get_json()
    assert first["links"]["prev"] is None
    second = get(first["links"]["next"].removeprefix("/api/v1")).get_json()
    assert first["items"] + second["items"] == every[:8]


def test_another_district_is_as_if_it_did_not_exist(get):
    own = get("/deliveries", "deliverer").get_json()["items"]
    assert {one["district"] for one in own} == {"centrum"}
    other = next(
        one
        for one in get("/deliveries").get_json()["items"]
        if one["district"] not in (None, "centrum")
    )["delivery_id"]
    made_up = "D-20260101-bcdfgh"
    for part in ("", "/findings", "/report.xlsx"):
        told = get(f"/deliveries/{other}{part}", "deliverer")
        assert told.status_code == 404
        assert (
            told.get_data()
            == get(f"/deliveries/{made_up}{part}", "deliverer").get_data()
        )


@pytest.mark.parametrize("indicator", ["signals", "attempted_share", "arrears_mean"])
def test_figures_equal_the_command(get, settings, tmp_path, indicator):
    told = get(f"/indicator-values?indicator={indicator}&pilot={TRANSVAAL}").get_json()
    # The command is another process; DuckDB keeps files apart by their name.
    file = shutil.copy(settings.warehouse_file, tmp_path / "warehouse.duckdb")
    expected = read_indicators(file, [indicator], where={"pilot": [TRANSVAAL]})[0]
    found = told["items"][0]
    for name in ("numerator", "denominator", "value", "unknown"):
        assert found[name] == pytest.approx(expected[name]), name


def test_small_numbers_are_hidden_from_who_may_not_see_them(get):
    centrum = "pilot=vroegmelding-centrum-2007"
    path = f"/indicator-values?{centrum}&indicator=bailiff_during_share"
    open_, closed = (
        get(path, name).get_json()["items"][0] for name in ("coordinator", "viewer")
    )
    assert open_["state"] == "known"
    assert open_["denominator"] == 11
    assert closed["state"] == "hidden"
    assert closed["numerator"] is closed["denominator"] is closed["value"] is None


def test_a_choice_that_is_not_yours_is_an_error_and_not_another_answer(get):
    refused = get("/indicator-values?district=noord", "district_viewer")
    assert refused.status_code == 400
    assert refused.get_json()["invalid_params"][0]["name"] == "district"


def test_a_release_is_for_who_researches_the_region(get, settings):
    release = get("/releases", "researcher").get_json()["items"][0]
    path = f"/releases/{release['release_id']}/warehouse.duckdb"
    file = get(path, "researcher")
    assert file.get_data() == settings.warehouse_file.read_bytes()
    assert {get(path, name).status_code for name in ("viewer", "coordinator")} == {403}


def test_a_file_is_delivered_followed_and_withdrawn(
    client, headers, settings, tmp_path
):
    content = transfer_form(tmp_path / "form.csv", SIGNALS).read_bytes()
    pilot = "vroegmelding-centrum-2007"
    sent = client.post(
        f"/api/v1/uploads?file_name=form.csv&pilot={pilot}&district=centrum",
        data=content,
        headers=headers("deliverer") | {"Content-Type": BYTES},
    )
    assert sent.status_code == 202
    upload_id = sent.get_json()["upload_id"]

    def status() -> dict:
        address = sent.headers["Location"]
        return client.get(address, headers=headers("deliverer")).get_json()

    wait_until(lambda: status()["step"] not in ("received", "recognised"))
    check_upload(settings, upload_id)
    told = status()
    assert (told["delivery_state"], told["rows_read"]) == ("accepted", len(SIGNALS))
    path = f"/api/v1/deliveries/{told['delivery_id']}"
    other = client.get(path, headers=headers("other_deliverer"))
    assert other.status_code == 404
    again = client.post(
        f"{path}/withdrawals",
        json={"reason": "delivered twice"},
        headers=headers("coordinator"),
    )
    assert again.get_json()["state"] == "withdrawn"
    with open_ledger(settings.database_url):
        found = client.get(path, headers=headers("deliverer")).get_json()
    assert found["state"] == State.WITHDRAWN


def test_a_file_in_a_form_is_refused(client, headers):
    sent = client.post(
        "/api/v1/uploads?file_name=form.csv",
        data={"file": (b"x", "form.csv")},
        headers=headers("deliverer"),
        content_type="multipart/form-data",
    )
    assert sent.status_code == 415
    assert sent.mimetype == "application/problem+json"


def test_a_ddas_delivery_holds_pseudonyms_only(get):
    asked = "municipality=0363&date_from=2007-01-01&date_to=2007-12-31&version=1.2"
    made = get(f"/exports/ddas?{asked}")
    assert made.status_code == 200
    assert len(made.get_json()["leveringen"][0]["vroegsignalen"]) == 86
    assert get(f"/exports/ddas?{asked}", "viewer").status_code == 403
