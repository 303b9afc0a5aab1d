"""The pages, by their path; a new page is one module and one line here."""

from types import ModuleType

from dashboard.pages import compare, overview, registration

PAGES: dict[str, ModuleType] = {
    module.PATH: module for module in (overview, compare, registration)
}
