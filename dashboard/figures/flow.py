"""A flow from step to step: how many go on, and where it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from dashboard.figures.parts import Figure
from dashboard.server import theme

_LEAST_HEIGHT = 320
_NODE_HEIGHT = 44
_WIDTH = 16


@dataclass(frozen=True)
class Stream:
    """How many go from one step to another; the text stands in its hover."""

    start: str
    end: str
    count: float
    text: str


def flow(steps: Sequence[str], streams: Sequence[Stream]) -> Figure:
    """Draw streams between named steps; `steps` are in the order of the way.

    A step without a stream is left out. The last steps of the list get the colour of
    an ending when nothing flows on from them.
    """
    used = {name for one in streams for name in (one.start, one.end)}
    nodes = [name for name in steps if name in used]
    places = {name: place for place, name in enumerate(nodes)}
    goes_on = {one.start for one in streams}
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "snap",
                "valueformat": ",d",
                "node": {
                    "label": ["<br>".join(wrap(name, _WIDTH)) for name in nodes],
                    "color": [
                        theme.BLUE if name in goes_on else theme.GREY for name in nodes
                    ],
                    "pad": 18,
                    "thickness": 14,
                    "line": {"width": 0},
                    "hovertemplate": "%{label}: %{value}<extra></extra>",
                },
                "link": {
                    "source": [places[one.start] for one in streams],
                    "target": [places[one.end] for one in streams],
                    "value": [one.count for one in streams],
                    "color": [theme.STEPS[1]] * len(streams),
                    "customdata": [one.text for one in streams],
                    "hovertemplate": "%{customdata}<extra></extra>",
                },
            }
        ],
        "layout": theme.layout(
            height=max(_LEAST_HEIGHT, _NODE_HEIGHT * len(nodes)),
            margin={"l": 8, "r": 8, "t": 8, "b": 16},
        ),
    }
