"""The document about the standard says all, and its committed rendering is current."""

import pytest
from typer.testing import CliRunner

from expectations.catalogue.catalogue import load_catalogue
from seeds.formats import REPOSITORY
from warehouse.cli.commands import app
from warehouse.standard.document import render_document
from warehouse.standard.fields import load_standard

PAGES = {"nl": "standaard.md", "en": "standard.md"}
LANGUAGES = list(PAGES)


@pytest.fixture(scope="module", params=LANGUAGES)
def rendered(request):
    return request.param, render_document(load_standard(), request.param)


def test_the_committed_page_is_current(rendered):
    language, text = rendered
    page = REPOSITORY / "docs" / "standard" / PAGES[language]
    assert page.read_text("utf-8") == text, (
        f"run: eropaf standard document --language {language} --output {page.name}"
    )


def test_every_field_and_choice_stands_in_it(rendered):
    language, text = rendered
    standard = load_standard()
    for entity in standard.entities:
        assert f"## {entity.label.text(language)}\n" in text
        for field in entity.fields:
            assert field.label.text(language) in text
        for field in entity.asked:
            assert field.definition.text(language) in text
            for code in standard.codes_of(field):
                assert f"| {code.label.text(language)} | `{code.code}` |" in text


def test_every_check_stands_beside_its_entity(rendered):
    language, text = rendered
    for check in load_catalogue():
        meaning = check.meaning_en if language == "en" else check.meaning_nl
        assert " ".join(meaning.split()).replace("|", r"\|") in text, check.check_id


def test_the_tables_are_whole(rendered):
    _, text = rendered
    width = None
    for line in text.splitlines():
        if not line.startswith("|"):
            width = None
            continue
        cells = line.replace(r"\|", "").count("|")
        assert width in (None, cells), line
        width = cells


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_the_document(language, tmp_path):
    target = tmp_path / "page.md"
    options = ["--language", language, "--output", str(target)]
    result = CliRunner().invoke(app, ["standard", "document", *options])
    assert result.exit_code == 0, result.output
    assert target.read_text("utf-8") == render_document(load_standard(), language)


def test_without_a_file_the_document_is_printed():
    result = CliRunner().invoke(app, ["standard", "document", "--language", "nl"])
    assert result.stdout == render_document(load_standard(), "nl")
