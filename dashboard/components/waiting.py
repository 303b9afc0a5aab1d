"""What stands on the page until there is something to show."""

from markupsafe import escape

from dashboard.words.i18n import gettext as _

_BLOCKS = 7


def skeleton() -> str:
    """Return the markup of a page that is still being fetched."""
    words = f'<p class="sr-only" role="status">{escape(_("Loading…"))}</p>'
    blocks = "<span></span>" * _BLOCKS
    return f'{words}<div class="skeleton" aria-hidden="true">{blocks}</div>'
