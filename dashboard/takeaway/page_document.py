"""A page of figures as a document, for who asks and as the address says."""

from collections.abc import Mapping
from types import ModuleType

from dashboard.release import about_release
from dashboard.release.assemble_measures import Words
from dashboard.server import appearance
from dashboard.server.context import audience
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.takeaway import reading
from dashboard.takeaway.collect import Collector
from dashboard.takeaway.files.document import Document
from dashboard.words.i18n import language


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
        is_invented=about_release.holds_invented(release),
        sees_small=audience().sees_small,
        blocks=blocks,
        definitions=[
            (known[name].label, known[name].definition)
            for name in collector.indicator_ids
            if name in known
        ],
    )
