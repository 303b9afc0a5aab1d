"""The page of checks is the catalogue of today."""

from expectations.catalogue.catalogue import load_catalogue
from tests.spec.checks.render_checks import PAGE, render


def test_page_is_current():
    assert PAGE.read_text("utf-8") == render(), (
        "run: python -m tests.spec.checks.render_checks"
    )


def test_page_tells_of_every_check_in_both_languages():
    page = PAGE.read_text("utf-8")
    for check in load_catalogue():
        assert f"### {check.check_id}\n" in page
        assert f"- {check.meaning_nl} *{check.advice_nl}*" in page
        assert f"- {check.meaning_en} *{check.advice_en}*" in page
