"""Every page of a built site, parsed once: links, anchors, languages."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement

ABSOLUTE = {"404.html", "offline.html"}
"""Pages a server shows at any address: their links begin at the root."""


@dataclass
class PageFile:
    """A page as it stands in the folder."""

    address: str
    tree: HtmlElement
    size: int
    anchors: set[str] = field(default_factory=set)

    def links(self) -> list[tuple[str, str]]:
        """(attribute, value) of everything the page points at, canonical addresses apart."""
        found: list[tuple[str, str]] = []
        for element in self.tree.iter("a", "link", "script", "img", "form", "source", "iframe"):
            is_feed = str(element.get("type", "")).startswith("application/atom")
            if element.get("rel") in ("canonical", "alternate") and not is_feed:
                continue
            for attribute in ("href", "src", "action"):
                if (value := element.get(attribute)) is not None:
                    found.append((attribute, value))
        return found

    def resolve(self, value: str) -> tuple[str, str]:
        """(address below the root, anchor) of a link inside the site."""
        path, anchor = urlsplit(value).path, unquote(urlsplit(value).fragment)
        if not path:
            return self.address, anchor
        if path.startswith("/"):
            return path.lstrip("/"), anchor
        base = posixpath.dirname(self.address)
        return posixpath.normpath(posixpath.join(base, unquote(path))), anchor


def crawl(site: Path) -> dict[str, PageFile]:
    """Address → page."""
    pages: dict[str, PageFile] = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        content = path.read_bytes()
        page = PageFile(address, lxml.html.document_fromstring(content.decode()), len(content))
        page.anchors = {str(id) for id in page.tree.xpath("//@id")}
        pages[address] = page
    return pages
