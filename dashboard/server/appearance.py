"""Light or dark: what a visitor chose, or what their device prefers.

The choice and the device's preference both stand in a cookie, so that the server
draws the page in the right colours at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import g, request

CHOICES = ("auto", "light", "dark")
COOKIE = "appearance"
DEVICE_COOKIE = "scheme"
"""Written by `assets/client.js` before the first drawing: `light` or `dark`."""


def choice() -> str:
    """Return what the visitor chose; `auto` leaves it to the device."""
    wish = request.cookies.get(COOKIE)
    return wish if wish in CHOICES else CHOICES[0]


def scheme() -> str:
    """Return `light` or `dark`, for the running request."""
    if g.get("on_paper"):
        return "light"
    wish = choice()
    if wish != "auto":
        return wish
    return "dark" if request.cookies.get(DEVICE_COOKIE) == "dark" else "light"


def is_dark() -> bool:
    """Tell whether the running request is answered in dark colours."""
    return scheme() == "dark"


@contextmanager
def on_paper() -> Iterator[None]:
    """Draw in light colours for as long as this lasts, whatever the visitor chose."""
    g.on_paper = True
    try:
        yield
    finally:
        g.on_paper = False
