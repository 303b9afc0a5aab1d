"""Languages of the dashboard: which one a request wants, and its texts.

Texts are written in English in the code; `translations/nl` holds the Dutch ones, in
a file per part of the dashboard. They are compiled in memory, so that no build step
has to come first.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, g, request
from flask_babel import Babel, Domain, get_locale

LANGUAGES = {"nl": "Nederlands", "en": "English"}
COOKIE = "language"

_FOLDER = Path(__file__).parents[1] / "translations"


@cache
def load_texts(language: str) -> NullTranslations:
    """Return the texts of `language`; English is what the code says."""
    texts = NullTranslations()
    for file in sorted((_FOLDER / language / "LC_MESSAGES").glob("*.po")):
        found = _compile(file, language)
        texts = texts.merge(found) if isinstance(texts, Translations) else found
    return texts


def _compile(file: Path, language: str) -> Translations:
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


class _Texts(Domain):
    """A flask-babel domain that reads `.po` files."""

    def get_translations(self) -> NullTranslations:
        return load_texts(language())


_texts = _Texts()
gettext = _texts.gettext


def current_locale() -> Locale | None:
    """Return the locale of the running request, None outside one.

    A page asks for it thousands of times, so it is kept with the request.
    """
    try:
        found: Locale | None = g.locale
    except AttributeError:
        found = g.locale = get_locale()
    except RuntimeError:  # outside a request
        found = None
    return found


def language() -> str:
    """Return the language code of the running request."""
    locale = current_locale()
    return locale.language if locale else "nl"


def _choose_language() -> str:
    if request.path.startswith("/api/"):
        # Programs say it as the web does; people choose, and a cookie keeps it.
        default = current_app.config["LANGUAGE"]
        return request.accept_languages.best_match(LANGUAGES, default) or default
    wish = request.cookies.get(COOKIE)
    return wish if wish in LANGUAGES else current_app.config["LANGUAGE"]


def install(server: Flask, default: str) -> None:
    """Let `server` answer in the visitor's language, `default` without a wish."""
    server.config["LANGUAGE"] = default
    Babel(server, default_locale=default, locale_selector=_choose_language)
