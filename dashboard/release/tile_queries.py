"""Where every district stands on the map of tiles."""

from typing import NamedTuple

from dashboard.server.release_store import Release


class Tile(NamedTuple):
    """A place on the map, row and column counted from 1 in the north-west."""

    row: int
    column: int


def tiles(release: Release) -> dict[str, Tile]:
    """Return the tile of every district that has one."""
    if not release.has_table("standard", "district_tiles"):
        return {}
    rows = release.rows(
        "select district, tile_row, tile_column from standard.district_tiles"
        " order by tile_row, tile_column"
    )
    return {row["district"]: Tile(row["tile_row"], row["tile_column"]) for row in rows}
