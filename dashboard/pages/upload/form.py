"""Where files are dropped or chosen, and what may be said about them before."""

from collections.abc import Callable
from datetime import date

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.components.forms import Id, Options, select
from dashboard.server.context import settings
from dashboard.server.memory_only_request import FILES
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels, format_labels, pilot_labels
from warehouse.deliveries.placing import NOWHERE, Place
from warehouse.identity import Identity
from warehouse.intake.delivery import MEGABYTE

UNSAID = ""
SAID = ("format", "district", "pilot", "period")


def upload_form(who: Identity) -> Component:
    """Return the drop zone, the limits, and the fields for what is known already."""
    return html.Div(
        [
            _zone(),
            html.Ul(
                id="upload-transfers",
                className="transfers",
                **aria_label(_("Files on their way")),
            ),
            html.Div(id="upload-announce", role="status", className="sr-only"),
            html.Details(
                [
                    html.Summary(_("What you know about the files (not required)")),
                    html.P(
                        _(
                            "Format, district, pilot and month are read from the file. "
                            "Say them here when the file does not; it holds for the "
                            "files that you add after it."
                        ),
                        className="intro",
                    ),
                    html.Div(_fields(who), className="form-fields"),
                ],
                className="said",
            ),
            dcc.Store(id="upload-said"),
        ],
        className="upload-form",
    )


def register(app: Dash) -> None:
    """Let the script that sends files know what is said about them."""
    app.clientside_callback(
        ClientsideFunction("eropafUpload", "remember"),
        Output("upload-said", "data"),
        *(Input(_said(name), "value") for name in SAID),
    )


def places(who: Identity) -> Options:
    """Return the districts that `who` may deliver for, with their names."""
    return [item for item in district_labels().items() if who.sees(item[0])]


def place_fields(
    who: Identity, chosen: Place, unsaid: str, name_of: Callable[[str], Id]
) -> list[Component]:
    """Return the fields of district, pilot and month; `unsaid` is the text of none."""
    nothing = (UNSAID, unsaid)
    pilots = list(pilot_labels().items())
    own = [nothing, *places(who)]
    district, pilot = chosen.district or UNSAID, chosen.pilot or UNSAID
    return [
        select(name_of("district"), _("District"), own, district),
        select(name_of("pilot"), _("Pilot"), [nothing, *pilots], pilot),
        month_field(name_of("period"), chosen.period),
    ]


def month_field(name: Id, value: date | None) -> Component:
    """Return a field for a month, which the browser helps to choose."""
    return dmc.TextInput(
        id=name,
        label=_("Month"),
        attributes={"input": {"type": "month"}},
        value=f"{value:%Y-%m}" if value else "",
        className="form-field",
    )


def _zone() -> Component:
    most = settings().max_upload_mb
    texts = {
        "address": FILES,
        "most-bytes": str(most * MEGABYTE),
        "too-large": _("%(name)s: larger than %(most)s MB, so it was not sent.")
        % {"name": "{name}", "most": formats.number(most)},
        "sending": _("%(name)s: %(percent)s of %(size)s sent")
        % {"name": "{name}", "percent": "{percent}", "size": "{size}"},
        "waiting": _("%(name)s: waits for its turn") % {"name": "{name}"},
        "sent": _("%(name)s: sent") % {"name": "{name}"},
        "broken": _(
            "%(name)s: the line was broken. Nothing of it is stored. Send it again."
        )
        % {"name": "{name}"},
        "dismiss": _("Take this line away"),
    }
    limits = _(
        "At most %(most)s MB and %(rows)s rows a file. CSV, XLSX, text or JSON, in one "
        "of the formats of the standard. Names, birth dates, addresses and numbers are "
        "replaced before anything is stored; your file itself is not kept."
    ) % {"most": formats.number(most), "rows": formats.number(settings().max_rows)}
    return html.Div(
        [
            html.P(_("Drop files here, or"), className="drop-text"),
            html.Button(
                _("Choose files"),
                id="upload-choose",
                type="button",
                className="button button-strong",
                **named("aria-describedby", "upload-limits"),
            ),
            html.P(limits, id="upload-limits", className="drop-limits"),
        ],
        id="upload-zone",
        className="drop-zone",
        **{f"data-{name}": text for name, text in texts.items()},
    )


def _fields(who: Identity) -> list[Component]:
    recognise = _("As the file says")
    kinds = [(UNSAID, recognise), *format_labels().items()]
    return [
        select(_said("format"), _("Format"), kinds, UNSAID),
        *place_fields(who, NOWHERE, recognise, _said),
    ]


def _said(name: str) -> str:
    return f"upload-said-{name}"
