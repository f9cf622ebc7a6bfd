"""Style sheets and scripts: joined by purpose, named by content, so that caches never lie."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from mkdocs_playbook.words import Words, script_words

ASSETS = Path(__file__).parent / "assets"
PRINT = "print.css"
"""Set last, so that it wins on paper."""

TOKENS = "tokens.css"
"""The site's own sheet, first: tokens and fonts."""

SMALL_FONT = 16 * 1024
"""Bytes up to which a font is part of the style sheet."""

ICON = "mark.svg"
"""The site's icon."""

_STRING = r"""("(?:[^"\\]|\\.)*")"""
_TEXT_CALL = re.compile(rf"playbookText\(\s*{_STRING}")
_PLURAL_CALL = re.compile(rf"playbookPlural\(\s*{_STRING}\s*,\s*{_STRING}")
_COMMENT = re.compile(r"/\*(?!!).*?\*/\s*", re.DOTALL)
_URL = re.compile(r"url\((?P<quote>[\"']?)(?P<path>[^\"')]+)(?P=quote)\)")


@dataclass
class Assets:
    """Addresses of the joined files below the root, and every file's content."""

    style: str = ""
    scripts: tuple[str, ...] = ()
    tree_scripts: tuple[str, ...] = ()
    search_ui: str = ""
    icon: str = ""
    icon_data: str = ""
    """The icon itself as an address, so that no page asks for it."""
    words: dict[str, str] = field(default_factory=dict)
    """Language → the script with its interface words."""
    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, name: str, content: bytes) -> str:
        """Keep `content` under a name with its hash; returns the address."""
        stem, dot, ending = name.rpartition(".")
        digest = hashlib.sha256(content).hexdigest()[:10]
        address = f"assets/{stem}.{digest}{dot}{ending}"
        self.files[address] = content
        return address


def gather_assets(brand: Path | None, words: Mapping[str, Words]) -> Assets:
    """The plugin's assets, those of the site's own folder (`brand`), and words for scripts."""
    assets = Assets()
    named = _brand_files(brand, assets)
    tokens = brand / TOKENS if brand else None
    style = _joined(
        [
            *([tokens] if tokens and tokens.is_file() else []),
            *[p for p in _files("css", "*.css") if p.name != PRINT],
            *_files("tree", "*.css"),
            *_files("search-ui", "*.css"),
            *[p for p in _files("css", "*.css") if p.name == PRINT],
        ]
    )
    assets.style = assets.add(
        "site.css", _with_addresses(_COMMENT.sub("", style), named, assets).encode()
    )
    assets.scripts = _script(assets, "site.js", _files("js", "*.js"))
    assets.tree_scripts = _script(assets, "tree.js", _files("tree", "*.js"))
    assets.search_ui = next(iter(_script(assets, "search-ui.js", _files("search-ui", "*.js"))), "")
    assets.icon = next((address for name, address in named.items() if name == ICON), "")
    if assets.icon:
        assets.icon_data = "data:image/svg+xml," + quote(assets.files[assets.icon].decode().strip())
    asked = script_messages()
    for lang, own in words.items():
        table = json.dumps(script_words(own, asked), ensure_ascii=False, separators=(",", ":"))
        script = f"window.playbookWords={table};\n"
        assets.words[lang] = assets.add(f"words-{lang}.js", script.encode())
    return assets


def script_messages() -> tuple[str, ...]:
    """Message ids that scripts ask for: literal calls of `playbookText` and `playbookPlural`."""
    found: set[str] = set()
    for path in sorted(ASSETS.rglob("*.js")):
        source = path.read_text(encoding="utf-8")
        found.update(json.loads(match[1]) for match in _TEXT_CALL.finditer(source))
        for match in _PLURAL_CALL.finditer(source):
            found.add(json.loads(match[1]) + "\0" + json.loads(match[2]))
    return tuple(sorted(found))


def _script(assets: Assets, name: str, files: Sequence[Path]) -> tuple[str, ...]:
    if not files:
        return ()
    return (assets.add(name, _joined(files).encode()),)


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((ASSETS / folder).glob(pattern))


def _joined(files: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8").strip() for path in files) + "\n"


def _brand_files(brand: Path | None, assets: Assets) -> dict[str, str]:
    """Fonts and pictures of the site: path in its folder → address below the root."""
    named: dict[str, str] = {}
    for path in sorted(brand.rglob("*")) if brand else ():
        if path.is_file() and path.suffix in (".woff2", ".svg", ".png"):
            inside = path.relative_to(brand).as_posix() if brand else path.name
            named[inside] = assets.add(path.name, path.read_bytes())
    return named


def _with_addresses(style: str, named: dict[str, str], assets: Assets) -> str:
    """`url(fonts/x.woff2)` → the address with its hash, relative to the sheet itself.

    A small font goes into the sheet, so that it is there at the first paint.
    """

    def address(match: re.Match[str]) -> str:
        found = named.get(match["path"])
        if found is None:
            return match[0]
        content = assets.files[found]
        if not found.endswith(".woff2") or len(content) > SMALL_FONT:
            return f"url({found.removeprefix('assets/')})"
        del assets.files[found]
        return f"url(data:font/woff2;base64,{base64.b64encode(content).decode()})"

    return _URL.sub(address, style)
