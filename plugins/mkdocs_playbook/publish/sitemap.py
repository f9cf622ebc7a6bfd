"""sitemap.xml with alternates; pages shown for want of a translation are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from xml.sax.saxutils import escape, quoteattr

from mkdocs_playbook.plan import Plan, PlannedPage

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(
    plan: Plan, site_url: str, changes: Mapping[str, str], unlisted: Collection[str]
) -> bytes:
    """Every page that search engines may list; `unlisted` are templates they may not."""
    out = [_HEAD]
    for page in plan.pages:
        if page.is_fallback or page.template in unlisted or not page.lang:
            continue
        out.append(f"<url><loc>{escape(site_url + page.url)}</loc>")
        if page.source and (date := changes.get(page.source.ref.path)):
            out.append(f"<lastmod>{date}</lastmod>")
        out += _alternates(plan.groups[page.group], site_url)
        out.append("</url>\n")
    out.append("</urlset>\n")
    return "".join(out).encode()


def _alternates(siblings: Mapping[str, PlannedPage], site_url: str) -> list[str]:
    return [
        f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(site_url + other.url)}/>'
        for lang, other in siblings.items()
        if lang and not other.is_fallback
    ]
