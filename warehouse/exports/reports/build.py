"""Builds the report on a delivery in one language and form."""

from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warehouse.exports.reports.delivery import (
    DeliveryReport,
    build_privacy,
    load_delivery,
    sections_of,
)
from warehouse.exports.reports.letter import write_letter
from warehouse.exports.reports.workbook import write_workbook
from warehouse.messages import message
from warehouse.settings import Settings

Form = Literal["xlsx", "html"]


def delivery_report(
    settings: Settings, delivery_id: str, language: str
) -> DeliveryReport:
    """What there is to say about a delivery; UserError when there is none."""
    delivery = load_delivery(settings, delivery_id)
    return DeliveryReport(
        delivery_id=delivery_id,
        language=language,
        title=message("report.title", delivery_id=delivery_id).text(language),
        privacy=build_privacy(language),
        sections=sections_of(delivery, language),
        letter=write_letter(delivery, language),
    )


def write_report(report: DeliveryReport, form: Form, output: Path | None) -> Path:
    """Write the report; by default beside the reader, named after the delivery."""
    file = output or Path(f"{report.delivery_id}.{form}")
    file.parent.mkdir(parents=True, exist_ok=True)
    writers = {"xlsx": write_workbook, "html": write_page}
    writers[form](report, file)
    return file


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
