"""An open page follows a new release by itself, and says so."""

import os
import shutil

import pytest
from playwright.sync_api import expect
from screen import B, number, open_page
from serving import serving

pytestmark = pytest.mark.browser


def publish_again(home, release_id):
    """Publish a copy of the current release under another id."""
    link = home / "warehouse.duckdb"
    copy = home / "releases" / release_id
    shutil.copytree(link.resolve().parent, copy)
    aside = home / "aside"
    aside.symlink_to((copy / link.resolve().name).relative_to(home))
    os.replace(aside, link)


def test_an_open_page_follows_a_new_release(page, demo_home_copy):
    with serving(demo_home_copy) as address:
        open_page(page, f"{address}/?pilot={B}")
        first = page.locator("#release-id").inner_text()
        publish_again(demo_home_copy, "29990101t000000")
        expect(page.locator("#release-id")).to_have_text(
            "29990101t000000", timeout=10_000
        )
        assert first != "29990101t000000"
        expect(page.get_by_role("status")).to_contain_text("Nieuwe cijfers")
        assert number(page, "signals") == 75
        expect(page).to_have_url(f"{address}/?pilot={B}")
