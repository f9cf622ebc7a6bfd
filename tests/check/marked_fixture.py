"""Fixtures of `check`: edits to a small clean knowledge base, with the findings marked.

A fixture file begins with a sentence on what is wrong.  Then come edits:

    === en/playbooks/late.md          the next lines, up to +++, are replaced …
    a line of the file
    +++
    what it is replaced by            ◀ rule-id other-rule

    === en/playbooks/new.md new       … or the rest is a new file
    === en/playbooks/late.md delete   … or the file goes
    === en/guides/leaving.md empty    … or it is empty
    === en/guides/notes.md folder     … or a folder
    === en/guides/leaving.md latin-1  … or it is written in another encoding

A mark `◀ rule …` at the end of a line says which findings that line has; on the line of
`===` it is a finding of the file's first line.  Every other finding is a failure.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from playbook.check import check
from playbook.library import load_library
from playbook.library.hashes import section_hashes

BASE = Path(__file__).parent / "base"
_MARK = re.compile(r"\s*◀\s*(?P<rules>[a-z0-9 -]+)$")
_HEAD = re.compile(r"=== (?P<path>\S+)(?: (?P<how>new|delete|empty|latin-1|folder))?$")

Expected = tuple[str, int, str]
"""(path below the content folder, line, rule)"""


@dataclass
class Fixture:
    """A knowledge base with something wrong in it, and what `check` should say."""

    root: Path
    expected: set[Expected] = field(default_factory=set)

    def write(self, text: str) -> None:
        """Lay the base out and apply the edits of a fixture file."""
        shutil.copytree(BASE, self.root)
        for part in re.split(r"^(?==== )", text, flags=re.MULTILINE)[1:]:
            head, _, body = part.partition("\n")
            self._edit(head, body.rstrip("\n") + "\n" if body.strip() else "")
        self._stamp()

    def found(self) -> set[Expected]:
        """What `check` says about it."""
        library = load_library(self.root, shown_as=Path())
        findings = check(library, shown=Path())
        return {(finding.path, finding.line, finding.rule) for finding in findings}

    def _edit(self, head: str, body: str) -> None:
        head, rules = _marked(head)
        match = _HEAD.match(head)
        assert match, f"not a head: {head}"
        path, how = match["path"], match["how"]
        file = self.root / path
        self.expected |= {(path, 1, rule) for rule in rules}
        if how == "delete":
            file.unlink()
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        if how == "folder":
            file.mkdir()
            return
        if how:
            text = self._clean(path, body, 1)
        else:
            old, _, new = body.partition("+++\n")
            before = file.read_text("utf-8")
            assert before.count(old) == 1, f"{path} does not hold once: {old}"
            line = before[: before.index(old)].count("\n") + 1
            text = before.replace(old, self._clean(path, new, line))
        file.write_bytes(text.encode("latin-1" if how == "latin-1" else "utf-8"))

    def _clean(self, path: str, text: str, first: int) -> str:
        """The text without its marks, which are noted."""
        lines: list[str] = []
        for number, line in enumerate(text.split("\n"), start=first):
            bare, rules = _marked(line)
            self.expected |= {(path, number, rule) for rule in rules}
            lines.append(bare)
        return "\n".join(lines)

    def _stamp(self) -> None:
        """Fill in `translation: STAMP`, so that no translation of the base is stale."""
        library = load_library(self.root)
        for page in library.pages.values():
            if "translation: STAMP" not in page.source:
                continue
            reference = library.pages.get(page.ref.into(library.reference))
            hashes = section_hashes(reference) if reference else {}
            sections = ", ".join(f'{id}: "{value}"' for id, value in hashes.items())
            stamp = f"translation: {{of: en, sections: {{{sections}}}}}"
            file = self.root / page.ref.path
            text = file.read_bytes().decode("utf-8")
            file.write_bytes(text.replace("translation: STAMP", stamp).encode("utf-8"))


def _marked(line: str) -> tuple[str, list[str]]:
    match = _MARK.search(line)
    return (line[: match.start()], match["rules"].split()) if match else (line, [])
