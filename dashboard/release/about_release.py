"""What the frame says of a whole release; reads `marts` and `quality`."""

from datetime import date

from dashboard.server.release_store import Release


def holds_invented(release: Release) -> bool:
    """Tell whether a release holds figures that were invented for a demonstration.

    Releases made before deliveries said so hold none that is known.
    """
    return release.remember("invented", lambda: _holds_invented(release))


def _holds_invented(release: Release) -> bool:
    columns = release.rows(
        "select 1 from information_schema.columns where table_schema = 'quality'"
        " and table_name = 'deliveries' and column_name = 'is_invented'"
    )
    if not columns:
        return False
    return bool(
        release.rows("select 1 from quality.deliveries where is_invented limit 1")
    )


def as_of(release: Release) -> date | None:
    """Return the day as seen from which the values of a release count."""
    return release.remember("as_of", lambda: _as_of(release))


def _as_of(release: Release) -> date | None:
    found = release.rows("select max(as_of) as day from marts.indicator_values")
    return found[0]["day"]
