"""One palette and one set of type for the page and its charts."""

from typing import Any

# Okabe-Ito, darkened where text or thin lines need the contrast.
INK = "#16252f"
MUTED = "#4b5b66"
LINE = "#d5dde2"
GRID = "#e8edf0"
BLUE = "#0b5c8f"
ORANGE = "#b8560b"
SKY = "#7db8dc"

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

MANTINE: dict[str, Any] = {
    "fontFamily": FONT,
    "primaryColor": "blue",
    "primaryShade": {"light": 8, "dark": 8},
    "defaultRadius": "md",
}

CHART_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": True,
    "scrollZoom": False,
}


def layout(**changes: object) -> dict[str, Any]:
    """Return a plotly layout with the looks of the dashboard."""
    base: dict[str, Any] = {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "dragmode": False,
        "hoverlabel": {"bgcolor": INK, "font": {"color": "#ffffff", "size": 13}},
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
