"""The list of uploaded files, each a line that unfolds, kept up to date by itself."""

from dash import ALL, MATCH, Dash, Input, Output, Patch, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.attributes import Attributes, named
from dashboard.components.forms import button
from dashboard.pages.upload.detail import detail
from dashboard.pages.upload.line import line, moment
from dashboard.pages.upload.marks import RELEASE, mark_of
from dashboard.server.context import demand, ledger, settings
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.deliveries.uploads.status import (
    UploadStatus,
    list_upload_statuses,
    read_upload_status,
)
from warehouse.errors import UserError
from warehouse.identity import Identity, Right
from warehouse.jobs.visibility import Visibility, read_visibility
from warehouse.ledger.workspace_tables import BuildState

LIST, KNOWN = "upload-list", "upload-known"
RETRY_BUILD = "upload-retry-build"
Ids = list[dict[str, str]]


def upload_list(
    statuses: list[UploadStatus],
    visibility: Visibility,
    who: Identity,
    unfolded: str | None,
) -> Component:
    """Return the list; `unfolded` is the upload that is shown whole."""
    items = [
        _item(one, visibility, who, is_open=one.upload_id == unfolded)
        for one in statuses
    ]
    none = html.P(_("Nothing was uploaded yet."), className="chart-empty uploads-none")
    return html.Div(
        [
            dcc.Store(id=KNOWN),
            html.Div(id="upload-news", role="status", className="sr-only"),
            html.Ul(items, id=LIST, className="uploads"),
            none,
        ]
    )


def release_part(visibility: Visibility, who: Identity) -> Component | None:
    """Return when the next figures are there, or why they are not; else nothing."""
    if visibility.expected_at:
        text = _(
            "What was accepted is made into a new release, visible at about %(time)s."
        ) % {"time": moment(visibility.expected_at)}
        return html.P(text, className="answer", **_build_mark(visibility))
    if visibility.build is not BuildState.FAILED:
        return None
    told = visibility.told.text(language()) if visibility.told else ""
    again = button(RETRY_BUILD, _("Try again"), "quiet")
    return html.Div(
        [
            html.P(
                [
                    html.Strong(_("The last release could not be made.")),
                    " ",
                    _("The published figures have stayed; every delivery is kept."),
                    " ",
                    told,
                ]
            ),
            again if who.may(Right.DECIDE) else None,
        ],
        className="answer answer-refused",
        **_build_mark(visibility),
    )


def _build_mark(visibility: Visibility) -> Attributes:
    return named("data-build", visibility.build.value if visibility.build else "")


def register(app: Dash) -> None:
    """Connect the list to the marks that the script of the page asks for."""
    app.callback(
        Output(LIST, "children"),
        Input(KNOWN, "data"),
        State({"type": "upload-mark", "id": ALL}, "id"),
        prevent_initial_call=True,
    )(add_new)
    app.callback(
        Output({"type": "upload-line", "id": ALL}, "children"),
        Output({"type": "upload-mark", "id": ALL}, "data"),
        Output(RELEASE, "children"),
        Output("upload-news", "children"),
        Input(KNOWN, "data"),
        State({"type": "upload-mark", "id": ALL}, "id"),
        State({"type": "upload-mark", "id": ALL}, "data"),
        prevent_initial_call=True,
    )(follow)
    app.callback(
        Output({"type": "upload-detail", "id": MATCH}, "children"),
        Input({"type": "upload-line", "id": MATCH}, "n_clicks"),
        Input({"type": "upload-mark", "id": MATCH}, "data"),
        State({"type": "upload-mark", "id": MATCH}, "id"),
        State({"type": "upload-fold", "id": MATCH}, "open"),
        prevent_initial_call=True,
    )(unfold)


def add_new(_known: object, ids: Ids | None) -> object:
    """Put uploads that are not listed yet before the others."""
    who = demand(Right.DELIVER)
    listed = {one["id"] for one in ids or []}
    statuses = list_upload_statuses(ledger(), who)
    new = [one for one in statuses if one.upload_id not in listed]
    if not new:
        raise PreventUpdate
    with ledger().reading() as session:
        visibility = read_visibility(settings(), session)
    patch = Patch()
    for one in reversed(new):
        patch.prepend(_item(one, visibility, who, is_open=False))
    return patch


def follow(
    _known: object, ids: Ids | None, shown: list[str] | None
) -> tuple[object, ...]:
    """Draw the lines anew of which the mark has changed, and say what happened."""
    who = demand(Right.DELIVER)
    statuses = {one.upload_id: one for one in list_upload_statuses(ledger(), who)}
    with ledger().reading() as session:
        visibility = read_visibility(settings(), session)
    lines: list[object] = []
    changed: list[object] = []
    news = []
    for key, mark in zip(ids or [], shown or [], strict=True):
        status = statuses.get(key["id"])
        is_changed = status is not None and mark_of(status, visibility) != mark
        if status is None or not is_changed:
            lines.append(no_update)
            changed.append(no_update)
            continue
        lines.append(line(status, visibility))
        changed.append(mark_of(status, visibility))
        if status.told and not status.is_running:
            news.append(f"{status.file_name}: {status.told.text(language())}")
    told = ". ".join(news) if news else no_update
    return lines, changed, release_part(visibility, who), told


def unfold(
    clicks: int | None,
    _mark: str | None,
    key: dict[str, str] | None,
    was_open: bool | None,
) -> object:
    """Return what an unfolded upload shows; a folded one is left alone.

    The browser folds by itself: only the clicks tell how it stands.
    """
    who = demand(Right.DELIVER)
    is_unfolded = bool((clicks or 0) % 2) != bool(was_open)
    if key is None or not is_unfolded:
        raise PreventUpdate
    try:
        status = read_upload_status(ledger(), who, key["id"])
    except UserError:
        raise PreventUpdate from None
    return detail(status, who)


def _item(
    status: UploadStatus, visibility: Visibility, who: Identity, *, is_open: bool
) -> Component:
    key = status.upload_id
    return html.Li(
        [
            dcc.Store(
                id={"type": "upload-mark", "id": key}, data=mark_of(status, visibility)
            ),
            html.Details(
                [
                    html.Summary(
                        line(status, visibility),
                        id={"type": "upload-line", "id": key},
                        n_clicks=0,
                    ),
                    html.Div(
                        detail(status, who) if is_open else None,
                        id={"type": "upload-detail", "id": key},
                        className="upload-detail",
                    ),
                    html.Div(
                        id={"type": "upload-answer", "id": key},
                        role="status",
                        className="form-answer",
                    ),
                ],
                id={"type": "upload-fold", "id": key},
                open=is_open,
            ),
        ],
        id=f"upload-{key}",
        className="upload-item",
        key=key,
    )
