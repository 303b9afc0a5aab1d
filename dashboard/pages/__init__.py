"""The pages, by their path; a new page is one module and one line here."""

from types import ModuleType

from dashboard.pages import audit_trail, reach, results, saved_views
from dashboard.pages.accounts import page as accounts
from dashboard.pages.bailiff import page as bailiff
from dashboard.pages.codes import page as codes
from dashboard.pages.compare import page as compare
from dashboard.pages.costs import page as costs
from dashboard.pages.definitions import page as definitions
from dashboard.pages.deliveries import page as deliveries
from dashboard.pages.eigen_kracht import page as eigen_kracht
from dashboard.pages.month_board import page as month_board
from dashboard.pages.notes import page as notes
from dashboard.pages.overview import page as overview
from dashboard.pages.plan import page as plan
from dashboard.pages.privacy import page as privacy
from dashboard.pages.recidivism import page as recidivism
from dashboard.pages.registration import page as registration
from dashboard.pages.signals import page as signals
from dashboard.pages.time_limits import page as time_limits
from dashboard.pages.upload import page as upload

PAGES: dict[str, ModuleType] = {
    module.PATH: module
    for module in (
        overview,
        signals,
        reach,
        results,
        bailiff,
        recidivism,
        compare,
        plan,
        time_limits,
        costs,
        registration,
        eigen_kracht,
        definitions,
        notes,
        upload,
        month_board,
        deliveries,
        codes,
        privacy,
        saved_views,
        accounts,
        audit_trail,
    )
}
