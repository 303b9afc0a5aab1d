"""What a page hands to the frame around it."""

from dataclasses import dataclass

from dash.development.base_component import Component


@dataclass(frozen=True)
class Page:
    """Content, and the query that reproduces it."""

    title: str
    content: list[Component]
    search: str = ""
