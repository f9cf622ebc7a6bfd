"""What the service worker keeps: lists of addresses with hashes, and the worker itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

WORKER = Path(__file__).parent.parent / "assets" / "offline" / "sw.js"
PREVIEW_WORKER = WORKER.with_name("preview.js")
"""Takes the place of a worker that an earlier visit left, and leaves."""

SHELL = "shell"
_LEFT_OUT = ("sitemap.xml", "robots.txt", "llms.txt", "library.json", "status.json", "feed.xml")
_PICTURES = "share/"
"""Pictures for other sites' previews; nobody opens them."""

_DIGITS = 10


def offline_files(
    hashes: Mapping[str, str],
    languages: Iterable[str],
    for_language: Mapping[str, str],
) -> dict[str, bytes]:
    """`hashes` is address → hash of every file of the site; `for_language` says which files
    beyond a language's own folder only that language needs (address → language).

    Returns `sw.js` and `offline/<name>.json`: the shell (what every language needs) and a
    list each language.
    """
    lists: dict[str, list[tuple[str, str]]] = {SHELL: [], **{lang: [] for lang in languages}}
    for address, hash in sorted(hashes.items()):
        if address.endswith(_LEFT_OUT) or address.startswith(_PICTURES):
            continue
        folder = address.split("/", 1)[0] if "/" in address else ""
        name = folder if folder in lists else for_language.get(address, SHELL)
        lists[name].append((address, hash))
    files = {
        f"offline/{name}.json": json.dumps(entries, separators=(",", ":")).encode()
        for name, entries in lists.items()
    }
    version = hashlib.sha256(b"".join(files.values())).hexdigest()[:_DIGITS]
    files["sw.js"] = WORKER.read_text(encoding="utf-8").replace("%VERSION%", version).encode()
    return files


def file_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGITS]
