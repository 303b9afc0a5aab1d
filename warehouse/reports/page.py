"""A delivery's report as one page that needs nothing else."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warehouse.messages import message
from warehouse.reports.delivery import DeliveryReport

TEMPLATES = Path(__file__).parent / "templates"


def write_page(report: DeliveryReport, file: Path) -> None:
    """Write the page; every text in it is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    page = environment.get_template("delivery.html.j2").render(
        report=report,
        skip=message("report.skip").text(report.language),
        nothing=message("report.nothing").text(report.language),
        letter_title=message("sheet.letter").text(report.language),
    )
    file.write_text(page, encoding="utf-8")
