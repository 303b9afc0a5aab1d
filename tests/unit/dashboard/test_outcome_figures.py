"""Curves, flows and bars: plotly accepts them, and unlike things look unlike."""

import plotly.graph_objects as go
import pytest

from dashboard import figures
from dashboard.server import theme

CURVE = figures.Curve(
    "hulp",
    [0, 30, 90],
    [1.0, 0.8, 0.8],
    [None, 0.7, 0.7],
    [None, 0.9, 0.9],
    ["100", "40"],
    ["", "80%", "80%"],
)
TICKS = [(0, "0"), (183, "6")]
STREAMS = [
    figures.Stream("sommatie", "dagvaarding", 40, "40"),
    figures.Stream("sommatie", "regeling met de deurwaarder", 10, "10"),
]


@pytest.mark.parametrize(
    "figure",
    [
        figures.step_curves([CURVE], TICKS, "maanden", "nog gevolgd"),
        figures.step_curves([CURVE] * 5, TICKS, "maanden", "nog gevolgd"),
        figures.flow(["sommatie", "dagvaarding"], STREAMS[:1]),
        figures.flow([], []),
    ],
)
def test_plotly_accepts_the_figure(figure):
    assert type(figure) is dict
    go.Figure(figure)
    assert figure["layout"]["height"] > 0


def test_curves_are_steps_and_differ_in_dash_and_colour():
    figure = figures.step_curves([CURVE, CURVE], TICKS, "maanden", "nog gevolgd")
    lines = [trace["line"] for trace in figure["data"] if "name" in trace]
    assert {line["shape"] for line in lines} == {"hv"}
    assert len({line["dash"] for line in lines}) == 2
    assert len({line["color"] for line in lines}) == 2


def test_who_is_left_stands_below_the_axis_of_each_curve():
    figure = figures.step_curves([CURVE, CURVE], TICKS, "maanden", "nog gevolgd")
    texts = figure["layout"]["annotations"]
    numbers = [(one["x"], one["text"]) for one in texts if one["text"].isdigit()]
    assert numbers == [(0, "100"), (183, "40")] * 2
    assert len({one["yshift"] for one in texts}) == 5
    assert max(-one["yshift"] for one in texts) < figure["layout"]["margin"]["b"]


def test_without_an_interval_the_band_has_no_width():
    upper, lower, line = figures.step_curves([CURVE], TICKS, "m", "n")["data"]
    assert (upper["y"][0], lower["y"][0], line["y"][0]) == (1.0, 1.0, 1.0)
    assert (upper["y"][1], lower["y"][1]) == (0.9, 0.7)


def test_bands_have_a_dark_colour_too():
    figure = figures.step_curves([CURVE], TICKS, "m", "n")
    dark = theme.for_scheme(figure, is_dark=True)
    assert dark["data"][0]["fillcolor"] == theme.DARK[theme.BLUE] + "29"


def test_a_flow_leads_from_each_step_to_the_next_and_keeps_all_words():
    figure = figures.flow(
        ["sommatie", "dagvaarding", "vonnis", "regeling met de deurwaarder"], STREAMS
    )
    [trace] = figure["data"]
    names = [name.replace("<br>", " ") for name in trace["node"]["label"]]
    assert names == ["sommatie", "dagvaarding", "regeling met de deurwaarder"]
    assert trace["link"]["source"] == [0, 0]
    assert trace["link"]["target"] == [1, 2]
    assert trace["link"]["value"] == [40, 10]
    assert trace["node"]["color"][0] != trace["node"]["color"][1]


def test_zero_hidden_and_unknown_look_unlike_a_value():
    parts = [
        figures.Part("bekend", 0.4, "4 van 10"),
        figures.Part("nul", 0.0, "0 van 10", state="zero"),
        figures.Part("verborgen", None, "te klein om te tonen", state="hidden"),
        figures.Part("onbekend", 0.3, "3 van 10", state="unknown"),
    ]
    figure = figures.category_bars(parts)
    [bars] = figure["data"]
    assert bars["x"] == [0.4, 0.0, None, 0.3]
    assert bars["marker"]["pattern"]["shape"] == ["", "", "", "/"]
    said = {one["y"]: one["text"] for one in figure["layout"]["annotations"]}
    assert said == {1: "0 van 10", 2: "te klein om te tonen"}


def test_a_hidden_value_is_not_drawn_even_when_it_is_given():
    part = figures.Part("verborgen", 0.2, "te klein om te tonen", state="hidden")
    assert 0.2 not in figures.category_bars([part])["data"][0]["x"]


@pytest.mark.parametrize(("count", "ticks"), [(3, 3), (6, 6), (7, 4), (48, 4)])
def test_an_axis_of_months_has_room_for_its_labels(count, ticks):
    months = [f"m{place} 2009" for place in range(count)]
    figure = figures.month_bars(months, [figures.Series("n", [1] * count)])
    axis = figure["layout"]["xaxis"]
    assert len(axis["tickvals"]) == ticks
    assert axis["ticktext"][0] == "m0<br>2009"


def test_an_axis_of_months_has_its_labels_at_the_turns_of_the_years():
    months = [f"{name} {2007 + at // 4}" for at, name in enumerate("cdab" * 6, 2)]
    axis = figures.month_bars(months, [figures.Series("n", [1] * 24)])["layout"]
    assert axis["xaxis"]["tickvals"][0] == "a 2008"


def test_what_is_unknown_is_hatched_among_counts_too():
    parts = [figures.Part("a", 2, "2"), figures.Part("?", 9, "9", state="unknown")]
    marker = figures.funnel_bars(parts)["data"][0]["marker"]
    assert marker["color"] == [theme.BLUE, theme.GREY]
    assert marker["pattern"]["shape"] == ["", "/"]


def test_a_count_without_a_value_says_why_in_place_of_a_bar():
    parts = [figures.Part("a", 2, "2"), figures.Part("b", None, "te klein")]
    said = figures.funnel_bars(parts)["layout"]["annotations"]
    assert [(one["y"], one["text"]) for one in said] == [(1, "te klein")]


def test_every_row_is_as_high_as_the_label_with_most_lines():
    short = figures.Part("kort", 1, "1", "1 van 2")
    long = figures.Part("een naam die niet op een regel past", 1, "1", "1 van 2")
    heights = [
        figures.funnel_bars(parts)["layout"]["height"]
        for parts in ([short] * 4, [short, short, short, long])
    ]
    assert heights[1] - heights[0] == 4 * 8


@pytest.mark.parametrize("highest", [0.04, 0.2, 0.38, 0.6])
def test_an_axis_of_small_shares_has_two_numbers_or_more(highest):
    part = figures.Part("a", highest, "")
    axis = figures.category_bars([part])["layout"]["xaxis"]
    assert axis["range"][1] >= axis["dtick"]
