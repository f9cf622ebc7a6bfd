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
    "worker",
)
_COMMENTS = re.compile(r"/\*\*.*?\*/[ ]?", re.S)
_OPEN = '(function (root) {\n"use strict";\n'
_CLOSE = (
    'root.playbookSearchEngine = S;\n})(typeof window === "undefined" ? globalThis : window);\n'
)
_LINE_COMMENTS = re.compile(r"^\s*//.*\n", re.M)
# A string stays as it is; of other text the spaces beside a sign go (not of + and -, which two
# in a row would make another sign).
_STRING = r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
_SPACES = re.compile(_STRING + r"|[ ]*([=*<>?:,;(){}\[\]&|!%])[ ]*")
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
    """`bootstrap` and `engine` as published: without comments and needless spaces."""
    parts = [_lean((scripts() / f"{name}.js").read_text("utf-8")) for name in PARTS]
    return {
        "bootstrap": _lean((scripts() / "bootstrap.js").read_text("utf-8")),
        "engine": _OPEN + "".join(parts) + _CLOSE,
    }


def _lean(source: str) -> str:
    """Source without comments, needless spaces and blank lines; no string of ours holds `/**`.

    Lines stay as they are: where a statement ends is not decided here.
    """
    for pattern in (_COMMENTS, _LINE_COMMENTS, _INDENT):
        source = pattern.sub("", source)
    source = _SPACES.sub(lambda match: match[1] or match[2], source)
    return _BLANK.sub("\n", source).lstrip("\n")
