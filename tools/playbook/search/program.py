"""The browser's program: classic scripts, put end to end in the order they need each other.

`tools/publish_engine.mjs` publishes them in few bytes; those files are kept with the sources, so
that no one needs Node to build an index.  Sources changed since are used as they are.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from playbook.errors import PlaybookError

_DIGEST = "// of sources "


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
    """`bootstrap` and `engine`, as published where that is what the sources say."""
    return _program(scripts())


def _program(folder: Path) -> dict[str, str]:
    plan = json.loads((folder / "program.json").read_text("utf-8"))
    parts = "".join([(folder / f"{name}.js").read_text("utf-8") for name in plan["parts"]])
    bootstrap = (folder / "bootstrap.js").read_text("utf-8")
    digest = hashlib.sha256((parts + bootstrap).encode()).hexdigest()[:16]
    sources = {"bootstrap": bootstrap, "engine": plan["opening"] + parts + plan["closing"]}
    published = {name: _published(folder / "published" / f"{name}.js", digest) for name in sources}
    return {name: published[name] or text for name, text in sources.items()}


def _published(path: Path, digest: str) -> str:
    """The script without the line that names its sources; nothing where they are others."""
    try:
        head, _, script = path.read_text("utf-8").partition("\n")
    except OSError:
        return ""
    return script if head == _DIGEST + digest else ""
