"""The report on a delivery: what it says, as workbook and as page."""

from html.parser import HTMLParser

import openpyxl
import pytest

from tests.unit.explanations.ledgers import new_delivery
from warehouse.errors import UserError
from warehouse.exports.reports.build import delivery_report, write_report
from warehouse.ledger.tables import (
    DeliveryCheck,
    DeliveryFinding,
    DeliveryUnmapped,
    State,
)
from warehouse.settings import Settings
from warehouse.stewardship.explanations.record import Subject, explain

FORMULA = '=HYPERLINK("x")'


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


def finding(check_id: str, column: str, row: int, severity: str = "error"):
    return DeliveryFinding(
        check_id=check_id,
        severity=severity,
        column_name=column,
        sheet=FORMULA,
        row_number=row,
        message_nl="Zin.",
        message_en="Sentence.",
    )


@pytest.fixture
def delivery_id(home) -> str:
    return new_delivery(
        home,
        file_name="lijst <maart>.csv",
        rows_read=40,
        rows_accepted=38,
        rows_rejected=2,
        delivered_columns=["meldnummer"],
        notes=[{"key": "note.totals", "nl": "Een totaalrij.", "en": "A total."}],
        findings=[
            finding("signals_sex_unmapped", "Geslacht", 7, "warning"),
            finding("signals_signal_date_unreadable", "Datum melding", 4),
            finding("signals_signal_date_missing", "Datum melding", 5),
            finding("signals_arrears_negative", "Huurachterstand", 6),
            finding("placing.pilot_unknown", None, None, "blocking"),
        ],
        checks=[
            DeliveryCheck(
                check_id="signals_signal_date_missing",
                severity="error",
                status="fail",
                assessed=38,
                violating=1,
            )
        ],
        unmapped=[
            DeliveryUnmapped(
                code_list="sex",
                column_name="geslacht",
                source_text="+vrou",
                occurrences=3,
            ),
            DeliveryUnmapped(
                code_list="result",
                column_name="resultaat",
                source_text="[tekst]",
                occurrences=1,
            ),
        ],
    )


def rows_of(report, key: str) -> tuple:
    return next(one.rows for one in report.sections if one.key == key)


def test_each_finding_says_where_what_kind_and_how_to_mend(home, delivery_id):
    report = delivery_report(home, delivery_id, "nl")
    found = {row[-1]: row for row in rows_of(report, "findings")}

    assert {check: row[3] for check, row in found.items()} == {
        "signals_sex_unmapped": "onbekende code",
        "signals_signal_date_unreadable": "onleesbare datum",
        "signals_signal_date_missing": "leeg",
        "signals_arrears_negative": "buiten bereik",
        "placing.pilot_unknown": "vraag over de levering",
        "note.totals": "mededeling",
    }
    sheet, row, column, _, told, mend, severity, _ = found["signals_arrears_negative"]
    assert (sheet, row, column, severity) == (FORMULA, 6, "Huurachterstand", "Fout")
    assert told == "De huurachterstand is lager dan nul."
    assert mend.startswith("Schrijf een schuld")


def test_checks_and_unmapped_codes_are_counted(home, delivery_id):
    report = delivery_report(home, delivery_id, "en")

    (check,) = rows_of(report, "checks")
    assert check[0] == "signals_signal_date_missing"
    assert check[3:] == ("fail", 38, 1)
    assert rows_of(report, "unmapped")[0] == ("Geslacht", "+vrou", "sex", 3)
    recognised = dict(rows_of(report, "recognised"))
    assert recognised["Meldnummer"] == "yes"
    assert recognised["Geslacht"] == "no"
    assert recognised["Noted while reading"] == "A total."


def test_a_delivery_from_before_the_counts_shows_its_findings(home):
    old = new_delivery(
        home, findings=[finding("signals_signal_date_missing", "Datum melding", 5)]
    )
    (check,) = rows_of(delivery_report(home, old, "nl"), "checks")
    assert check[4:] == (None, 1)


def test_the_letter_names_the_main_points_gravest_first(home, delivery_id):
    dutch = delivery_report(home, delivery_id, "nl").letter
    english = delivery_report(home, delivery_id, "en").letter

    assert "40 rijen; daarvan tellen er 38 mee" in dutch[1]
    assert "1 x blokkerend, 3 x fout, 1 x waarschuwing" in dutch[2]
    points = [paragraph for paragraph in dutch if paragraph.startswith("- ")]
    assert points[0] == "- 1 x Zin."
    assert "het geslacht" in points[-1]
    assert any("“+vrou”" in paragraph for paragraph in dutch)
    assert not any("[tekst]" in paragraph for paragraph in dutch)
    assert (dutch[0], english[0]) == ("Geachte afzender,", "Dear sender,")


def test_a_clean_delivery_gets_a_kind_letter(home):
    clean = new_delivery(home, State.RECEIVED, State.ACCEPTED)
    letter = delivery_report(home, clean, "nl").letter
    assert any("niets dat verbeterd hoeft" in paragraph for paragraph in letter)


def test_the_workbook_holds_texts_and_no_formulas(home, delivery_id, tmp_path):
    explain(home, delivery_id, Subject("signals_sex_unmapped"), FORMULA, "Anna")
    report = delivery_report(home, delivery_id, "nl")
    file = write_report(report, "xlsx", tmp_path / "map" / "verslag.xlsx")
    workbook = openpyxl.load_workbook(file)

    assert workbook.sheetnames == [
        *("Samenvatting", "Bevindingen", "Toetsen", "Onbekende codes"),
        *("Toelichtingen", "Herkend", "Brief aan de afzender"),
    ]
    cells = [cell for sheet in workbook for row in sheet.rows for cell in row]
    active = [cell for cell in cells if str(cell.value).startswith(("=", "+"))]
    assert len(active) == 7
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in active)
    assert not any(cell.hyperlink for cell in cells)


class Page(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[name] for name in ("href", "src") if name in given]


def test_the_page_stands_alone_and_escapes_what_it_shows(home, delivery_id, tmp_path):
    report = delivery_report(home, delivery_id, "en")
    text = write_report(report, "html", tmp_path / "r.html").read_text("utf-8")
    page = Page(text)

    assert "lijst &lt;maart&gt;.csv" in text
    assert '<html lang="en">' in text
    assert "script" not in page.tags
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert page.tags.count("h1") == 1
    assert page.tags.count("table") == 5
    assert "Dear sender," in text


def test_a_delivery_that_is_not_there_has_no_report(home):
    with pytest.raises(UserError):
        delivery_report(home, "D-20070101-bcdfgh", "nl")
