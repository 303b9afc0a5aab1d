"""Sentences for users, kept in Dutch and English in `translations/*.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from warehouse.errors import RefusedError, UserError

TRANSLATIONS = Path(__file__).parent / "translations"


@dataclass(frozen=True)
class Message:
    """One sentence in both languages; `key` names it in the catalogue."""

    key: str
    nl: str
    en: str

    def text(self, language: str = "nl") -> str:
        """The sentence in `language`, Dutch for any other than `en`."""
        return self.en if language == "en" else self.nl


def message(key: str, **values: object) -> Message:
    """The sentence `key` with `{names}` filled in; KeyError when it is unknown."""
    sentence = _catalogue()[key]
    return Message(
        key, sentence["nl"].format(**values), sentence["en"].format(**values)
    )


def refused(key: str, **values: object) -> RefusedError:
    """The refusal of a delivery for the reason `key`."""
    reason = message(key, **values)
    return RefusedError(reason.nl, reason.en)


def user_error(key: str, **values: object) -> UserError:
    """The error `key` that a user can mend."""
    reason = message(key, **values)
    return UserError(reason.nl, reason.en)


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    sentences: dict[str, Mapping[str, str]] = {}
    for path in sorted(TRANSLATIONS.glob("*.yml")):
        for key, sentence in yaml.safe_load(path.read_text("utf-8")).items():
            if key in sentences:
                raise KeyError(f"{path.name}: {key} is there twice")
            sentences[key] = sentence
    return sentences
