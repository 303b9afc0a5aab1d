"""The pages, by their path; a new page is one module and one line here."""

from types import ModuleType

from dashboard.pages import (
    accounts,
    audit_trail,
    codes,
    compare,
    costs,
    definitions,
    deliveries,
    eigen_kracht,
    month_board,
    overview,
    plan,
    registration,
    saved_views,
    time_limits,
)

PAGES: dict[str, ModuleType] = {
    module.PATH: module
    for module in (
        overview,
        compare,
        plan,
        time_limits,
        costs,
        registration,
        eigen_kracht,
        definitions,
        month_board,
        deliveries,
        codes,
        saved_views,
        accounts,
        audit_trail,
    )
}
