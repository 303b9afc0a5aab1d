"""The month board, the codes and the deliveries, worked as the coordination point does.

One server on a copy of the demonstration, with a delivery more that holds texts nobody
mapped. No release is built: what is asked for waits an hour.
"""

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from screen import A, choose, open_page, wait_until_drawn
from serving import serving

pytestmark = pytest.mark.browser

FILE = """Meldnummer;Datum melding;Corporatie;Contractnummer;Huurachterstand;\
Maanden achterstand;Geslacht;Resultaat
X-1;12-04-2007;Ymere;YM-900001;1.250,00;2;v;regelling
X-2;13-04-2007;Ymere;YM-900002;839,-;2;v;regelling
"""
BOARD = "/maandbord?district=centrum&until=2007-12"
TEXT = "/codes?list=result&format=overdrachtsformulier&in=centrum&text=regelling"


@pytest.fixture(scope="module")
def workspace(demo_home, run_eropaf, tmp_path_factory):
    """The address of the server, and the id of the delivery that is held."""
    folder = tmp_path_factory.mktemp("workspace")
    home = shutil.copytree(demo_home, folder / "home", symlinks=True)
    file = folder / "april.csv"
    file.write_text(FILE, encoding="utf-8")
    place = ("--district", "centrum", "--pilot", A)
    delivered = run_eropaf(home, "deliver", file, *place)
    delivery_id = re.search(r"D-\d{8}-[a-z]{6}", delivered.stdout).group()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EROPAF_BUILD_DELAY", "3600")
        patch.setenv("EROPAF_AS_OF", "2008-01-05")
        with serving(Path(home)) as address:
            yield address, delivery_id


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_part_opens_without_barriers(page, workspace, language):
    address, delivery_id = workspace
    parts = {
        "/maandbord?until=2007-12": "coordinator",
        BOARD: "coordinator",
        "/leveringen": "coordinator",
        f"/leveringen?levering={delivery_id}": "coordinator",
    }
    for path, role in parts.items():
        open_page(page, address + path, language, role)
        assert violations(page) == [], path


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_codes_open_without_barriers(page, workspace, language):
    address, _delivery_id = workspace
    open_page(page, address + TEXT, language, "steward")
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_cell_of_the_board_leads_to_the_deliveries_behind_it(page, workspace):
    address, _delivery_id = workspace
    open_page(page, f"{address}/maandbord?until=2007-12")
    page.get_by_role("link", name="Centrum, april 2007").click()
    expect(page).to_have_url(re.compile("/leveringen.*month=2007-04"))
    expect(page.get_by_text("overdracht-centrum-2007.csv")).to_be_visible()
    expect(page.get_by_text("turflijst-transvaal-2007.xlsx")).not_to_be_visible()


def test_nothing_this_month_is_declared_and_taken_back(page, workspace):
    address, _delivery_id = workspace
    open_page(page, address + BOARD, role="deliverer")
    word = page.locator("[data-standing=declared_empty]")
    before = word.count()
    form = page.get_by_role("group", name="Meld dat er niets is")
    form.get_by_role("textbox", name="Maand").click()
    page.get_by_role("option", name="mei 2007", exact=True).click()
    button = form.get_by_role("button", name="Niets deze maand")
    button.click()
    expect(form.get_by_role("status")).to_contain_text("Schrijf kort op waarom")
    form.get_by_role("textbox", name="Waarom").fill("De instelling was dicht.")
    button.click()
    expect(form.get_by_role("status")).to_contain_text("mei 2007")
    expect(word).to_have_count(before + 1)

    back = page.get_by_role("group", name="Neem een verklaring terug")
    back.get_by_role("textbox", name="Verklaring").click()
    page.get_by_role("option", name=re.compile("Centrum, mei 2007")).click()
    back.get_by_role("textbox", name="Waarom").fill("Toch open.")
    back.get_by_role("button", name="Neem terug").click()
    expect(back.get_by_role("status")).to_contain_text("teruggenomen")
    expect(word).to_have_count(before)


