"""The first page of the checks: Great Expectations' own needs scripts to fill it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from warehouse.exports.reports.offline_pages import STYLES
from warehouse.messages import message

TEMPLATES = Path(__file__).parent / "templates"
HEADINGS = ("suite", "evaluated", "failed", "result")


@dataclass(frozen=True)
class ValidatedSuite:
    """A suite with its counts and the two pages about it, relative to the site."""

    name: str
    evaluated: int
    failed: int
    definition_page: str
    result_page: str


def find_pages(site: Path, name: str, evaluated: int, failed: int) -> ValidatedSuite:
    """The suite with the pages that Great Expectations wrote for it."""
    result = next((site / "validations" / name).rglob("*.html"))
    return ValidatedSuite(
        name=name,
        evaluated=evaluated,
        failed=failed,
        definition_page=f"expectations/{name}.html",
        result_page=result.relative_to(site).as_posix(),
    )


def write_index(
    site: Path, release_id: str, suites: Sequence[ValidatedSuite], language: str
) -> None:
    """Write `index.html`, which leads to every page of the site."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    page = environment.get_template("checks_index.html.j2").render(
        language=language,
        title=message("checks.title", release_id=release_id).text(language),
        introduction=message("checks.introduction").text(language),
        headings=[message(f"checks.{name}").text(language) for name in HEADINGS],
        result=message("checks.result").text(language),
        # Our own file, not a text from anywhere.
        styles=Markup(STYLES),  # noqa: S704
        suites=suites,
    )
    (site / "index.html").write_text(page, encoding="utf-8")
