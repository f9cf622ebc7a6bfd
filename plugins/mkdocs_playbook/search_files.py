"""Files of the search below the site's root: index and program, and what the panel needs."""

from __future__ import annotations

import hashlib

from mkdocs_playbook.search_panel import FOLDER, panel_files
from playbook.model import Library
from playbook.search import BOOTSTRAP, publish
from playbook.search.content import from_library


def search_files(library: Library) -> dict[str, bytes]:
    """Address below the site's root → content."""
    index = publish(from_library(library), library.languages)
    # In its folder the program has a fixed name; on a site its name says when it changes.
    program = index.pop(BOOTSTRAP)
    digest = hashlib.sha256(program).hexdigest()[:8]
    index[BOOTSTRAP.replace(".js", f"-{digest}.js")] = program
    return {f"{FOLDER}/{name}": content for name, content in index.items()} | panel_files(library)
