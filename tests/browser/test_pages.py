"""The pages show the published numbers."""

import pytest
from screen import A, B, number, open_page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "pilot", "indicator_id", "numerator", "denominator"),
    [
        ("/", A, "attempted_share", 7, 11),
        ("/bereik", A, "at_home_share", 5, 7),
        ("/", B, "attempted_share", 49, 75),
        ("/bereik", B, "second_attempt_share", 29, 75),
        ("/bereik", B, "at_home_share", 22, 49),
        ("/resultaten", B, "paid_or_arranged_share", 35, 49),
        ("/resultaten", B, "madi_contact_share", 9, 49),
        ("/terugval", B, "arrears_again_share", 41, 75),
    ],
)
def test_the_published_figures_stand_on_the_page(
    page, address, path, pilot, indicator_id, *, numerator, denominator
):
    open_page(page, f"{address}{path}?pilot={pilot}")
    assert number(page, indicator_id, "numerator") == numerator
    assert number(page, indicator_id, "denominator") == denominator
    assert number(page, indicator_id) == pytest.approx(numerator / denominator)
