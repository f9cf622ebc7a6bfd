"""Files of the site that are read by programs: sitemap, feeds, manifests, lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs_playbook.plan import shown_page
from mkdocs_playbook.publish.feed import feed
from mkdocs_playbook.publish.lists import llms_txt, manifest, robots_txt
from mkdocs_playbook.publish.sitemap import sitemap
from playbook.export import export_library, export_status
from playbook.model import Kind, Page, PageRef
from playbook.translate import dashboard

if TYPE_CHECKING:
    from mkdocs_playbook.site import Site


def published_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(address below the root, content) of each file."""
    library, site_url = site.library, site.options.site_url
    for lang in library.languages:
        name, tagline = site.names[lang]
        yield f"{lang}/manifest.webmanifest", manifest(lang, name, tagline, site.assets.icon)
        yield (
            f"{lang}/feed.xml",
            feed(
                library.of_kind(lang, Kind.PLAYBOOK),
                lang=lang,
                title=name,
                subtitle=tagline,
                site_url=site_url,
                changes=site.changes,
            ),
        )
    data = json.dumps(export_library(library), ensure_ascii=False, separators=(",", ":"))
    yield "library.json", data.encode() + b"\n"
    status = export_status(library, dashboard(library), library.languages)
    data = json.dumps(status, ensure_ascii=False, separators=(",", ":"))
    yield "status.json", data.encode() + b"\n"
    yield "robots.txt", robots_txt(site_url)
    yield "llms.txt", _llms_txt(site)
    if site_url:
        yield "sitemap.xml", sitemap(site.plan, site_url, site.changes, site.unlisted)


def _llms_txt(site: Site) -> bytes:
    library = site.library
    lang = library.reference
    home = shown_page(library, PageRef(lang, Kind.PAGE, "index"))
    sections: list[tuple[str, tuple[Page, ...]]] = [
        ("Playbooks", library.of_kind(lang, Kind.PLAYBOOK)),
        ("Guides", library.of_kind(lang, Kind.GUIDE)),
        ("Decision trees", library.of_kind(lang, Kind.TREE)),
    ]
    languages = [(other, words.own_name()) for other, words in site.words.items()]
    name = site.names[lang][0]
    return llms_txt(name, home.summary if home else "", sections, languages, site.options.site_url)
