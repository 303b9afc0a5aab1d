"""The boundaries of districts, from the GeoJSON file that an operator may name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, ValidationError

from warehouse.messages import user_error
from warehouse.settings import Settings

Position = tuple[float, float]
Ring = list[Position]
Boundaries = Mapping[str, list[Ring]]
"""The rings of every district, as degrees east and north, outer ones and holes."""

_EAST, _NORTH = 180, 90
_Point = Annotated[list[float], Field(min_length=2)]


class _Polygon(BaseModel):
    type: Literal["Polygon"]
    coordinates: list[list[_Point]]

    @property
    def polygons(self) -> list[list[list[_Point]]]:
        return [self.coordinates]


class _MultiPolygon(BaseModel):
    type: Literal["MultiPolygon"]
    coordinates: list[list[list[_Point]]]

    @property
    def polygons(self) -> list[list[list[_Point]]]:
        return self.coordinates


class _Feature(BaseModel):
    type: Literal["Feature"]
    properties: dict[str, Any] | None = None
    geometry: _Polygon | _MultiPolygon


class _Collection(BaseModel):
    type: Literal["FeatureCollection"]
    features: list[_Feature]


def boundaries_of(settings: Settings) -> Boundaries:
    """Return the boundaries that the settings name, by district; none without a file.

    Raises `UserError` as `read_boundaries` does.
    """
    if settings.geojson is None:
        return {}
    return read_boundaries(settings.geojson, settings.geojson_property)


def read_boundaries(file: Path, district_property: str) -> Boundaries:
    """Return the boundaries by district, for a GeoJSON file in WGS 84 (RFC 7946).

    Features with the same district are one. Raises `UserError` when the file is
    missing, is no GeoJSON with areas, is not in degrees, or names no district.
    """
    found: dict[str, list[Ring]] = {}
    features = _features(file)
    for feature in features:
        district = (feature.properties or {}).get(district_property)
        if district is not None:
            found.setdefault(str(district), []).extend(_rings(feature, file))
    if not found:
        names = sorted({name for one in features for name in one.properties or {}})
        raise user_error(
            "boundaries.no_district",
            file=file,
            name=district_property,
            found=", ".join(names) or "-",
        )
    return found


def _features(file: Path) -> list[_Feature]:
    try:
        return _Collection.model_validate_json(file.read_bytes()).features
    except OSError:
        raise user_error("boundaries.missing", file=file) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"]) or first["msg"]
        raise user_error("boundaries.no_geojson", file=file, place=place) from None


def _rings(feature: _Feature, file: Path) -> list[Ring]:
    rings = [ring for polygon in feature.geometry.polygons for ring in polygon]
    return [[_position(point, file) for point in ring] for ring in rings]


def _position(point: list[float], file: Path) -> Position:
    east, north = point[:2]
    if abs(east) > _EAST or abs(north) > _NORTH:
        raise user_error("boundaries.no_degrees", file=file, x=east)
    return east, north
