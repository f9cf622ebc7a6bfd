"""llms.txt, robots.txt and the manifests that let a language be installed as an app."""

from __future__ import annotations

import json
from collections.abc import Iterable

from playbook.model import Page


def llms_txt(
    title: str,
    summary: str,
    sections: Iterable[tuple[str, Iterable[Page]]],
    languages: Iterable[tuple[str, str]],
    site_url: str,
) -> bytes:
    """What the site holds, in plain Markdown: name, summary, links with a sentence each."""
    lines = [f"# {title}", "", f"> {summary}", ""]
    for heading, pages in sections:
        lines += [f"## {heading}", ""]
        lines += [f"- [{page.title}]({site_url}{page.ref.url}): {page.summary}" for page in pages]
        lines.append("")
    lines += ["## Languages", ""]
    lines += [f"- [{name}]({site_url}{lang}/index.html)" for lang, name in languages]
    lines += ["", "## Data", "", f"- [Everything as JSON]({site_url}library.json)", ""]
    return "\n".join(lines).encode()


def robots_txt(site_url: str) -> bytes:
    """Everything may be read."""
    sitemap = f"\nSitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}".encode()


def manifest(lang: str, name: str, tagline: str, icon: str) -> bytes:
    """A web app manifest; addresses are relative to it, `<lang>/manifest.webmanifest`."""
    icons = [
        {"src": f"../{icon}", "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable"}
    ]
    found = {
        "name": f"{name}: {tagline}" if tagline else name,
        "short_name": name,
        "lang": lang,
        "start_url": "index.html",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#F5F6F2",
        "theme_color": "#F5F6F2",
        "icons": icons if icon else [],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
