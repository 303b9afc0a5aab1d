"""Draws the pages that stand outside the dashboard: signing in, and refusals."""

from pathlib import Path
from urllib.parse import quote

from flask import Flask, render_template, request
from flask_wtf.csrf import generate_csrf

from dashboard.server import appearance
from dashboard.words.i18n import LANGUAGES, language
from dashboard.words.i18n import gettext as _

ASSETS = Path(__file__).parent.parent / "assets"


def styles() -> list[str]:
    """Return the names of the style sheets, in the order of the dashboard."""
    return sorted(file.name for file in ASSETS.glob("*.css"))


def install(server: Flask) -> None:
    """Give the templates what they all need."""
    server.jinja_env.trim_blocks = server.jinja_env.lstrip_blocks = True

    @server.context_processor
    def common() -> dict[str, object]:
        return {"styles": styles(), "csrf_token": generate_csrf}


def draw(template: str, title: str, **parts: object) -> str:
    """Return a page in the language of the request; `parts` fill the template."""
    other = next(code for code in LANGUAGES if code != language())
    return render_template(
        template,
        title=title,
        language=language(),
        appearance=appearance.choice(),
        other_language=other,
        other_language_name=LANGUAGES[other],
        here=quote(request.full_path.rstrip("?"), safe=""),
        to_content=_("To the content"),
        **parts,
    )
