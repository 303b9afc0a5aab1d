"""Light and dark: every colour has both, in charts and in the style sheet alike."""

import re
from pathlib import Path

import pytest

from dashboard.server import appearance, theme
from tests.accounts import client_of

STYLE = Path(theme.__file__).parents[1] / "assets" / "00-base.css"


def variables() -> dict[str, tuple[str, str]]:
    """Return the colours of the style sheet by name, as (light, dark)."""
    pairs = re.findall(
        r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", STYLE.read_text(encoding="utf-8")
    )
    return {name: (light, dark) for name, light, dark in pairs}


def test_charts_and_pages_have_the_same_colours():
    found = variables()
    names = {
        "ink": theme.INK,
        "muted": theme.MUTED,
        "line": theme.LINE,
        "grid": theme.GRID,
        "surface": theme.PAPER,
        "blue": theme.BLUE,
        "orange": theme.ORANGE,
        "green": theme.GREEN,
        "purple": theme.PURPLE,
        "sky": theme.SKY,
        "grey": theme.GREY,
        **{f"step-{place}": step for place, step in enumerate(theme.STEPS, start=1)},
    }
    assert {name: found[name] for name in names} == {
        name: (light, theme.DARK[light]) for name, light in names.items()
    }
    assert set(names.values()) == set(theme.DARK)


def test_a_figure_is_drawn_in_the_dark_wherever_a_colour_stands():
    figure = {
        "data": [{"marker": {"color": [theme.BLUE, theme.SKY]}, "x": [1, None]}],
        "layout": theme.layout(xaxis=theme.axis()),
    }
    dark = theme.for_scheme(figure, is_dark=True)
    assert dark["data"] == [
        {
            "marker": {"color": [theme.DARK[theme.BLUE], theme.DARK[theme.SKY]]},
            "x": [1, None],
        }
    ]
    assert dark["layout"]["font"]["color"] == theme.DARK[theme.INK]
    assert not any(light in str(dark) for light in theme.DARK)
    assert theme.for_scheme(figure, is_dark=False) is figure


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "surface"),
        ("ink", "soft"),
        ("muted", "surface"),
        ("muted", "soft"),
        ("muted", "stripe"),
        ("blue", "surface"),
        ("blue", "soft"),
        ("blue-dark", "blue-soft"),
        ("on-strong", "blue"),
        ("sand-ink", "sand-soft"),
        ("red", "red-soft"),
        ("red", "surface"),
        ("green", "green-soft"),
        ("ink", "raised"),
        ("muted", "raised"),
    ],
)
def test_text_stands_out_from_its_ground(scheme, text, ground):
    found = variables()
    assert contrast(found[text][scheme], found[ground][scheme]) >= 4.5


@pytest.mark.parametrize("is_dark", [False, True])
def test_lines_and_dots_stand_out_from_the_paper(is_dark):
    def shown(color):
        return theme.DARK[color] if is_dark else color

    for color in theme.SERIES[:4]:
        assert contrast(shown(color), shown(theme.PAPER)) >= 3


@pytest.mark.parametrize(
    ("cookies", "scheme"),
    [
        ({}, "light"),
        ({"scheme": "dark"}, "dark"),
        ({"scheme": "dark", "appearance": "light"}, "light"),
        ({"scheme": "light", "appearance": "dark"}, "dark"),
        ({"appearance": "pink"}, "light"),
    ],
)
def test_a_choice_goes_before_the_device(app, cookies, scheme):
    header = {"Cookie": "; ".join(f"{name}={text}" for name, text in cookies.items())}
    with app.server.test_request_context("/", headers=header):
        assert appearance.scheme() == scheme
    client = client_of(app)
    for name, value in cookies.items():
        client.set_cookie(name, value)
    page = client.get("/").text
    chosen = cookies.get("appearance")
    expected = chosen if chosen in appearance.CHOICES else "auto"
    assert f'data-appearance="{expected}"' in page


def test_choosing_colours_keeps_the_view(client):
    answer = client.get("/weergave/dark?next=%2F%3Fdistrict%3Dcentrum")
    assert answer.headers["Location"] == "/?district=centrum"
    assert "appearance=dark" in answer.headers["Set-Cookie"]
    assert "Set-Cookie" not in client.get("/weergave/pink").headers


def test_the_page_waits_in_its_own_language(client):
    client.set_cookie("language", "en")
    assert '<p class="sr-only" role="status">Loading…</p>' in client.get("/").text
    client.set_cookie("language", "nl")
    page = client.get("/").text
    assert "Loading..." not in page
    assert "Laden" in page
