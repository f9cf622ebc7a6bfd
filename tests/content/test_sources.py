"""What the source articles say is carried over, cited, and never copied."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.model import Kind, Library

FACT = re.compile(r"^- (?:sign|strategy|exit|definition|cause): .*?\[([a-z]+-\d+):([\d,]+)\]", re.M)
WORD = re.compile(r"[^\s.,;:!?()\[\]{}„“”\"'’«»–—…।/*#-]+")
RUN = 8


def cited(library: Library, lang: str) -> set[tuple[str, int]]:
    return {
        (cite.source, line)
        for ref, page in library.pages.items()
        if ref.lang == lang and ref.kind in (Kind.PLAYBOOK, Kind.GUIDE)
        for item in page.items()
        for cite in item.cites
        for line in range(cite.first, cite.last + 1)
    }


@pytest.mark.parametrize("lang", ["en", "fi", "hi", "ka"])
def test_every_fact_is_cited(library: Library, shared: Path, lang: str) -> None:
    facts = FACT.findall((shared / "FACTS.md").read_text(encoding="utf-8"))
    assert len(facts) == 156
    found = cited(library, lang)
    missing = [
        f"{source}:{line}"
        for source, lines in facts
        for line in lines.split(",")
        if (source, int(line)) not in found
    ]
    assert missing == []


def test_no_eight_words_of_an_article_are_copied(library: Library, shared: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = [word.casefold() for word in WORD.findall(text)]
        return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}

    copied = []
    for source in library.registry.sources:
        article = runs((shared / "seeds" / source.file).read_text(encoding="utf-8"))
        assert article
        for ref, page in library.pages.items():
            if ref.lang == source.language and (same := runs(page.source) & article):
                copied.append((page.path, source.id, sorted(same)[0]))
    assert copied == []
