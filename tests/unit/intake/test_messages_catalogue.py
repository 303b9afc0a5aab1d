"""The catalogue of sentences: both languages, the same blanks, all in use."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

import warehouse
from warehouse.errors import RefusedError, UserError
from warehouse.messages import TRANSLATIONS, message, refused, user_error

SENTENCES = yaml.safe_load((TRANSLATIONS / "intake.yml").read_text("utf-8"))
SOURCE = "\n".join(
    path.read_text("utf-8") for path in Path(warehouse.__file__).parent.rglob("*.py")
)


def blanks(sentence: str) -> set[str]:
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    return {re.sub("_(nl|en)$", "", name) for name in names}


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_is_written_in_both_languages_and_used(key):
    sentence = SENTENCES[key]
    assert set(sentence) == {"nl", "en"}
    assert blanks(sentence["nl"]) == blanks(sentence["en"])
    assert f'"{key}"' in SOURCE


def test_the_language_is_chosen_when_the_message_is_shown():
    found = message("rows.too_many", limit=5)
    assert "meer dan 5 rijen" in found.text("nl")
    assert "more than 5 rows" in found.text("en")


def test_refusals_and_other_errors_have_their_own_exit_code():
    assert isinstance(refused("rows.none"), RefusedError)
    assert refused("rows.none").exit_code == 2
    assert user_error("file.not_found").exit_code == 1
    assert UserError("nee", "no").message("nl") == "nee"
    assert UserError("nee", "no").message("en") == "no"


def test_an_unknown_sentence_is_a_programming_error():
    with pytest.raises(KeyError):
        message("no.such.sentence")
