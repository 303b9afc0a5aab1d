"""Pages of Great Expectations without what they would fetch from elsewhere."""

from warehouse.exports.reports.offline_pages import offline

PAGE = """<!DOCTYPE html>
<html><head>
<link rel="stylesheet" href="https://elsewhere.example/a.css">
<script src="//elsewhere.example/a.js"></script>
<style>.a { background: url('https://elsewhere.example/a.png') no-repeat; }</style>
</head><body>
<img src="https://elsewhere.example/logo.png"/>
<p>Rent &amp; debt &lt; 5 &#233;</p>
<a href="https://elsewhere.example/news">news</a> <a href="../index.html">home</a>
<script>if (1 < 2) { document.write("<p>no</p>"); }</script>
<br/><td id="x">12</td>
</body></html>
"""


def test_nothing_of_another_host_remains():
    page = offline(PAGE)
    assert "elsewhere.example" not in page
    assert "<script" not in page
    assert "document.write" not in page


def test_what_the_page_says_remains():
    page = offline(PAGE)
    for part in (
        "<!DOCTYPE html>",
        "<p>Rent &amp; debt &lt; 5 &#233;</p>",
        "<a>news</a>",
        '<a href="../index.html">home</a>',
        '<td id="x">12</td>',
        ".a { background: none no-repeat; }",
    ):
        assert part in page
