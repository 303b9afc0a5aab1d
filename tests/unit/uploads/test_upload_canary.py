"""A person in an uploaded file reaches no file, no log and no answer."""

import json
import os
import sqlite3
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest

from dashboard.app import create_app
from dashboard.server.memory_only_request import FILES
from tests.accounts import client_of, make_accounts
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import Step, Upload, UploadState

MARKERS = ("Kanarievogel", "kanarievogel", "123456782", "KV900001", "1988-03-07")
ROWS = 5000
"""Enough for a file of more than what Werkzeug keeps in memory by itself."""


def form() -> bytes:
    header = (
        "Meldnummer;Datum melding;Corporatie;Contractnummer;Naam;BSN;Geboortedatum;"
        "Telefoon;Opmerkingen;Huurachterstand;Maanden achterstand"
    )
    row = (
        "X-{};12-04-2007;Ymere;KV900001{};A. Kanarievogel;123456782;1988-03-07;"
        "06-12345678;Mevrouw Kanarievogel belde terug over de brief;250,00;2"
    )
    rows = [row.format(number, number) for number in range(ROWS)]
    return "\n".join([header, *rows, ""]).encode()


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """Where temporary files would come, for this process and its children."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def app(settings, temporary):
    settings.home_dir.mkdir()
    make_accounts(settings)
    return create_app(settings)


@pytest.fixture
def send(app):
    """Send a body as somebody; gives the answer."""
    clients = {}

    def post(content, who="coordinator", kind="application/octet-stream", name="a.csv"):
        if who not in clients:
            clients[who] = client_of(app, who)
            clients[who].get("/")
        client = clients[who]
        headers = {
            "X-CSRFToken": client.get_cookie("_csrf_token").value,
            "X-Upload-Name": quote(name),
            "X-Upload-Said": quote(json.dumps({"district": "centrum"})),
        }
        return client.post(FILES, data=content, content_type=kind, headers=headers)

    return post


def wait_for(settings, upload_id) -> Upload:
    end = time.monotonic() + 120
    with open_ledger(settings.database_url) as ledger:
        while time.monotonic() < end:
            with ledger.reading() as session:
                upload = session.get_one(Upload, upload_id)
            if upload.state is not UploadState.RUNNING or upload.step is Step.READ:
                return upload
            time.sleep(0.1)
    raise AssertionError("it was not read")


def texts(folder: Path) -> str:
    """All that the files of a folder hold, also packed in databases and Parquet."""
    found = []
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        found += [path.name, path.read_bytes().decode("latin-1")]
        if path.suffix == ".sqlite":
            with sqlite3.connect(path) as connection:
                found += connection.iterdump()
        elif path.suffix == ".parquet":
            with duckdb.connect() as connection:
                rows = connection.read_parquet(str(path)).fetchall()
            found += [str(row) for row in rows]
    return "\n".join(found)


def test_no_identifier_reaches_a_file_or_a_log(app, send, settings, temporary, capfd):
    content = form()
    assert len(content) > 600_000
    assert all(one in content.decode() for one in ("Kanarievogel", "123456782"))
    answer = send(content, name="mw. A. Kanarievogel 123456782.csv")
    assert answer.status_code == 202, answer.text
    upload = wait_for(settings, answer.json["upload_id"])
    assert (upload.step, upload.rows_done) == (Step.READ, ROWS)

    printed = "".join(capfd.readouterr())
    kept = texts(settings.home_dir) + texts(temporary) + printed + answer.text
    assert len(list(settings.landing_dir.glob("*.parquet"))) == 1
    assert [one for one in MARKERS if one in kept] == []
    assert os.listdir(temporary) == []


def test_a_file_in_a_form_is_refused_before_it_could_be_spooled(
    send, temporary, monkeypatch
):
    def fail(*_, **__):
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr(tempfile, "TemporaryFile", fail)
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", fail)
    body = (
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n'
        b"Content-Type: text/csv\r\n\r\n" + form() + b"\r\n--x--\r\n"
    )
    answer = send(body, kind="multipart/form-data; boundary=x")
    assert answer.status_code == 415
    assert os.listdir(temporary) == []


def test_who_may_not_deliver_is_refused(send):
    assert send(b"x", who="viewer").status_code == 403
    assert send(b"x", who="other_deliverer").status_code == 403


def test_a_file_that_is_too_large_hears_the_limit(app, send, settings):
    settings.max_upload_mb = 1
    answer = send(b"x" * (1024 * 1024 + 1))
    assert answer.status_code == 413
    assert "1 MB" in answer.json["error"]


def test_an_empty_file_is_told_to_be_empty(send):
    answer = send(b"")
    assert answer.status_code == 400
    assert "leeg" in answer.json["error"]
