"""Comparing, judging costs, notes and the state of the registration, page by page."""

import pytest
from components import attribute, draw, find, text, walk

from dashboard.model.measures import Indicator, Measure
from dashboard.model.selection import Options, Selection
from dashboard.pages.compare.differences import Pair, difference_text, interval_text
from dashboard.pages.compare.funnel import District, in_words
from dashboard.pages.compare.sides import Side, choose_sides, read_side
from dashboard.pages.costs.balance import balances
from dashboard.pages.costs.form import read_changes
from dashboard.pages.notes import page as notes
from dashboard.server.context import ForbiddenError
from dashboard.words.catalogue_words import sources
from seeds.rows import read_seed
from tests.accounts import acting
from warehouse.figures.costs.balance import Effort
from warehouse.figures.statistics.funnel_limits import Place

A, B = "vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007"
OPTIONS = Options(
    district=("centrum", "noord"), pilot=(A, B), period=("2009", "2009-Q1", "2009-01")
)
REACHED = Indicator(
    "reached_share", "Bereikt", aggregate="share", number_format="percent"
)
DEBT = Indicator("arrears_mean", "Schuld", aggregate="mean", number_format="euro")
SIGNALS = Indicator("signals", "Meldingen")


def share(part, whole, lower, upper):
    return Measure(REACHED, "", "", part, whole, part / whole, lower, upper)


@pytest.mark.parametrize(
    ("written", "side"),
    [
        ("district:noord", Side("district", "noord")),
        ("period:2009-Q1", Side("period", "2009-Q1")),
        (B, Side("pilot", B)),
        ("district:atlantis", None),
        ("sex:man", None),
        ("", None),
        (None, None),
    ],
)
def test_a_side_is_read_when_it_may_be_chosen(written, side):
    assert read_side(written, OPTIONS) == side
    if side:
        assert read_side(side.text, OPTIONS) == side


def test_a_side_stands_within_what_holds_for_both():
    common = Selection(period="2009", district="centrum")
    assert Side("district", "noord").within(common) == Selection("noord", None, "2009")


def test_without_the_usual_pilots_the_first_two_of_a_kind_are_compared():
    sides = choose_sides({}, Options(district=("centrum", "noord"), pilot=(A,)))
    assert sides == [Side("district", "centrum"), Side("district", "noord")]
    assert choose_sides({}, Options()) == []


def test_a_difference_of_shares_is_in_points_with_its_interval():
    pair = Pair(share(10, 11, 0.62, 0.98), share(27, 65, 0.30, 0.54))
    assert pair.amount == pytest.approx(10 / 11 - 27 / 65)
    assert pair.interval.excludes_zero


def test_differences_are_written_with_their_sign(app):
    pair = Pair(share(27, 65, 0.30, 0.54), share(10, 11, 0.62, 0.98))
    money = Pair(Measure(DEBT, value=839.0), Measure(DEBT, value=1000.0))
    with acting(app, "viewer", "/vergelijken", "nl"):
        assert difference_text(pair) == "−49 punt"
        assert interval_text(pair).startswith("−")
        assert difference_text(money) == "−€ 161"
        assert interval_text(money) == ""


@pytest.mark.parametrize(
    "pair",
    [
        Pair(Measure(SIGNALS, value=11.0), Measure(SIGNALS, value=75.0)),
        Pair(share(10, 11, 0.6, 0.9), Measure(REACHED, is_hidden=True)),
        Pair(Measure(REACHED, is_delivered=False), share(10, 11, 0.6, 0.9)),
    ],
)
def test_what_cannot_be_compared_has_no_difference(pair):
    assert pair.amount is None
    assert pair.interval is None


def test_the_differences_stand_in_the_table(app):
    page = draw(app, "/vergelijken", {"left": A, "right": B})
    table = find(page.content, "id", "all-figures")
    cells = {
        attribute(part, "data-indicator"): part
        for part in walk(table)
        if attribute(part, "data-category") == "difference"
    }
    assert "punt" in text(cells["attempted_share"])
    assert "zelden toeval" not in text(cells["attempted_share"])
    assert "zelden toeval" in text(cells["second_attempt_share"])


def test_the_funnel_names_who_lies_beyond_and_who_has_no_value(app):
    listed = [
        District("Noord", share(58, 100, 0.4, 0.6), Place.BEYOND_OUTER),
        District("Osdorp", share(47, 100, 0.4, 0.6), Place.INSIDE),
        District("Zeeburg", Measure(REACHED, is_hidden=True), None),
    ]
    with acting(app, "viewer", "/vergelijken", "nl"):
        words = in_words(listed, share(470, 1000, 0.4, 0.5))
    assert "1 van de 2 stadsdelen" in words
    assert "Buiten de 99,8%-grens: Noord 58% (58 van 100)." in words
    assert "Zonder waarde: Zeeburg." in words


