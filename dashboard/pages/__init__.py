"""The pages, by their path; a new page is one module and one line here."""

from types import ModuleType

from dashboard.pages import (
    accounts,
    audit_trail,
    bailiff,
    codes,
    compare,
    costs,
    definitions,
    deliveries,
    eigen_kracht,
    month_board,
    notes,
    overview,
    plan,
    privacy,
    reach,
    recidivism,
    registration,
    results,
    saved_views,
    signals,
    time_limits,
    upload,
)

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
