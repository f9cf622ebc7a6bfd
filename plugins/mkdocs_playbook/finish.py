"""What can be made only when every page is written: the service worker and the archive."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_playbook.archive import write_archive
from mkdocs_playbook.publish.offline import PREVIEW_WORKER, offline_files
from mkdocs_playbook.site import Site

SHARED = tuple(f"search/{kind}-" for kind in ("lang", "terms", "text"))
"""How addresses of the search index begin that every language's readers need."""


def finish(site: Site, site_dir: Path) -> None:
    """Write the last files into the site; a live preview keeps nothing for later."""
    if site.options.preview:
        (site_dir / "sw.js").write_bytes(PREVIEW_WORKER.read_bytes())
        return
    languages = site.library.languages
    files = offline_files(site.hashes, languages, _languages_of(site.hashes, languages))
    for address, content in files.items():
        path = site_dir / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if site.options.archive:
        write_archive(site_dir, site_dir / site.options.archive)


def _languages_of(addresses: dict[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    """Files outside the languages' folders whose name says whose they are: `words-fi.….js`.

    A reader of any language needs the whole search index, since a query is answered from the
    index of the language it is written in, and where on a page it was found stands beside that
    language's texts; only the panel's words are one's own.
    """
    pattern = re.compile(rf"[-.]({'|'.join(map(re.escape, languages))})[-.]")
    found: dict[str, str] = {}
    for address in addresses:
        match = pattern.search(address.rpartition("/")[2])
        if match and not address.startswith(SHARED):
            found[address] = match[1]
    return found