def test_who_sees_one_district_gets_no_funnel_of_all(app):
    page = draw(app, "/vergelijken", role="district_viewer")
    assert "funnel-plot" not in str(
        [attribute(p, "data-chart") for p in walk(page.content)]
    )


def test_noord_comes_out_of_the_form_as_published():
    given = [
        ({"name": "prevented", "scenario": "all"}, 15),
        ({"name": "cost", "scenario": "all"}, 200788),
    ]
    middle = balances(Effort(), read_changes(given))["middle"]
    assert (round(middle.benefit), middle.cost, round(middle.net)) == (
        222250,
        200788,
        21462,
    )


def test_a_share_of_the_form_is_in_per_cents():
    field = {"name": "prevented_share", "scenario": "low"}
    assert read_changes([(field, 25)]) == {("prevented_share", "low"): 0.25}
    assert read_changes([(field, 400)]) == {("prevented_share", "low"): 1.0}


@pytest.mark.parametrize(
    "given",
    [
        ({"name": "hour_rate", "scenario": "all"}, 5),
        ({"name": "hour_rate", "scenario": "low"}, -5),
        ({"name": "hour_rate", "scenario": "low"}, "60"),
        ({"name": "hour_rate", "scenario": "low"}, True),
        ({"name": "hour_rate", "scenario": "low"}, float("nan")),
        ({"name": "hour_rate", "scenario": "low"}, 1e30),
        ({"name": "nothing", "scenario": "low"}, 5),
        ({}, 5),
    ],
)
def test_what_is_no_usable_number_changes_nothing(given):
    assert read_changes([given]) == {}


def test_every_definition_can_be_found_in_both_languages(app):
    page = draw(app, "/begrippen", {"zoek": "bezocht"})
    words = attribute(
        find(page.content, "data-indicator", "attempted_share"), "data-words"
    )
    assert "bezocht" in words
    assert "visited" in words
    assert "attempted_share" in words
    assert page.search == "?zoek=bezocht"


def test_the_source_of_every_indicator_has_words_in_dutch(app):
    found = {row["source"] for row in read_seed("indicators.csv")}
    with app.server.test_request_context("/", headers={"Cookie": "language=nl"}):
        words = sources()
    assert found <= set(words)
    assert words["pilot B, follow-up"] == "pilot B, nameting"


def test_findings_are_for_who_works_with_the_files(app):
    rows = [
        [
            attribute(part, "id")
            for part in walk(draw(app, "/registratie", role=role).content)
        ]
        for role in ("coordinator", "viewer")
    ]
    assert "grid-findings" in rows[0]
    assert "grid-findings" not in rows[1]
    assert "grid-deliveries" not in rows[1]


def test_a_small_count_of_a_check_is_for_who_may_see_it(app):
    grids = {
        role: find(draw(app, "/registratie", role=role).content, "id", "grid-checks")
        for role in ("coordinator", "viewer")
    }
    assert grids["coordinator"].rowData[0]["violating"] == 1
    assert grids["viewer"].rowData[0]["violating"].startswith("minder dan")


def test_the_registration_of_another_district_stays_there(app):
    page = draw(app, "/registratie", role="other_deliverer")
    assert find(page.content, "id", "grid-findings").rowData == []
    assert find(page.content, "id", "grid-checks").rowData == []


def test_explanations_stand_beside_the_figures_of_their_district(app):
    page = draw(app, "/termijnen", {"district": "oost-watergraafsmeer"})
    remarks = next(p for p in walk(page.content) if attribute(p, "data-remarks"))
    assert "Contract loopt af" in text(remarks)
    other = draw(app, "/termijnen", {"district": "centrum"})
    assert not any(attribute(part, "data-remarks") for part in walk(other.content))


def write(app, role, text_, district=None, month="2007-03"):
    with acting(app, role, "/notities", "nl"):
        return notes.write(1, month, district, None, text_, "")


def test_a_note_is_written_marked_in_a_chart_and_listed(app):
    _, said, field = write(app, "coordinator", "nieuw convenant")
    assert (said, field) == ("De notitie is bewaard.", "")
    page = draw(app, "/notities")
    assert "nieuw convenant" in str(
        [getattr(part, "value", None) for part in walk(page.content)]
    )


def test_a_note_that_cannot_be_kept_stays_in_the_field(app):
    _, said, field = write(app, "coordinator", "mevrouw Jansen vertrok")
    assert "persoonsgegeven" in said
    assert field == "mevrouw Jansen vertrok"


def test_without_the_right_no_note_is_written(app):
    with pytest.raises(ForbiddenError):
        write(app, "researcher", "mag niet")


def test_a_district_viewer_notes_their_own_district_only(app):
    assert (
        write(app, "district_viewer", "mag", "centrum")[1] == "De notitie is bewaard."
    )
    assert write(app, "district_viewer", "niet", "noord")[1] != "De notitie is bewaard."


def test_the_numbers_of_a_balance_are_missing_not_zero():
    assert balances(Effort(), {})["low"].benefit is None
