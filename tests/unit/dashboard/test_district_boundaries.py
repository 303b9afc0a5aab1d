"""The map of districts in their boundaries, and what is said of a wrong file."""

import json

import pytest
from components import attribute, draw, find, walk
from served_app import Publisher, app_on

from dashboard.charts.shaded_areas import shaded_areas
from dashboard.components.tile_map import Area
from dashboard.figures import Shape, area_map
from dashboard.model.measures import Indicator, Measure
from dashboard.server.boundaries import boundaries_of
from warehouse.errors import UserError
from warehouse.settings import Settings

SQUARE = [[4.8, 52.3], [4.9, 52.3], [4.9, 52.4], [4.8, 52.4], [4.8, 52.3]]
HOLE = [[4.84, 52.34], [4.84, 52.36], [4.86, 52.36], [4.86, 52.34], [4.84, 52.34]]
EAST = [[x + 0.1, y] for x, y in SQUARE]


def feature(district, *polygons, name="district"):
    geometry = (
        {"type": "Polygon", "coordinates": polygons[0]}
        if len(polygons) == 1
        else {"type": "MultiPolygon", "coordinates": list(polygons)}
    )
    return {"type": "Feature", "properties": {name: district}, "geometry": geometry}


def settings_with(tmp_path, features, **changes):
    file = tmp_path / "wijken.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return Settings(_env_file=None, home=tmp_path, geojson=file, **changes)


def test_no_file_is_no_boundaries(tmp_path):
    assert boundaries_of(Settings(_env_file=None, home=tmp_path)) == {}


def test_areas_of_one_district_are_one_with_their_holes(tmp_path):
    features = [feature("noord", [SQUARE, HOLE], [EAST]), feature("noord", [SQUARE])]
    found = boundaries_of(settings_with(tmp_path, features))
    assert list(found) == ["noord"]
    assert [len(ring) for ring in found["noord"]] == [5, 5, 5, 5]
    assert found["noord"][1][1] == (4.84, 52.36)


def test_the_property_can_be_named(tmp_path):
    features = [feature("noord", [SQUARE], name="wijk")]
    named = settings_with(tmp_path, features, geojson_property="wijk")
    assert list(boundaries_of(named)) == ["noord"]


@pytest.mark.parametrize(
    ("features", "said"),
    [
        ([feature("noord", [SQUARE], name="naam")], "naam"),
        ([feature("noord", [[[121000.5, 487000.0]]])], "121000.5"),
        ([{"type": "Feature", "geometry": {"type": "Point"}}], "features.0.geometry"),
        ([feature("noord", [[[4.8]]])], "features.0.geometry"),
        ([], "EROPAF_GEOJSON_PROPERTY"),
    ],
)
def test_a_wrong_file_is_told_what_and_how_to_mend(tmp_path, features, said):
    with pytest.raises(UserError) as error:
        boundaries_of(settings_with(tmp_path, features))
    assert said in error.value.message_nl
    assert said in error.value.message_en
    assert "wijken.geojson" in error.value.message_nl


@pytest.mark.parametrize("content", [None, b"\xff\x00", b"wijk;x;y"])
def test_no_file_and_no_json_are_told(tmp_path, content):
    file = tmp_path / "wijken.geojson"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError, match=r"wijken\.geojson"):
        boundaries_of(Settings(_env_file=None, home=tmp_path, geojson=file))


def test_a_map_is_true_to_form_and_its_chosen_area_lies_on_top():
    square = [tuple(point) for point in SQUARE]
    shapes = [
        Shape("Noord", [square, square], "#111111", "Noord: 3", is_chosen=True),
        Shape("Zuid", [square], "#222222", "Zuid: 1"),
    ]
    figure = area_map(shapes)
    assert [trace["name"] for trace in figure["data"]] == ["Zuid", "Noord"]
    assert figure["data"][1]["x"].count(None) == 1
    assert figure["layout"]["yaxis"]["scaleratio"] == pytest.approx(1.6372, abs=1e-3)


def test_an_area_without_a_value_has_no_shade():
    indicator = Indicator("signals", "Meldingen")
    areas = [
        Area("a", "A", Measure(indicator, value=1.0, numerator=1), "?"),
        Area("b", "B", Measure(indicator, value=9.0, numerator=9), "?"),
        Area("c", "C", Measure(indicator, is_hidden=True), "?"),
        Area("d", "D", Measure(indicator, value=5.0, numerator=5), "?"),
    ]
    shapes = {code: [[tuple(point) for point in SQUARE]] for code in "abc"}
    figure = shaded_areas(areas, shapes)
    colors = {trace["name"]: trace["fillcolor"] for trace in figure["data"]}
    assert colors == {"A": "#eaf3f9", "B": "#126498", "C": "#ffffff"}


def test_the_page_of_signals_draws_the_boundaries(tmp_path):
    home = Publisher(tmp_path / "home")
    home.publish("first")
    given = settings_with(tmp_path, [feature("centrum", [SQUARE])])
    page = draw(app_on(home.home, geojson=given.geojson), "/meldingen")
    drawn = find(page.content, "data-chart", "map")
    graph = find(drawn, "id", "chart-map")
    assert [trace["name"] for trace in graph.figure["data"]] == ["Centrum"]
    links = [part for part in walk(drawn) if attribute(part, "href")]
    assert len(links) >= 2
