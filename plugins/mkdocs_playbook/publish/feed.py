"""An Atom feed of a language: playbooks by the date of their last change, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from playbook.model import Page

_NEVER = "1970-01-01T00:00:00Z"
"""Date of a feed in which nothing is dated: git knows nothing of the content."""

MOST_ENTRIES = 50


def feed(
    pages: Iterable[Page],
    *,
    lang: str,
    title: str,
    subtitle: str,
    site_url: str,
    changes: Mapping[str, str],
) -> bytes:
    """The feed as a file; pages without a date are left out."""
    dated = sorted(
        ((_utc(changes[page.ref.path]), page) for page in pages if page.ref.path in changes),
        key=lambda entry: (entry[0], entry[1].ref.id),
        reverse=True,
    )[:MOST_ENTRIES]
    updated = dated[0][0] if dated else _NEVER
    address, home = f"{site_url}{lang}/feed.xml", f"{site_url}{lang}/index.html"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">',
        f"<title>{escape(title)}</title>",
        f"<subtitle>{escape(subtitle)}</subtitle>",
        f"<id>{escape(address)}</id>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(address)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>',
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(title)}</name></author>",
    ]
    for date, page in dated:
        url = site_url + page.ref.url
        lines += [
            "<entry>",
            f"<title>{escape(page.title)}</title>",
            f"<id>{escape(url)}</id>",
            f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>',
            f"<updated>{date}</updated>",
            f"<summary>{escape(page.summary)}</summary>",
            "</entry>",
        ]
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _utc(iso: str) -> str:
    return datetime.fromisoformat(iso).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
