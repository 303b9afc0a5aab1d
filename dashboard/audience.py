"""For whom figures are read: the one place where a request becomes an audience."""

from dashboard.context import identity
from warehouse.figures.disclosure.reader import Audience


def audience() -> Audience:
    """Return the audience of the request; `ForbiddenError` when nobody signed in."""
    return Audience.of(identity())
