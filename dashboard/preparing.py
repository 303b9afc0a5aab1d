"""Reads of a new release what every page asks, before the first visitor does."""

from contextlib import suppress

import duckdb

from dashboard import queries, value_queries
from dashboard.assembly import Words
from dashboard.i18n import LANGUAGES
from dashboard.store import Release
from dashboard.views import DIMENSIONS


def prepare(release: Release) -> None:
    """Read the states, their parts and the words of a release: about a second.

    What a release of an older version lacks is left to the pages, which say so.
    """
    with suppress(duckdb.Error):
        queries.codes(release)
        for dimension in DIMENSIONS:
            value_queries.parts(release, dimension)
        for language in LANGUAGES:
            Words.of(release, language)
