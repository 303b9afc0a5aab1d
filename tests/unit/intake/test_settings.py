"""Settings: from the environment, each with a default and a description."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from warehouse.settings import Settings


def test_every_setting_is_described_and_has_a_default():
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert not field.is_required(), name


def test_settings_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("EROPAF_HOME", str(tmp_path))
    monkeypatch.setenv("EROPAF_AS_OF", "2009-01-05")
    monkeypatch.setenv("EROPAF_LANGUAGE", "")
    settings = Settings()
    assert settings.as_of == date(2009, 1, 5)
    assert settings.landing_dir == tmp_path.resolve() / "landing"
    assert settings.language == "nl"


def test_settings_come_from_a_file_in_the_working_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("EROPAF_KEEP_RELEASES=3\n", "utf-8")
    assert Settings().keep_releases == 3


def test_everything_lives_in_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("EROPAF_GATE")
    settings = Settings(home=tmp_path)
    places = ("landing_dir", "gate_dir", "releases_dir", "work_dir")
    places += ("warehouse_file", "key_file", "ledger_file")
    for name in places:
        assert getattr(settings, name).parent == tmp_path.resolve()
    assert settings.database_url == f"sqlite:///{settings.ledger_file}"
    elsewhere = Settings(home=tmp_path, gate=tmp_path / "elsewhere")
    assert elsewhere.gate_dir == tmp_path.resolve() / "elsewhere"
    assert Settings(ledger_url="postgresql://x").database_url == "postgresql://x"


def test_a_key_is_never_shown(tmp_path):
    settings = Settings(home=tmp_path, pseudonym_key="a long key of nobody")
    assert "a long key of nobody" in settings.pseudonym_key.get_secret_value()
    assert "a long key" not in repr(settings)
    with pytest.raises(ValidationError) as error:
        Settings(home=tmp_path, pseudonym_key="too short")
    assert "too short" not in str(error.value)
