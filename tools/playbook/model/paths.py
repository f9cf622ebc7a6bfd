"""The one place that maps a path inside `content/` to what it holds, and back.

<lang>/index.md             page      index
<lang>/<page>.md            page      glossary, style, about …
<lang>/playbooks/<id>.md    playbook  <id>
<lang>/guides/<id>.md       guide     <id>
<lang>/trees/<id>.md        tree      <id>
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """What a content file is; decides its folder."""

    PAGE = "page"
    PLAYBOOK = "playbook"
    GUIDE = "guide"
    TREE = "tree"


FOLDERS = {Kind.PLAYBOOK: "playbooks", Kind.GUIDE: "guides", Kind.TREE: "trees"}
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Ids of archetypes, pages, sections and items: lower case, digits, single hyphens."""

LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language folder: a BCP 47 tag that begins with a lower-case language code."""


@dataclass(frozen=True, slots=True, order=True)
class PageRef:
    """A page in one language.  `group` is shared by its translations."""

    lang: str
    kind: Kind
    id: str

    @property
    def group(self) -> str:
        """`playbooks/unresponsive`, `guides/leaving`, `trees/triage`, or `index`."""
        folder = FOLDERS.get(self.kind)
        return f"{folder}/{self.id}" if folder else self.id

    @property
    def path(self) -> str:
        """Path below the content folder, with `/`."""
        return f"{self.lang}/{self.group}.md"

    @property
    def url(self) -> str:
        """Address below the site's root; the site is built without directory addresses."""
        return f"{self.lang}/{self.group}.html"

    def into(self, lang: str) -> PageRef:
        """The same page in another language."""
        return PageRef(lang, self.kind, self.id)


def _parts(path: str | PurePosixPath) -> tuple[str, ...]:
    """The parts of a path.  Links are resolved by the thousand: a plain one is only split."""
    if isinstance(path, str):
        parts = tuple(path.split("/"))
        if all(part not in ("", ".") for part in parts):
            return parts
    return PurePosixPath(path).parts


def ref_of_path(path: str | PurePosixPath) -> PageRef | None:
    """What the file at `path` (below the content folder) is, or None if it is no content page."""
    parts = _parts(path)
    if len(parts) < 2 or not parts[-1].endswith(".md"):
        return None
    lang, stem = parts[0], parts[-1].removesuffix(".md")
    if not LANGUAGE_PATTERN.fullmatch(lang) or not ID_PATTERN.fullmatch(stem):
        return None
    if len(parts) == 2:
        return PageRef(lang, Kind.PAGE, stem)
    if len(parts) == 3 and (kind := _KINDS.get(parts[1])):
        return PageRef(lang, kind, stem)
    return None


def ref_of_group(lang: str, group: str) -> PageRef | None:
    """The page of `group` in `lang`."""
    return ref_of_path(f"{lang}/{group}.md")


def resolve(ref: PageRef, target: str) -> tuple[PageRef | None, str]:
    """Where a relative link written on page `ref` leads: the page, and the anchor (may be "").

    `#signs` → the page itself; `../guides/leaving.md#hand-over` → a guide; None for a link
    that leaves the content folder or is no page.
    """
    file, _, anchor = target.partition("#")
    if not file:
        return ref, anchor
    parts: list[str] = list(_parts(ref.path)[:-1])
    for part in _parts(file):
        if part == "..":
            if not parts:
                return None, anchor
            parts.pop()
        elif part == "/":
            return None, anchor
        elif part != ".":
            parts.append(part)
    return ref_of_path("/".join(parts)), anchor
