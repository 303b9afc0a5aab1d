"""Taking what would be fetched from a network out of Great Expectations' pages.

Its pages load their looks and their scripts from other hosts. Without these they are
plain tables, which a small stylesheet of our own makes readable and printable.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

STYLES = (Path(__file__).parent / "templates" / "data_docs.css").read_text("utf-8")

_ELSEWHERE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
_STYLE_ELSEWHERE = re.compile(
    r"@import[^;]*;|url\(\s*['\"]?(?:https?:)?//[^)]*\)", re.IGNORECASE
)
_DROPPED = {"script", "link", "iframe", "object", "button"}
_WITHOUT_END = {"link"}


class _OfflinePage(HTMLParser):
    """Writes a page again, without what comes from elsewhere."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED and tag not in _WITHOUT_END:
            self._dropped.append(tag)
        points_elsewhere = any(
            name in ("src", "href") and _ELSEWHERE.match(value or "")
            for name, value in attrs
        )
        if tag == "a" and points_elsewhere:
            self._keep("<a>")
        elif tag not in _DROPPED and not points_elsewhere:
            self._keep(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped and tag == self._dropped[-1]:
            self._dropped.pop()
        elif tag == "head":
            self._keep(f"<style>{STYLES}</style></head>")
        else:
            self._keep(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._keep(_STYLE_ELSEWHERE.sub("none", data))

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._keep(f"<!{decl}>")

    def _keep(self, text: str) -> None:
        if not self._dropped:
            self.parts.append(text)


def offline(page: str) -> str:
    """The page without scripts and without references to another host."""
    parser = _OfflinePage()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)


def take_offline(site: Path) -> None:
    """Rewrite every page below a folder."""
    for file in site.rglob("*.html"):
        file.write_text(offline(file.read_text("utf-8")), encoding="utf-8")
