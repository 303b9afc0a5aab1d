"""Every text of the code has a Dutch one, and numbers follow the language."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import dashboard
from dashboard.model.measures import Indicator, Measure
from dashboard.words import formats
from dashboard.words.i18n import load_texts

FOLDER = Path(dashboard.__file__).parent
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def texts():
    return {found[2] for found in extract_from_dir(str(FOLDER), keywords={"_": None})}


def test_every_text_has_a_dutch_one_with_the_same_places():
    dutch = load_texts("nl")
    assert len(texts()) > 100
    for text in texts():
        translated = dutch._catalog.get(text)
        assert translated, text
        assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(translated))


def test_no_dutch_text_is_left_over():
    assert set(load_texts("nl")._catalog) - {""} <= texts()


def test_no_text_hides_inside_a_format_string():
    # Babel does not see those, so they would stay English.
    for file in FOLDER.rglob("*.py"):
        assert "{_(" not in file.read_text(encoding="utf-8"), file.name


@pytest.mark.parametrize(
    ("language", "number", "day", "separators"),
    [("nl", "1.234,5", "5 maart 2007", ",."), ("en", "1,234.5", "5 March 2007", ".,")],
)
def test_notation(app, language, number, day, separators):
    cookie = {"Cookie": f"language={language}"}
    with app.server.test_request_context("/", headers=cookie):
        assert formats.number(1234.5, 1) == number
        assert formats.percent(0.6533) == "65%"
        assert formats.euro(839.2).replace("\xa0", " ") == "€ 839"
        assert formats.day(date(2007, 3, 5)) == day
        assert formats.separators() == separators


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0, "0%"),
        (0.0002, "<0,1%"),
        (0.0013, "0,1%"),
        (0.006, "1%"),
        (0.994, "99%"),
        (0.9962, "99,6%"),
        (0.9998, ">99,9%"),
        (1, "100%"),
        (1.08, "108%"),
    ],
)
def test_only_nothing_is_no_per_cent_and_only_everything_a_hundred(app, share, written):
    with app.server.test_request_context("/", headers={"Cookie": "language=nl"}):
        assert formats.percent(share) == written


SHARE = Indicator("s", "S", aggregate="share", number_format="percent")


@pytest.mark.parametrize(
    ("measure", "state", "words"),
    [
        (Measure(SHARE, numerator=0, denominator=75, value=0.0), "known", "0%"),
        (Measure(SHARE, numerator=0, denominator=0, unknown=4), "unknown", "Onbekend"),
        (
            Measure(SHARE, numerator=0, denominator=0, unknown=0),
            "not_applicable",
            "Niet van toepassing",
        ),
        (Measure(SHARE, is_delivered=False), "not_delivered", "Niet geleverd"),
    ],
)
def test_four_things_that_are_not_the_same(app, measure, state, words):
    with app.server.test_request_context("/"):
        assert measure.state == state
        assert formats.headline(measure) == words


@pytest.mark.parametrize(("denominator", "is_small"), [(29, True), (30, False)])
def test_a_share_of_few_is_marked(denominator, is_small):
    measure = Measure(SHARE, numerator=1, denominator=denominator, value=0.1)
    assert measure.is_small is is_small
