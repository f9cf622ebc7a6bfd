"""All cleaning mechanisms in order: each block alone, then in its surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.normalise.clean import (
    breadcrumbs,
    contents,
    cue_words,
    forms,
    html_hints,
    meta_rows,
    neighbours,
    repetition,
    tail,
    threads,
    top,
    worded,
)
from playbook.normalise.clean.splices import find_splices
from playbook.normalise.clean.verdicts import META_REASONS, Mechanism, Verdict
from playbook.normalise.headings import find_headings
from playbook.normalise.scan import Document, document, scan
from playbook.normalise.titles import find_title

ALONE: tuple[Mechanism, ...] = (
    html_hints.claims,
    forms.claims,
    breadcrumbs.claims,
    cue_words.claims,
    meta_rows.claims,
)
IN_CONTEXT: tuple[Mechanism, ...] = (
    contents.claims,
    threads.claims,
    repetition.claims,
    top.claims,
    worded.claims,
    tail.claims,
    neighbours.claims,
    tail.claims,
)
"""The tail is looked at again when its neighbours have told which lines are furniture."""


@dataclass(frozen=True)
class Cleaned:
    """An article with its noise told apart."""

    document: Document
    """Blocks after cuts inside them."""
    taken: Mapping[int, Verdict]
    headings: frozenset[int]
    cuts: Mapping[int, tuple[str, ...]]
    """Index of a block → texts cut out of it."""


def clean(article: Document) -> Cleaned:
    """Run every mechanism; what one has claimed the next does not look at again."""
    taken: dict[int, Verdict] = {}
    for mechanism in ALONE:
        taken.update(mechanism(article, taken))
    article = find_title(article, taken)
    splices = find_splices(article, taken)
    taken.update(splices.alone)
    article, cuts = _cut(article, splices.cuts)
    for mechanism in IN_CONTEXT:
        for index, verdict in mechanism(article, taken).items():
            if index != article.title and (index not in taken or verdict.reason in META_REASONS):
                taken[index] = verdict
    headings = find_headings(article, taken)
    for index, verdict in neighbours.captions(article, taken, headings).items():
        taken.setdefault(index, verdict)
    headings = find_headings(article, taken)
    return Cleaned(article, taken, headings, cuts)


def _cut(
    article: Document, cuts: Mapping[int, tuple[tuple[int, int], ...]]
) -> tuple[Document, dict[int, tuple[str, ...]]]:
    if not cuts:
        return article, {}
    blocks = list(article.blocks)
    texts: dict[int, tuple[str, ...]] = {}
    for index, ranges in cuts.items():
        block = blocks[index].block
        texts[index] = tuple(block.text[a:b].strip() for a, b in ranges)
        blocks[index] = scan(
            block.with_body(block.body.without(ranges)), article.language, article.aliases
        )
    cut = document(blocks, article.language, article.script, article.title, article.aliases)
    return cut, texts
