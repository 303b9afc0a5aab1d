"""What stands above and below every page: a warning, and where its figures are from."""

from dash import html
from dash.development.base_component import Component

from dashboard.release import about_release
from dashboard.server.context import store
from dashboard.server.release_store import NoReleaseError, Release
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def banner() -> Component | None:
    """Return the warning that figures are invented, None when they are not."""
    release = _release()
    if release is None or not about_release.holds_invented(release):
        return None
    text = _("This release holds invented data, made to show how the monitor works.")
    return html.P(text, className="banner", role="note")


def footer(release_id: str | None) -> list[Component]:
    """Return which release is shown, as seen from which day, and how to read it."""
    release = _release()
    day = about_release.as_of(release) if release else None
    seen = [" · ", _("As of"), " ", formats.day(day)] if day else []
    return [
        html.Span(
            [_("Release"), " ", html.Code(release_id or "–", id="release-id"), *seen],
            id="release-note",
        ),
        html.Span(_("Shares carry a 95% Wilson interval. Unknown is not no.")),
    ]


def _release() -> Release | None:
    try:
        return store().current()
    except NoReleaseError:
        return None
