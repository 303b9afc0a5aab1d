"""The monthly counts of the city: a crosstab becomes one row a district and month."""

from datetime import date

import pytest
from intake_files import csv_bytes, landed, workbook

from warehouse.errors import RefusedError

MEASURES = ["aangezegd", "uitgevoerd", "niet uitgevoerd"]
DATA = [["Centrum", 9, 5, 4, 7, 7, 0], ["Noord", 1, 0, 1, "", "", ""]]
EXPECTED = [
    ("Centrum", "2007-01", "9", "5", "4"),
    ("Centrum", "2007-02", "7", "7", "0"),
    ("Noord", "2007-01", "1", "0", "1"),
]


def crosstab(first: object, second: object, *above: list[object]) -> list[list[object]]:
    """Two months of three measures, the months in merged cells."""
    months = ["", first, "", "", second, "", ""]
    return [*above, months, ["Stadsdeel", *MEASURES, *MEASURES], *DATA]


def counts(delivery) -> list[tuple[object, ...]]:
    names = ("stadsdeel", "maand", "aangezegd", "uitgevoerd", "niet_uitgevoerd")
    return [tuple(row.get(name) for name in names) for row in landed(delivery)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("jan 2007", "feb 2007"),
        ("januari 2007", "februari 2007"),
        ("Januari '07", "Februari '07"),
        ("2007-01", "2007-02"),
        ("01-2007", "02-2007"),
        ("200701", "200702"),
        (date(2007, 1, 1), date(2007, 2, 1)),
        ("jan 2007", "feb"),
    ],
    ids=str,
)
def test_spellings_of_the_months(take_in, first, second):
    delivery = take_in(workbook({"Blad1": crosstab(first, second)}))
    assert delivery.format.name == "boedelbeheer"
    assert counts(delivery) == EXPECTED
    assert delivery.facts.periods == (date(2007, 1, 1), date(2007, 2, 1))
    assert delivery.facts.districts == ("centrum", "noord")


def test_the_year_may_stand_in_the_title_only(take_in):
    rows = crosstab("jan", "feb", ["Ontruimingen 2007"], [])
    assert counts(take_in(workbook({"Blad1": rows}))) == EXPECTED


def test_the_year_may_be_the_name_of_the_sheet(take_in):
    assert counts(take_in(workbook({"2007": crosstab("jan", "feb")}))) == EXPECTED


def test_the_year_may_stand_in_a_row_of_its_own(take_in):
    rows = crosstab("dec", "jan", ["", 2006, "", "", 2007, "", ""])
    found = counts(take_in(workbook({"Blad1": rows})))
    assert [row[1] for row in found] == ["2006-12", "2007-01", "2006-12"]


def test_the_year_may_come_from_the_uploader(take_in):
    content = workbook({"Blad1": crosstab("jan", "feb")})
    assert counts(take_in(content, period=date(2007, 1, 1))) == EXPECTED
    with pytest.raises(RefusedError, match="the months have no year"):
        take_in(content)


def test_january_follows_december(take_in):
    found = counts(take_in(workbook({"Blad1": crosstab("dec 2006", "jan")})))
    assert [row[1] for row in found] == ["2006-12", "2007-01", "2006-12"]


def test_the_measures_come_in_any_order_and_spelling(take_in):
    rows = crosstab("jan 2007", "feb 2007")
    rows[1] = ["Stadsdeel", "Niet uitgevoerd", "Aangezegd (n)", "UITGEVOERD"] * 1
    rows[1] += ["uitgevoerd", "niet-uitgevoerd", "aanzeggingen"]
    (first, *_) = counts(take_in(workbook({"Blad1": rows})))
    assert first == ("Centrum", "2007-01", "5", "4", "9")


def test_month_and_measure_in_one_heading(take_in):
    header = ["stadsdeel", *(f"jan 2007 {name}" for name in MEASURES)]
    header += [f"{name} feb 2007" for name in MEASURES]
    rows = [header, *[[str(cell) for cell in row] for row in DATA]]
    assert counts(take_in(csv_bytes(rows))) == EXPECTED


def test_totals_and_notes_are_no_data(take_in):
    rows = crosstab("jan 2007", "feb 2007")
    rows[0] += ["Totaal", "", ""]
    rows[1] += MEASURES
    rows[2] += [16, 12, 4]
    rows += [[], ["Totaal", 10, 5, 5, 7, 7, 0, 17, 12, 5], ["", 1, 2, 3], ["Bron: DPG"]]
    delivery = take_in(workbook({"Blad1": rows}))
    assert counts(delivery) == EXPECTED
    assert delivery.ignored_rows == 3


def test_a_missing_measure_is_refused(take_in):
    rows = [["", "jan 2007", ""], ["Stadsdeel", *MEASURES[:2]], ["Centrum", 1, 1]]
    with pytest.raises(RefusedError, match="'niet uitgevoerd' are missing"):
        take_in(workbook({"Blad1": rows}))


def test_a_month_that_stands_twice_is_refused(take_in):
    with pytest.raises(RefusedError, match="same column twice"):
        take_in(workbook({"Blad1": crosstab("jan 2007", "jan 2007")}))


def test_a_plain_table_of_the_same_counts_is_read_too(take_in):
    rows = [
        ["Stadsdeel", "Maand", *MEASURES],
        ["Centrum", "jan 2007", "9", "5", "4"],
    ]
    delivery = take_in(csv_bytes(rows))
    assert delivery.format.name == "boedelbeheer"
    assert counts(delivery) == [("Centrum", "jan 2007", "9", "5", "4")]
