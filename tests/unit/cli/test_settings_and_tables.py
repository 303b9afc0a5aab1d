"""The list of settings is documented, and a table may have uneven rows."""

from pathlib import Path

from warehouse.cli.output import print_table
from warehouse.settings import Settings

OPERATORS = Path(__file__).parents[3] / "docs" / "operators.md"


def test_every_setting_is_documented_for_operators():
    page = OPERATORS.read_text(encoding="utf-8")
    names = [f"EROPAF_{name.upper()}" for name in Settings.model_fields]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_a_table_shows_a_column_that_only_some_rows_have(capsys):
    print_table([{"id": "signals"}, {"id": "hours", "category": "advice"}])
    printed = capsys.readouterr().out
    assert "category" in printed
    assert "advice" in printed
