"""The monthly reports: one per district, with the numbers of the overview."""

from datetime import date
from pathlib import Path

import pytest
from components import draw
from served_app import Publisher, app_on
from taken import cards_of
from typer.testing import CliRunner

from dashboard.command import all_commands
from dashboard.takeaway.files.document import Card, Paragraph
from dashboard.takeaway.reports import Wish, monthly_reports
from warehouse.cli import language
from warehouse.errors import UserError
from warehouse.identity import COMMAND_LINE, Identity, Role
from warehouse.notes.annotations import Subject, annotate
from warehouse.settings import Settings

READER = Identity("reader", "reader", Role.VIEWER)


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    made = Publisher(tmp_path_factory.mktemp("home"))
    made.publish("first")
    return made.home


@pytest.fixture(scope="module")
def app(home):
    return app_on(home)


@pytest.fixture(scope="module")
def settings(app, home):
    return Settings(_env_file=None, home=home, language="nl")


def made(settings, asker=COMMAND_LINE, **wish):
    return list(monthly_reports(settings, asker, Wish("nl", **wish)))


def test_a_report_holds_the_numbers_of_the_overview(app, settings):
    for district, month, document in made(settings, month="2007-08"):
        query = {"district": district, "period": month}
        overview = cards_of(draw(app, "/", query))
        found = {
            one.indicator_id: one.number
            for one in document.blocks
            if isinstance(one, Card) and one.indicator_id
        }
        assert len(found) > 5
        for name, number in found.items():
            assert number == overview[name, ""], name


def test_every_district_gets_its_own(settings):
    found = made(settings)
    assert len({district for district, _month, _document in found}) == len(found) > 1
    assert len({month for _district, month, _document in found}) == 1
    for _district, _month, document in found:
        names = {other.title.split()[-1] for *_, other in found} - {
            document.title.split()[-1]
        }
        text = repr([one for one in document.blocks if isinstance(one, Card)])
        assert not any(name in text for name in names)


def test_notes_of_the_district_are_in_its_report_only(settings):
    found = made(settings)
    (own, month, _document), other = found[0], found[1][0]
    subject = Subject(date.fromisoformat(f"{month}-01"), own)
    annotate(settings, COMMAND_LINE, subject, "Een wijkteam erbij.")
    texts = {
        district: repr([one for one in document.blocks if isinstance(one, Paragraph)])
        for district, _month, document in made(settings)
    }
    assert "Een wijkteam erbij" in texts[own]
    assert "Een wijkteam erbij" not in texts[other]


def test_small_numbers_only_for_who_may_see_them(settings):
    assert not made(settings, READER)[0][2].sees_small
    assert made(settings, COMMAND_LINE)[0][2].sees_small


@pytest.mark.parametrize("wish", [{"district": "nowhere"}, {"month": "1999-01"}])
def test_what_is_not_in_the_release_is_refused(settings, wish):
    with pytest.raises(UserError):
        made(settings, **wish)


@pytest.mark.parametrize("form", ["pdf", "pptx", "xlsx"])
def test_the_command_writes_a_file_per_district(
    settings, home, tmp_path, monkeypatch, form
):
    monkeypatch.setenv("EROPAF_HOME", str(home))
    language.settings.cache_clear()
    folder = tmp_path / "reports"
    answer = CliRunner().invoke(
        all_commands(), ["report", "--format", form, "--output", str(folder)]
    )
    language.settings.cache_clear()
    assert answer.exit_code == 0, answer.output
    files = sorted(folder.iterdir())
    assert len(files) == len(made(settings))
    for file in files:
        assert file.name.startswith("maandverslag-")
        assert file.read_bytes()[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")
        assert file.stat().st_mode & 0o077 == 0


def test_the_other_reports_keep_their_names():
    names = CliRunner().invoke(all_commands(), ["report", "--help"]).output
    assert "delivery" in names
    assert "checks" in names
