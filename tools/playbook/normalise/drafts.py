"""Statements → a playbook page: a new draft, or proposals added to one that exists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from playbook.library import read_page
from playbook.model import Page, PageRef, Section
from playbook.normalise.merging import Merged, by_facet
from playbook.normalise.sources import quoted

SECTIONS = {"signs": "sign", "strategy": "strategy", "exit-criteria": "exit"}
"""Section id → facet, in the order of a playbook."""
HEADINGS = {"signs": "Signs", "strategy": "Strategy", "exit-criteria": "Exit criteria"}
"""Used where no page of the language shows how it calls the section."""

_MARKS = re.compile(r"([\\`*_\[\]{}])")
_OPENS_BLOCK = re.compile(r"^(\s*)([-+#>|=~]|\d+[.)])")


@dataclass(frozen=True, slots=True)
class Change:
    """A page's new text, and what came of each statement."""

    text: str
    added: int
    skipped: tuple[tuple[str, str], ...]
    """(statement, why)."""


def new_page(
    title: str,
    merged: Sequence[Merged],
    sources: Sequence[str],
    headings: Mapping[str, str],
) -> Change:
    """A draft in which every statement is a proposal; what no source gives stays empty."""
    out = ["---", f"title: {quoted(title)}", 'summary: ""', "---", ""]
    told = [entry for entry in merged if entry.facet == "definition"]
    for entry in told:
        out += [_proposal(entry), ""]
    for section, facet in SECTIONS.items():
        out += [f"## {headings.get(section, HEADINGS[section])} {{#{section}}}", ""]
        entries = by_facet(merged, facet)
        if not entries:
            out += [f"<!-- {nothing(section, sources)} -->", ""]
            continue
        for number, entry in enumerate(entries, 1):
            out.append(_mark(section, number) + _proposal(entry))
        out.append("")
    rest = tuple(
        (entry.text, "its facet has no section")
        for entry in merged
        if entry.facet not in (*SECTIONS.values(), "definition")
    )
    return Change("\n".join(out).rstrip("\n") + "\n", len(merged) - len(rest), rest)


def nothing(section: str, sources: Sequence[str]) -> str:
    """What a draft says where the articles are silent."""
    return f"No {HEADINGS[section].lower()} in {', '.join(sources)}: nothing was made up."


def extend_page(source: str, ref: PageRef, path: str, merged: Sequence[Merged]) -> Change:
    """The page with proposals for what it does not cite yet, at the end of the right section."""
    newline = "\r\n" if "\r\n" in source else "\n"
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    page = read_page(text, ref, path)
    lines = text.split("\n")
    skipped: list[tuple[str, str]] = []
    fresh: dict[str, list[Merged]] = {section: [] for section in SECTIONS}
    present = {" ".join(item.text.split()) for item in page.items()}
    cited = _Cited(page)
    for entry in merged:
        section = next((s for s, facet in SECTIONS.items() if facet == entry.facet), None)
        if section is None:
            skipped.append((entry.text, "its facet has no section"))
        elif all(cite in cited for cite in entry.cites):
            skipped.append((entry.text, "the page cites its line already"))
        elif entry.text in present:
            skipped.append((entry.text, "the page says it already"))
        else:
            fresh[section].append(entry)
    added = sum(len(entries) for entries in fresh.values())
    if not added:
        return Change(source, 0, tuple(skipped))
    for section in reversed(SECTIONS):
        if fresh[section]:
            lines = _insert(lines, page, section, fresh[section])
    return Change(newline.join(lines), added, tuple(skipped))


class _Cited:
    """The lines that a page cites."""

    def __init__(self, page: Page) -> None:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for item in page.items():
            for cited in item.cites:
                spans[cited.source].append((cited.first, cited.last))
        self.firsts = {name: sorted(first for first, _ in of) for name, of in spans.items()}
        self.lasts = {
            name: list(accumulate((last for _, last in sorted(of)), max))
            for name, of in spans.items()
        }
        """By source: the last line that a span reaches which begins no later."""

    def __contains__(self, cite: str) -> bool:
        name, _, line = cite.rpartition(":")
        before = bisect_right(self.firsts.get(name, []), int(line))
        return before > 0 and self.lasts[name][before - 1] >= int(line)


def _insert(lines: list[str], page: Page, section_id: str, entries: Sequence[Merged]) -> list[str]:
    section = page.section(section_id)
    if section is None:
        while lines and not lines[-1].strip():
            lines.pop()
        new = ["", f"## {HEADINGS[section_id]} {{#{section_id}}}", ""]
        new += [_mark(section_id, n) + _proposal(e) for n, e in enumerate(entries, 1)]
        return [*lines, *new, ""]
    at, number = _end_of_list(section, lines)
    new = [_mark(section_id, number + n) + _proposal(e) for n, e in enumerate(entries, 1)]
    if not section.list_items:
        new = ["", *new]
        if at < len(lines) and lines[at].strip():
            new.append("")
    return [*lines[:at], *new, *lines[at:]]


def _end_of_list(section: Section, lines: Sequence[str]) -> tuple[int, int]:
    """Index of the line behind the last item, and how many items there are."""
    items = section.list_items
    if not items:
        return section.place.line, 0
    at = items[-1].last_line
    while at < len(lines) and lines[at].startswith((" ", "\t")) and lines[at].strip():
        at += 1
    return at, len(items)


def _mark(section: str, number: int) -> str:
    return f"{number}. " if section == "strategy" else "- "


def _proposal(entry: Merged) -> str:
    mark = ".proposed .contradicts" if entry.contradicts else ".proposed"
    return f'{escape(entry.text)} {{{mark} cite="{" ".join(entry.cites)}"}}'


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no mark of its own, no HTML, no block."""
    line = " ".join(text.split())
    line = _MARKS.sub(r"\\\1", line).replace("<", "&lt;")
    return _OPENS_BLOCK.sub(lambda m: f"{m[1]}{_escaped_opening(m[2])}", line)


def _escaped_opening(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}"
