"""The state of the registration: what can be trusted, what is doubtful, and why."""

from dash import html
from dash.development.base_component import Component

from dashboard.charts import remarks
from dashboard.components.attributes import hook
from dashboard.components.section import page_head
from dashboard.model.selection import allowed, to_search
from dashboard.pages.registration import checks as results
from dashboard.pages.registration import findings as listed
from dashboard.pages.registration import totals
from dashboard.pages.registration.scope import Scope
from dashboard.pages.registration.scores import scores
from dashboard.release import registration_queries
from dashboard.release.registration_queries import SEVERITIES
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

PATH = "/registratie"


def title() -> str:
    """Return the name of the page."""
    return _("Registration")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page; `query` may name a district, and a severity of findings."""
    everywhere = Scope.of(release, None)
    known = registration_queries.districts(release, everywhere.parameters)
    scope = Scope.of(release, allowed(query.get("district"), known))
    severity = allowed(query.get("severity"), SEVERITIES) if scope.sees_rows else None
    content = [
        page_head(
            title(),
            _("What is in release %(id)s, and what the checks found")
            % {"id": release.id},
        ),
        listed.filters(PATH, scope, severity),
        _summary(scope),
        results.doubts(scope),
        scores(scope),
        remarks.explanations(release, scope.parameters, scope.district_names),
        totals.divergence(scope),
        totals.reconciliation(scope),
        results.checks(scope),
        *([listed.findings(scope, severity)] if scope.sees_rows else []),
        *([listed.deliveries(scope)] if scope.sees_rows else []),
    ]
    search = to_search({"severity": severity, "district": scope.district})
    return Page(title(), content, search)


def _summary(scope: Scope) -> Component:
    release, parameters = scope.release, scope.parameters
    found = registration_queries.count_findings(release, None, parameters)
    received = registration_queries.deliveries(release, parameters)
    status = [
        row["status"] for row in registration_queries.check_results(release, parameters)
    ]
    files = [
        ("deliveries", _("Deliveries"), len(received)),
        ("rows_read", _("Rows read"), sum(row["rows_read"] or 0 for row in received)),
        (
            "rows_rejected",
            _("Rows not counted"),
            sum(row["rows_rejected"] or 0 for row in received),
        ),
    ]
    # A release that does not list its deliveries has not received none.
    facts = [
        *(files if received else []),
        ("findings", _("Findings"), sum(found.values())),
        ("checks_failed", _("Checks that fail"), status.count("fail")),
        ("checks_passed", _("Checks that pass"), status.count("pass")),
    ]
    return html.Dl([_tile(scope, *fact) for fact in facts], className="tiles")


def _tile(scope: Scope, name: str, label: str, count: int) -> Component:
    is_count_of_rows = name in ("rows_read", "rows_rejected", "findings")
    if is_count_of_rows and scope.is_small(count):
        value = html.Dd(scope.counted(count), **hook(name))
    else:
        value = html.Dd(formats.number(count), **hook(name, count))
    return html.Div([html.Dt(label), value], className="tile")
