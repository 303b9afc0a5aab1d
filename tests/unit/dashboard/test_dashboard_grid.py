"""How wide the columns of a grid are: words stay whole, and a screen is filled."""

import pytest

from dashboard.components.grid import Column, grid


def least_widths(app, columns, rows):
    with app.server.test_request_context("/", headers={"Cookie": "language=nl"}):
        drawn = grid({"name": "g"}, "Lijst", columns, rows)
    return [one["minWidth"] for one in drawn.children.columnDefs]


@pytest.mark.parametrize(
    ("count", "least"), [(3, [200, 200, 200]), (7, [140] * 7), (20, [130] * 20)]
)
def test_columns_shrink_as_far_as_a_screen_asks_and_no_further(app, count, least):
    columns = [Column(f"c{place}", "Kop", 200) for place in range(count)]
    assert least_widths(app, columns, []) == least


def test_a_column_is_as_wide_as_its_longest_word(app):
    columns = [Column("word", "Kop", 200), *[Column("rest", "Kop", 200)] * 19]
    rows = [{"word": "het woord codebeheerder", "rest": None}]
    widths = least_widths(app, columns, rows)
    assert widths[0] > widths[1]
    assert widths[0] >= 8 * len("codebeheerder")


def test_what_fits_on_a_page_has_no_pages(app):
    with app.server.test_request_context("/", headers={"Cookie": "language=nl"}):
        pages = [
            grid(
                {"name": "g"}, "Lijst", [Column("c", "Kop")], [{"c": 1}] * count
            ).children.dashGridOptions["pagination"]
            for count in (0, 10, 11)
        ]
    assert pages == [False, False, True]
