"""The browser's program: classic scripts, put end to end in the order they need each other."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.search.shorten import shortened

# Each adds its functions to the object `S` of the enclosing function.
PARTS = (
    "words",
    "packing",
    "postings",
    "rules",
    "distance",
    "files",
    "shard",
    "lexicon",
    "readings",
    "synonyms",
    "written",
    "roman",
    "misspelt",
    "resolve",
    "rank",
    "snippet",
    "engine",
    "page",
    "worker",
)
# The object of the parts, and what is called by its name from outside.
_OWN, _PUBLIC = "S", ("Engine", "FORMAT", "open")
_OPEN = '(function (root) {\n"use strict";\n'
_CLOSE = (
    'root.playbookSearchEngine = S;\n})(typeof window === "undefined" ? globalThis : window);\n'
)


@lru_cache(maxsize=1)
def scripts() -> Path:
    """The folder of the scripts, in the plugin package."""
    spec = importlib.util.find_spec("mkdocs_playbook")
    if spec is None or not spec.submodule_search_locations:
        raise PlaybookError(
            "the browser's search scripts are not installed",
            way_out="Install the whole package: pip install difficult-client-playbooks.",
        )
    return Path(spec.submodule_search_locations[0]) / "assets" / "search"


def program() -> dict[str, str]:
    """`bootstrap` and `engine` as published."""
    parts = "".join([(scripts() / f"{name}.js").read_text("utf-8") for name in PARTS])
    return {
        "bootstrap": shortened((scripts() / "bootstrap.js").read_text("utf-8")),
        "engine": shortened(_OPEN + parts + _CLOSE, _OWN, _PUBLIC),
    }
