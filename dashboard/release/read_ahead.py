"""Reads of a new release what every page asks, before the first visitor does."""

import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread, main_thread

import duckdb

from dashboard.model.selection import Selection
from dashboard.release import label_queries, value_queries, view_values
from dashboard.release.assemble_measures import Words
from dashboard.server.release_store import Release
from dashboard.words.i18n import LANGUAGES
from warehouse.figures.disclosure.reader import Audience

_REGION = Selection()
_AUDIENCES = (Audience(), Audience(sees_small=True))
"""Who sees the whole region, with and without small numbers."""


def prepare(release: Release) -> None:
    """Read the states, their parts and the words of a release: about a second.

    What a release of an older version lacks is left to the pages, which say so.
    """
    with suppress(duckdb.Error):
        label_queries.codes(release)
        for dimension in view_values.DIMENSIONS:
            value_queries.parts(release, dimension)
        for language in LANGUAGES:
            Words.of(release, language)


def read_ahead(release: Release, language: str) -> Thread:
    """Begin to read every place over all time and by month; return who does it.

    Visitors come first: half of the time it waits. It ends when the process does.
    """
    reader = Thread(target=_read_places, args=(release, language))
    reader.start()
    return reader


def _read_places(release: Release, language: str) -> None:
    with suppress(duckdb.Error):
        view_values.split(release, _REGION, "district", language, _AUDIENCES[0])
        for place in _places(release):
            for viewer in _AUDIENCES:
                if not main_thread().is_alive():
                    return
                start = time.perf_counter()
                view_values.measures(release, place, language, viewer)
                view_values.split(release, place, "month", language, viewer)
                time.sleep(time.perf_counter() - start)


def _places(release: Release) -> Iterator[Selection]:
    """Every district and pilot of which there are figures, the region first."""
    found = {
        (state.district or "", state.pilot or "")
        for state in value_queries.states(release)
        if state.group is None and state.period_start is None
    }
    for district, pilot in sorted(found):
        yield _REGION.with_(district=district or None, pilot=pilot or None)
