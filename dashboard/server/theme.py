"""One palette and one set of type for the page and its charts.

A figure is made in the light palette; `for_scheme` gives it the dark one when it is
shown, so that no chart has to know of either. The same colours stand as variables
in `assets/00-base.css`; a test holds the two together.
"""

from typing import Any

# Okabe-Ito, darkened where text or thin lines need the contrast.
INK = "#16252f"
MUTED = "#4b5b66"
LINE = "#d5dde2"
GRID = "#e8edf0"
PAPER = "#ffffff"
BLUE = "#0b5c8f"
ORANGE = "#b8560b"
GREEN = "#00735a"
PURPLE = "#8f4576"
SKY = "#7db8dc"
GREY = "#8a99a3"

# From few to many, for maps; each step is told apart without its hue.
STEPS = ("#eaf3f9", "#bcdbee", "#85bbdd", "#4792c1", "#126498")

DARK = {
    INK: "#e6edf1",
    MUTED: "#a9b7c0",
    LINE: "#36454f",
    GRID: "#28353e",
    PAPER: "#172027",
    BLUE: "#6db7e6",
    ORANGE: "#f2994f",
    GREEN: "#52c4a4",
    PURPLE: "#dd9bc6",
    SKY: "#41799e",
    GREY: "#82929d",
    STEPS[0]: "#1c2e3a",
    STEPS[1]: "#214c66",
    STEPS[2]: "#2a6f97",
    STEPS[3]: "#4f9ccb",
    STEPS[4]: "#a5d5f3",
}
"""The dark colour of every light one."""

SERIES = (BLUE, ORANGE, GREEN, PURPLE, GREY)
"""The colours of lines and dots, in this order; each with its own symbol and dash."""
BANDS = {color: f"{color}29" for color in SERIES}
"""The same colours, see-through, for what lies around a line."""

_IN_THE_DARK = DARK | {band: f"{DARK[color]}29" for color, band in BANDS.items()}

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "x")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

MANTINE: dict[str, Any] = {
    "fontFamily": FONT,
    "primaryColor": "blue",
    # Dark text on a light button in the dark: white on blue would not be readable.
    "primaryShade": {"light": 8, "dark": 3},
    "autoContrast": True,
    "defaultRadius": "md",
    # From text to ground: what Mantine draws its dark parts with.
    "colors": {
        "dark": [
            "#e6edf1",
            "#c8d3da",
            "#a9b7c0",
            "#82929d",
            "#465762",
            "#28353e",
            "#1e2931",
            "#172027",
            "#121a20",
            "#0f161b",
        ]
    },
}

CHART_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": True,
    "scrollZoom": False,
}


def for_scheme(part: Any, *, is_dark: bool) -> Any:  # noqa: ANN401  any part of JSON
    """Return a figure, or a part of one, in the colours of the scheme."""
    if not is_dark:
        return part
    if isinstance(part, dict):
        return {key: for_scheme(value, is_dark=True) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [for_scheme(value, is_dark=True) for value in part]
    return _IN_THE_DARK.get(part, part) if isinstance(part, str) else part


def layout(**changes: object) -> dict[str, Any]:
    """Return a plotly layout with the looks of the dashboard."""
    base: dict[str, Any] = {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "dragmode": False,
        "hoverlabel": {"bgcolor": INK, "font": {"color": PAPER, "size": 13}},
        "showlegend": False,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        "bargap": 0.35,
    }
    return base | changes


def axis(**changes: object) -> dict[str, Any]:
    """Return a plotly axis with quiet lines that nobody can drag."""
    base: dict[str, Any] = {
        "fixedrange": True,
        "automargin": True,
        "gridcolor": GRID,
        "linecolor": LINE,
        "zeroline": False,
        "tickfont": {"size": 12, "color": MUTED},
    }
    return base | changes
