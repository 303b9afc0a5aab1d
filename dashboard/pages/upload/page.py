"""The upload page: files in, what is wrong with them, and what is decided."""

from dash import Dash, html

from dashboard.components.section import page_head, section
from dashboard.model.selection import to_search
from dashboard.pages.upload import form, list, routes
from dashboard.pages.upload.actions import register as register_actions
from dashboard.server.context import demand, ledger, settings
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _
from warehouse.deliveries.uploads.status import list_upload_statuses
from warehouse.identity import Right
from warehouse.jobs.visibility import read_visibility

PATH = "/aanleveren"
RIGHT = Right.DELIVER
GROUP = "work"
NEEDS_RELEASE = False


def title() -> str:
    """Return the name of the page."""
    return _("Upload")


def render(_release: Release | None, query: dict[str, str]) -> Page:
    """Build the page; `upload` in `query` names the one that is unfolded."""
    who = demand(RIGHT)
    unfolded = query.get("upload")
    statuses = list_upload_statuses(ledger(), who)
    with ledger().reading() as session:
        visibility = read_visibility(settings(), session)
    content = [
        page_head(title(), _("Files in, what is wrong with them, and what is decided")),
        form.upload_form(who),
        html.Div(
            list.release_part(visibility, who),
            id=list.RELEASE,
            role="status",
        ),
        section(
            "uploads",
            _("Uploaded files"),
            _("The newest first. Unfold a file for its findings and the decision."),
            [list.upload_list(statuses, visibility, who, unfolded)],
        ),
    ]
    is_known = unfolded in {one.upload_id for one in statuses}
    return Page(title(), content, to_search({"upload": unfolded if is_known else None}))


def register(app: Dash) -> None:
    """Connect the page, and add the routes that take files and give reports."""
    routes.register(app.server)
    form.register(app)
    list.register(app)
    register_actions(app)
