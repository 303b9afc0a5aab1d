"""Signing in, a first password, accounts and tokens, as a person does it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from screen import open_page, wait_until_drawn
from serving import serving

from tests.accounts import PASSWORD, account, make_accounts, sign_in
from warehouse.identity import Role
from warehouse.ledger.account_tables import User, UserSession
from warehouse.ledger.connection import open_ledger
from warehouse.settings import Settings

pytestmark = pytest.mark.browser

OWN = "een heel eigen wachtwoord"


@pytest.fixture(scope="module")
def own_settings(tmp_path_factory):
    """The settings of a home folder whose accounts these tests may change."""
    settings = Settings(_env_file=None, home=tmp_path_factory.mktemp("home"))
    make_accounts(settings)
    return settings


@pytest.fixture(scope="module")
def own_address(own_settings):
    with serving(own_settings.home) as served:
        yield served


@pytest.fixture
def newcomer(own_settings):
    """The name of an account that must choose a password first."""
    name = f"newcomer-{datetime.now(UTC):%H%M%S%f}"
    with open_ledger(own_settings.database_url) as ledger, ledger.writing() as session:
        user = account(name, Role.VIEWER)
        user.must_change_password = True
        session.add(user)
    return name


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def speak(page, address, language):
    cookie = {"name": "language", "value": language, "url": address}
    page.context.add_cookies([cookie])


def fill_in(page, name, password):
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Inloggen").click()


def test_signing_in_with_the_keyboard_alone(page, own_address):
    page.goto(f"{own_address}/begrippen")
    expect(page).to_have_url(f"{own_address}/inloggen?next=/begrippen")
    expect(page.get_by_label("Gebruikersnaam")).to_be_focused()
    page.keyboard.type("viewer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{own_address}/begrippen")
    expect(page.locator("#person")).to_contain_text("viewer")
    leave = page.get_by_role("button", name="Uitloggen")
    leave.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("U bent uitgelogd.")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")


def test_a_first_password_must_be_replaced(page, own_address, newcomer):
    page.goto(own_address)
    fill_in(page, newcomer, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kies een wachtwoord")
    assert violations(page) == []
    page.get_by_label("Huidig wachtwoord").fill(PASSWORD)
    page.get_by_label("Nieuw wachtwoord", exact=True).fill(OWN)
    page.get_by_label("Nieuw wachtwoord nog een keer").fill(OWN)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#person")).to_contain_text(newcomer)
    expect(page).to_have_url(f"{own_address}/")


@pytest.mark.refusals
def test_a_session_that_ended_leads_to_signing_in_and_back(
    page, own_address, own_settings, newcomer
):
    with open_ledger(own_settings.database_url) as ledger:
        with ledger.writing() as session:
            session.get(User, f"u-{newcomer}").must_change_password = False
        open_page(page, f"{own_address}/begrippen", role=newcomer)
        with ledger.writing() as session:
            kept = session.query(UserSession).filter_by(user_id=f"u-{newcomer}").one()
            kept.last_seen_at = datetime.now(UTC) - timedelta(days=1)
    # The page asks for a new release every few seconds, and hears that it is over.
    expect(page).to_have_url(re.compile(r"/inloggen\?reason=expired"), timeout=15_000)
    expect(page.get_by_role("status")).to_contain_text("sessie is afgelopen")
    fill_in(page, newcomer, PASSWORD)
    expect(page).to_have_url(f"{own_address}/begrippen")


@pytest.mark.refusals
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_signing_in_has_no_barriers(page, own_address, language, colours):
    page.emulate_media(color_scheme=colours)
    speak(page, own_address, language)
    page.goto(f"{own_address}/inloggen")
    assert page.evaluate("document.documentElement.lang") == language
    assert violations(page) == []
    page.locator("#user_name").fill("viewer")
    page.locator("#password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#password")).to_be_focused()
    assert violations(page) == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "path", ["/wachtwoord", "/accounts?account=deliverer", "/logboek"]
)
def test_the_pages_of_access_have_no_barriers(page, own_address, path, language):
    speak(page, own_address, language)
    sign_in(page, own_address, "administrator")
    page.goto(f"{own_address}{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if path != "/wachtwoord":
        wait_until_drawn(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_administrator_makes_an_account_that_works(page, own_address, browser):
    open_page(page, f"{own_address}/accounts", role="administrator")
    new = page.get_by_role("group", name="Nieuw account")
    new.get_by_label("Naam", exact=True).fill("Fenna de Boer")
    new.get_by_label("Gebruikersnaam").fill("fenna")
    new.get_by_role("textbox", name="Ziet").click()
    page.get_by_role("option", name="De hele regio").click()
    new.get_by_role("button", name="Account maken").click()
    secret = new.locator("[data-measure=secret]")
    expect(secret).to_be_visible()
    expect(page.locator("#grid-accounts")).to_contain_text("Fenna de Boer")
    other = browser.new_context().new_page()
    other.goto(own_address)
    fill_in(other, "fenna", secret.inner_text())
    expect(other.get_by_role("heading", level=1)).to_have_text("Kies een wachtwoord")
    other.context.close()
    page.goto(f"{own_address}/logboek")
    expect(page.locator("#grid-audit")).to_contain_text("maakte een account")


def test_a_token_is_shown_once_and_revoked(page, own_address):
    open_page(page, f"{own_address}/accounts", role="administrator")
    new = page.get_by_role("group", name="Nieuwe sleutel")
    new.get_by_label("Organisatie").fill("Woonbron")
    new.get_by_role("button", name="Sleutel maken").click()
    expect(new.get_by_role("status")).to_contain_text("minstens één stadsdeel")
    new.get_by_role("textbox", name="Stadsdelen").click()
    page.get_by_role("option", name="Noord", exact=True).click()
    new.get_by_role("button", name="Sleutel maken").click()
    expect(new.locator("[data-measure=secret]")).to_contain_text("eropaf_")
    revoke = page.get_by_role("group", name="Sleutel intrekken")
    revoke.get_by_role("textbox", name="Sleutel").click()
    page.get_by_role("option", name="Woonbron").click()
    revoke.get_by_role("button", name="Intrekken").click()
    expect(revoke.get_by_role("status")).to_contain_text("ingetrokken")
    expect(page.locator("#grid-tokens")).to_contain_text("Ingetrokken")
