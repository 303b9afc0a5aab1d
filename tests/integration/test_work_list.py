"""Unmapped codes from delivery to work list, and a mapping that mends old figures."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from seeds.formats import DBT_PROJECT
from tests.integration.files import CENTRUM
from warehouse.cli.commands import app
from warehouse.cli.language import settings

HEADER = (
    "Meldnummer;Datum melding;Corporatie;Contractnummer;Huurachterstand;"
    "Maanden achterstand;Geslacht;Resultaat"
)
SIGNALS = (
    "X-1;12-04-2007;Ymere;YM-900001;1.250,00;2;Vrou;regelling",
    "X-2;13-04-2007;Ymere;YM-900002;839,-;2;v;Regelling",
    "X-3;14-04-2008;Ymere;YM-900003;410,50;2;m;Mw. Jansen",
)
BY = ("--by", "A. Beheerder")
SEEDED = {"regelling": 2, "[tekst]": 1, "Vrou": 1}

pytestmark = pytest.mark.slow


@pytest.fixture
def run(demo_home, tmp_path, monkeypatch):
    """Run a command in an empty home with the delivery gate ready; its output."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "gate").symlink_to(demo_home / "gate")
    monkeypatch.setenv("EROPAF_HOME", str(home))
    monkeypatch.setenv("EROPAF_AS_OF", "2009-01-05")
    settings.cache_clear()
    yield run_in_process
    settings.cache_clear()


def run_in_process(*arguments, code=0):
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exit_code == code, (result.output, result.exception)
    return json.loads(result.stdout) if "--json" in arguments else result.stdout


def deliver(run, folder, name, signals=SIGNALS) -> dict:
    file = folder / name
    file.write_text("\n".join((HEADER, *signals)) + "\n", encoding="utf-8")
    return run("deliver", file, *CENTRUM, "--yes", "--json")


def results(run) -> dict[str, int]:
    question = "select result, count(*) as n from marts.fct_signals group by all"
    rows = run("query", question, "--json")
    return {row["result"]: row["n"] for row in rows}


def open_texts(run) -> dict[str, int]:
    return {
        row["source_text"].replace("Regelling", "regelling"): row["occurrences"]
        for row in run("unmapped", "--json")
    }


def test_a_mapping_mends_an_old_delivery_and_undoing_restores_it(run, tmp_path):
    first = deliver(run, tmp_path, "april.csv")
    run("build")
    before = results(run)
    assert before == {"unmapped": 3}
    assert open_texts(run) == SEEDED
    work = {row["source_code"]: row for row in run("unmapped", "--json")}
    assert work["regelling"]["suggested_code"] == "arranged"
    assert work["vrou"]["suggested_code"] == "female"
    assert work["[tekst]"]["suggested_code"] is None
    assert [place["row_number"] for place in work["regelling"]["examples"]] == [2, 3]
    assert work["regelling"]["deliveries"] == 1

    mapping = ("map", "result", "REGELLING", "arranged")
    (preview,) = run(*mapping, "--dry-run", "--json")
    assert (preview["rows"], preview["deliveries"]) == (2, 1)
    (narrow,) = run(*mapping, "--dry-run", "--json", "--district", "noord")
    assert narrow["rows"] == 0
    assert run("mappings", "--json") == []

    (recorded,) = run(*mapping, *BY, "--note", "tikfout", "--json")
    statuses = {row["source_code"]: row["status"] for row in run("unmapped", "--json")}
    assert statuses == {"regelling": "mapped", "vrou": "open", "[tekst]": "open"}
    run("build")
    assert results(run) == {"arranged": 2, "unmapped": 1}
    assert "regelling" not in open_texts(run)
    others = [signal.replace("X-", "Y-") for signal in SIGNALS]
    second = deliver(run, tmp_path, "mei.csv", others)
    assert unmapped_rows(first) == 3
    assert unmapped_rows(second) == 1

    run("unmap", recorded["mapping_id"], *BY)
    run("withdraw", second["delivery_id"])
    run("build")
    assert results(run) == before
    assert open_texts(run) == SEEDED
    (history,) = run("mappings", "--json")
    assert (history["status"], history["note"]) == ("undone", "tikfout")


def unmapped_rows(answer: dict) -> int:
    findings = [one["check_id"] for one in answer["findings"]]
    return findings.count("signals_result_unmapped")


def test_what_staff_say_and_the_reports_of_a_held_delivery(run, tmp_path):
    file = tmp_path / "april.csv"
    file.write_text("\n".join((HEADER, *SIGNALS)) + "\n", encoding="utf-8")
    held = run("deliver", file, *CENTRUM, "--json", code=3)["delivery_id"]
    text = ("--text", "Nieuwe code bij ons.", "--by", "Anna")
    run("explain", held, "signals_result_unmapped", "--row", 2, *text)
    run("sign", held, "--by", "Anna")
    (listed,) = run("deliveries", "--json")
    assert listed["sign_off"]["signed_by"] == "Anna"
    assert listed["explanations"][0]["row"] == 2

    page = tmp_path / "verslag.html"
    run("report", "delivery", held, "--format", "html", "--output", page)
    shown = page.read_text("utf-8")
    assert "Nieuwe code bij ons." in shown
    assert "aangehouden" in shown
    for identifying in ("YM-900001", "Jansen", "X-1"):
        assert identifying not in shown

    run("accept", held)
    run("build")
    said = run("query", "select delivery_id from quality.explanations", "--json")
    signed = run("query", "select is_current from quality.sign_offs", "--json")
    assert said == [{"delivery_id": held}]
    assert signed == [{"is_current": True}]
    pages = tmp_path / "toetsen"
    run("report", "checks", "--output", pages)
    assert_pages_stand_alone(pages)


def assert_pages_stand_alone(folder: Path) -> None:
    pages = [page.read_text("utf-8") for page in folder.rglob("*.html")]
    assert len(pages) > 10
    assert not [page for page in pages if "<script" in page or "https://" in page]
    index = (folder / "index.html").read_text("utf-8")
    assert "expectations/signals.html" in index
    results_pages = list((folder / "validations" / "signals").rglob("*.html"))
    assert len(results_pages) == 1
    assert "that we do not know: the result" in results_pages[0].read_text("utf-8")


def test_every_staging_model_with_codes_feeds_the_work_list():
    listing = DBT_PROJECT / "models" / "quality" / "work_list"
    gathered = (listing / "quality_unmapped_values.sql").read_text("utf-8")
    staging = DBT_PROJECT / "models" / "staging"
    for model in staging.glob("*/stg_*.sql"):
        text = model.read_text("utf-8")
        if "map_codes(" in text:
            # A model that gives its list another name hands it to the next one.
            assert "unmapped_codes" in text or "unmapped='" in text, model.stem
            folder = model.parent.name
            assert f"('{folder}', 'stg_{folder}__" in gathered, model.stem
