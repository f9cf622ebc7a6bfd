"""The browser's program: classic scripts, put end to end in the order they need each other."""

from __future__ import annotations

import importlib.util
import re
from functools import lru_cache
from pathlib import Path

from playbook.errors import PlaybookError

# Each adds its functions to the object `S` of the enclosing function.
PARTS = (
    "words",
    "packing",
    "postings",
    "rules",
    "distance",
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
)
_COMMENTS = re.compile(r"/\*\*.*?\*/[ ]?", re.S)
_OPEN = '(function (root) {\n"use strict";\n'
_CLOSE = (
    'root.playbookSearchEngine = S;\n})(typeof window === "undefined" ? globalThis : window);\n'
)
_LINE_COMMENTS = re.compile(r"^\s*//.*\n", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)
_BLANK = re.compile(r"\n{2,}")


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
    """`bootstrap` and `engine` as published: without comments and indentation."""
    parts = [_lean((scripts() / f"{name}.js").read_text("utf-8")) for name in PARTS]
    return {
        "bootstrap": _lean((scripts() / "bootstrap.js").read_text("utf-8")),
        "engine": _OPEN + "".join(parts) + _CLOSE,
    }


def _lean(source: str) -> str:
    """Source without comments, indentation and blank lines; no string of ours holds `/**`."""
    for pattern in (_COMMENTS, _LINE_COMMENTS, _INDENT):
        source = pattern.sub("", source)
    return _BLANK.sub("\n", source).lstrip("\n")
