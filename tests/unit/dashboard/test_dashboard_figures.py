"""Figures are plain dicts that plotly accepts, and say what they were given."""

import plotly.graph_objects as go
import pytest

from dashboard import figures
from dashboard.server import theme

PARTS = [
    figures.Part("vertrokken of overleden", 0.38, "10 van 26", "10", 0.22, 0.57),
    figures.Part("een lange naam die over de regel heen gaat", 0.0, "0 van 26"),
]
MONTHS = ["mrt 2007", "apr 2007"]
EXECUTED = figures.Series("uitgevoerd", [1, None], theme.ORANGE, pattern="/")
AVERTED = figures.Series("afgewend", [4, 2], theme.SKY)
DOTS = figures.Series(
    "A", [0.5, None], lower=[0.4, None], upper=[0.7, None], texts=["5 van 10", ""]
)


@pytest.mark.parametrize(
    "figure",
    [
        figures.month_bars(MONTHS, [AVERTED]),
        figures.month_bars(MONTHS, [AVERTED, EXECUTED]),
        figures.month_bars([], [figures.Series("niets", [])]),
        figures.funnel_bars(PARTS),
        figures.funnel_bars([]),
        figures.category_bars(PARTS),
        figures.category_bars([]),
        figures.interval_dots(["bereikt", "bezocht"], [DOTS]),
        figures.interval_dots(["bereikt", "bezocht"], [DOTS, DOTS]),
    ],
)
def test_plotly_accepts_the_figure(figure):
    assert type(figure) is dict
    go.Figure(figure)
    assert figure["layout"]["height"] > 0


def test_whiskers_end_at_the_interval():
    bar = figures.category_bars(PARTS)["data"][0]["error_x"]
    assert bar["visible"]
    assert bar["array"] == [pytest.approx(0.19), None]
    assert bar["arrayminus"] == [pytest.approx(0.16), None]


def test_the_longest_whisker_fits_on_the_axis():
    figure = figures.category_bars(PARTS)
    assert figure["layout"]["xaxis"]["range"][1] >= 0.57


@pytest.mark.parametrize(
    ("counts", "step"), [([0], 1), ([2, 1], 1), ([6, 11], 5), ([1000, 20], 200)]
)
def test_counts_have_whole_numbers_on_their_axis(counts, step):
    months = [str(place) for place in range(len(counts))]
    figure = figures.month_bars(months, [figures.Series("n", counts)])
    assert figure["layout"]["yaxis"]["dtick"] == step


def test_series_differ_in_more_than_colour():
    marks = [
        trace["marker"]["pattern"]["shape"]
        for trace in figures.month_bars(MONTHS, [AVERTED, EXECUTED])["data"]
    ]
    assert len(set(marks)) == 2


def test_long_labels_break_and_keep_all_words():
    axis = figures.category_bars(PARTS)["layout"]["yaxis"]
    assert axis["ticktext"][1].replace("<br>", " ") == PARTS[1].label


def test_no_chart_can_be_sent_away():
    assert theme.CHART_CONFIG["showSendToCloud"] is False
    assert theme.CHART_CONFIG["displayModeBar"] is False
