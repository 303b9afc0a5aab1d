"""Trends, funnel plots and pairs of bars are plain dicts that plotly accepts."""

import plotly.graph_objects as go
import pytest

from dashboard import figures
from dashboard.server import theme

MONTHS = ["jan 2009", "feb 2009", "mrt 2009"]
LINE = figures.Series(
    "op tijd",
    [0.8, None, 0.9],
    lower=[0.6, None, 0.7],
    upper=[0.9, None, 1.0],
    texts=["8 van 10", "", "9 van 10"],
)
DAYS = figures.Series("dagen", [12, 20, None], theme.ORANGE, "diamond")
MEAN = {"mean": 0.65, "mean_name": "gemiddelde", "axis_title": "meldingen"}
WHOLES = [1, 50, 100]
LIMIT = figures.Limit("95%", [0.0, 0.5, 0.55], [1.0, 0.8, 0.75], "dash")
PLACES = figures.Places(
    figures.Series(
        "buiten", [0.4], theme.ORANGE, "square", texts=["Noord: 40 van 100"]
    ),
    [100],
    ["Noord"],
)


@pytest.mark.parametrize(
    "figure",
    [
        figures.month_lines(MONTHS, [LINE], is_share=True, norm=1.0),
        figures.month_lines(MONTHS, [DAYS, LINE]),
        figures.month_lines([], []),
        figures.funnel_plot(WHOLES, [LIMIT], [PLACES], **MEAN),
        figures.funnel_plot(WHOLES, [], [], **MEAN),
        figures.paired_bars(["er-op-af"], [DAYS, LINE]),
        figures.paired_bars([], []),
    ],
)
def test_plotly_accepts_the_figure(figure):
    assert type(figure) is dict
    go.Figure(figure)
    assert figure["layout"]["height"] > 0


def test_a_month_without_a_value_interrupts_the_line():
    (line,) = figures.month_lines(MONTHS, [LINE])["data"]
    assert line["y"] == [0.8, None, 0.9]
    assert line["connectgaps"] is False


def test_the_norm_lies_where_it_is():
    (norm,) = figures.month_lines(MONTHS, [DAYS], norm=28)["layout"]["shapes"]
    assert (norm["y0"], norm["y1"]) == (28, 28)


def test_a_mark_stands_at_its_month_and_leaves_the_norm():
    figure = figures.month_lines(MONTHS, [DAYS], norm=28)
    marked = figures.mark_months(figure, {"feb 2009": "1"})
    go.Figure(marked)
    assert [shape["x0"] for shape in marked["layout"]["shapes"]] == [0, "feb 2009"]
    assert marked["layout"]["annotations"][0]["text"] == "<b>1</b>"
    assert marked["layout"]["height"] > figure["layout"]["height"]
    assert len(figure["layout"]["shapes"]) == 1


def test_a_bar_chart_of_months_can_be_marked_too():
    bars = figures.month_bars(MONTHS, [figures.Series("n", [1, 2, 3])])
    go.Figure(figures.mark_months(bars, {"jan 2009": "1", "mrt 2009": "2"}))


def test_the_axis_of_a_funnel_holds_every_place_and_leaves_the_rest_out():
    low = figures.Places(figures.Series("x", [0.05]), [100], ["Noord"])
    narrow = figures.Limit("95%", [0, 0, 0.01], [0.2, 0.1, 0.08], "dash")
    figure = figures.funnel_plot(WHOLES, [narrow], [low], **MEAN | {"mean": 0.04})
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert bottom <= 0.01
    assert 0.08 < top < 0.5
