"""Cites as the reader sees them: which article, in which language, which lines."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_playbook.words import Words
from playbook.model import Cite, Registry, Source


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One article cited by an item, or our own judgement (`anchor` is then empty)."""

    label: str
    anchor: str
    short: str
    """For paper: `1:10, 12`; empty for our own judgement."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """An article in the list of sources of a page."""

    anchor: str
    number: int
    title: str
    lang: str
    language: str
    lines: str


class Citations:
    """Turns cites into words in one language, for every page of it."""

    def __init__(self, registry: Registry, words: Words) -> None:
        self._sources = {s.id: (n, s) for n, s in enumerate(registry.sources, start=1)}
        self._words = words
        self._rows: dict[tuple[Cite, ...], str] = {}

    def row(self, cites: tuple[Cite, ...]) -> str:
        """The sources of an item as HTML, one beside the other; the same cites come often."""
        if cites not in self._rows:
            links = "".join(map(_link, self.lines(cites)))
            row = f'<span class="srcs" lang="{self._words.lang}">{links}</span>' if links else ""
            self._rows[cites] = row
        return self._rows[cites]

    def lines(self, cites: Iterable[Cite]) -> tuple[SourceLine, ...]:
        """One line an article, in order of first mention."""
        lines: list[SourceLine] = []
        for id, ranges in _by_source(cites).items():
            if id is None:
                lines.append(SourceLine(self._words.gettext("Our own judgement"), "", ""))
            elif id in self._sources:
                number, source = self._sources[id]
                lines.append(self._line(number, source, ranges))
        return tuple(lines)

    def html(self, cites: tuple[Cite, ...]) -> str:
        """The same, to set after a paragraph or item of running text."""
        links = " ".join(map(_link, self.lines(cites)))
        return " " + links if links else ""

    def cited(self, cites: Iterable[Cite]) -> tuple[CitedSource, ...]:
        """The articles of a page, in order of the registry, with all lines used."""
        found: list[CitedSource] = []
        for id, ranges in _by_source(cites).items():
            if id is None or id not in self._sources:
                continue
            number, source = self._sources[id]
            language = self._words.language_name(source.language)
            found.append(
                CitedSource(
                    f"source-{id}", number, source.title, source.language, language, spans(ranges)
                )
            )
        return tuple(sorted(found, key=lambda entry: entry.number))

    def _line(self, number: int, source: Source, ranges: set[tuple[int, int]]) -> SourceLine:
        told = spans(ranges)
        one = len(ranges) == 1 and all(first == last for first, last in ranges)
        gettext = self._words.gettext
        pattern = (
            gettext("%(language)s article %(number)s, line %(lines)s")
            if one
            else gettext("%(language)s article %(number)s, lines %(lines)s")
        )
        language = self._words.language_name(source.language)
        label = pattern % {"language": language, "number": number, "lines": told}
        return SourceLine(label, f"source-{source.id}", f"{number}:{told}")


def _link(line: SourceLine) -> str:
    label = html.escape(line.label, quote=False)
    if not line.anchor:
        return f'<span class="src">{label}</span>'
    return f'<a class="src" href="#{line.anchor}" data-short="{line.short}">{label}</a>'


def _by_source(cites: Iterable[Cite]) -> dict[str | None, set[tuple[int, int]]]:
    """Article (None for our own judgement) → its line ranges."""
    table: dict[str | None, set[tuple[int, int]]] = {}
    for cite in cites:
        key = None if cite.is_editorial else cite.source
        table.setdefault(key, set()).add((cite.first, cite.last))
    return table


def spans(ranges: Iterable[tuple[int, int]]) -> str:
    """Ranges of lines → `4, 48–50`, touching ones joined."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in joined)