def test_a_reminder_is_copied(page, workspace):
    address, _delivery_id = workspace
    open_page(page, address + BOARD)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = page.get_by_role("textbox", name="Herinnering voor Centrum (Nederlands)")
    expect(text).to_have_value(re.compile("mei 2007 \\(uiterlijk 10 juni 2007\\)"))
    page.get_by_role("button", name="Kopieer").first.click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == text.input_value()


def test_a_code_is_given_after_its_effect_was_seen(page, workspace):
    address, delivery_id = workspace
    open_page(page, f"{address}/codes", role="steward")
    page.get_by_role("link", name="Geef een code").first.click()
    wait_until_drawn(page)
    form = page.get_by_role("group", name="De code en waar zij geldt")
    choose(page, "Code", "regeling")
    form.get_by_role("button", name="Toon het gevolg").click()
    shown = form.get_by_role("status").first
    expect(shown).to_contain_text("2 rijen van leveringen die nog in geen uitgave")
    expect(shown).to_contain_text(delivery_id)
    expect(shown).to_contain_text("Indicatoren die kunnen veranderen")

    form.get_by_role("button", name="Bewaar de code").click()
    expect(page.locator("#map-answer")).to_contain_text("De code is bewaard")
    expect(page.locator("#map-answer")).to_contain_text("minuten")
    expect(page.locator("[data-measure=open_texts]")).to_have_attribute(
        "data-value", "0"
    )
    undo = page.get_by_role("group", name="Maak een vertaling ongedaan")
    undo.get_by_role("textbox", name="Vertaling").click()
    page.get_by_role("option").first.click()
    undo.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator("#undo-answer")).to_contain_text("ongedaan gemaakt")
    expect(page.locator("[data-measure=open_texts]")).to_have_attribute(
        "data-value", "1"
    )


def test_a_delivery_is_explained_withdrawn_and_restored_by_keyboard(page, workspace):
    address, delivery_id = workspace
    open_page(page, f"{address}/leveringen?levering={delivery_id}")
    _type_into(page, "#explain-text", "Nieuwe code sinds maart.")
    _press(page, "#explain")
    expect(page.locator("#explain-answer")).to_contain_text("bewaard")
    expect(page.get_by_role("cell", name="Nieuwe code sinds maart.")).to_be_visible()

    _press(page, "#withdraw")
    expect(page.locator("#decide-answer .answer-refused")).to_be_visible()
    _type_into(page, "#decide-reason", "Dubbel geleverd.")
    _press(page, "#withdraw")
    expect(page.locator(".life")).to_contain_text("Dubbel geleverd.")
    expect(page.locator(".life")).to_contain_text("Ingetrokken")
    _press(page, "#restore")
    expect(page.locator("#decide-answer")).to_contain_text("teruggezet")
    expect(page.locator(".life li")).to_have_count(4)


def _type_into(page: Page, field: str, text: str) -> None:
    page.locator(field).focus()
    page.keyboard.type(text)


def _press(page: Page, button: str) -> None:
    page.locator(button).focus()
    page.keyboard.press("Enter")


def test_a_report_and_a_letter_are_downloaded(page, workspace):
    address, delivery_id = workspace
    open_page(page, f"{address}/leveringen?levering={delivery_id}")
    with page.expect_download() as report:
        page.get_by_role("link", name="Verslag (XLSX)").click()
    assert report.value.suggested_filename == f"{delivery_id}.xlsx"
    with page.expect_download() as letter:
        page.get_by_role("link", name="Brief aan de afzender").click()
    assert "regelling" in Path(letter.value.path()).read_text("utf-8")


@pytest.mark.refusals
def test_another_districts_delivery_is_as_one_that_does_not_exist(page, workspace):
    address, delivery_id = workspace
    unknown = "D-20070101-bcdfgh"
    texts = []
    open_page(page, f"{address}/leveringen", role="other_deliverer")
    for one in (delivery_id, unknown):
        open_page(page, f"{address}/leveringen?levering={one}")
        texts.append(page.locator("#page").inner_text().replace(one, "D"))
        answer = page.request.get(f"{address}/leveringen/{one}/verslag.xlsx")
        assert answer.status == 404
    assert texts[0] == texts[1]
    assert "april.csv" not in texts[0]
