"""What can be made only when every page is written: the service worker and the archive."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_playbook.archive import write_archive
from mkdocs_playbook.publish.offline import offline_files
from mkdocs_playbook.site import Site


def finish(site: Site, site_dir: Path) -> None:
    """Write the last files into the site."""
    languages = site.library.languages
    files = offline_files(site.hashes, languages, _languages_of(site.hashes, languages))
    for address, content in files.items():
        path = site_dir / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if site.options.archive:
        write_archive(site_dir, site_dir / site.options.archive)


def _languages_of(addresses: dict[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    """Files outside the languages' folders whose name says whose they are: `words-fi.….js`."""
    pattern = re.compile(rf"[-.]({'|'.join(map(re.escape, languages))})[-.]")
    found: dict[str, str] = {}
    for address in addresses:
        match = pattern.search(address.rpartition("/")[2])
        if match:
            found[address] = match[1]
    return found
