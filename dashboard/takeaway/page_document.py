"""A page of figures as a document, for who asks and as the address says."""

from collections.abc import Mapping
from types import ModuleType

from dashboard import appearance, release_queries
from dashboard.assembly import Words
from dashboard.audience import audience
from dashboard.i18n import language
from dashboard.pages.page import Page
from dashboard.store import Release
from dashboard.takeaway import reading
from dashboard.takeaway.collect import Collector
from warehouse.takeaway.document import Document


def page_document(
    release: Release, module: ModuleType, query: Mapping[str, str]
) -> Document:
    """Draw a page as it is drawn on the screen, and gather what it shows."""
    with appearance.on_paper():
        page: Page = module.render(release, dict(query))
    return gathered(release, page)


def gathered(release: Release, page: Page) -> Document:
    """Return the content of a page as a document in the language of the request."""
    collector = Collector()
    blocks = list(collector.blocks(page.content))
    known = Words.of(release, language()).indicators
    return Document(
        title=page.title,
        view=reading.words(reading.of_class(page.content, "subtitle-text")),
        language=language(),
        release=release.id,
        as_of=reading.words(reading.of_class(page.content, "as-of")),
        is_invented=release_queries.holds_invented(release),
        sees_small=audience().sees_small,
        blocks=blocks,
        definitions=[
            (known[name].label, known[name].definition)
            for name in collector.indicator_ids
            if name in known
        ],
    )
