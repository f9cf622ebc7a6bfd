"""The inline script of every page: where the search's files are, and what loads them when."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from mkdocs_playbook.search_panel import panel_hashes

SOURCE = Path(__file__).parent / "assets" / "search-start" / "start.js"
PROGRAM = "search/playbook-search"
"""How the address of the search's program begins."""

PLACE = "(/** @type {any} */ (0));"
"""End of the script, where the addresses go in."""


def search_bootstrap(files: dict[str, bytes]) -> str:
    """The bootstrap with the addresses of `files` (all files of the search) in it."""
    addresses = {
        "program": next(address for address in sorted(files) if address.startswith(PROGRAM)),
        "panel": panel_hashes(files),
    }
    text = json.dumps(addresses, separators=(",", ":"), sort_keys=True).replace("<", "\\u003c")
    return _packed(SOURCE.read_text(encoding="utf-8").splitlines()).replace(PLACE, f"({text});")


def _packed(lines: Iterable[str]) -> str:
    """The script without comment lines, indentation and line breaks.

    Every statement of the source ends in `;`, `{` or `}`, or goes on in the next line, so that
    lines may be joined.
    """
    stripped = (line.strip() for line in lines)
    return "".join(line for line in stripped if line and not line.startswith(("//", "/**")))
