"""Scripts travel small and once; what holds figures is not compressed."""

import re

import brotli

PACKED = {"Accept-Encoding": "gzip, br"}


def script(client) -> str:
    """Return the address of the largest script of a first page."""
    page = client.get("/").text
    return re.search(r'src="([^"]*dash_renderer[^"]*)"', page)[1]


def test_a_script_is_small_on_its_way_and_kept_by_the_browser(client):
    whole = client.get(script(client))
    packed = client.get(script(client), headers=PACKED)
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.data) == whole.data
    assert len(packed.data) < len(whole.data) / 3
    assert "max-age" in packed.headers["Cache-Control"]
    assert client.get(script(client), headers=PACKED).data == packed.data


def test_pages_and_figures_are_not_compressed(client):
    for path in ("/", "/_dash-layout", "/_dash-dependencies"):
        answer = client.get(path, headers=PACKED)
        assert answer.status_code == 200
        assert "Content-Encoding" not in answer.headers


def test_a_script_without_a_version_is_asked_after_but_not_sent_again(client):
    address = "/_dash-component-suites/dash/dcc/async-graph.js"
    first = client.get(address, headers=PACKED)
    assert first.headers["Cache-Control"] == "no-cache"
    known = PACKED | {"If-None-Match": first.headers["ETag"]}
    again = client.get(address, headers=known)
    assert again.status_code == 304
    assert again.data == b""
