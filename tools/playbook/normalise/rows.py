"""Headings that stand in a row: each over a type of client, whatever its words.

Two things give such a row away: under each heading the same sub-headings come again (`Signs`,
`What to do`), or what stands under it is worded like one archetype of the knowledge base.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from playbook.normalise import archetypes
from playbook.normalise.learned import stems
from playbook.normalise.outline import Section
from playbook.normalise.scan import Scanned

ROW = 2
"""So many make a row."""
SUBJECTS = 3
"""Headings that speak of the same."""
RUN_INS, RUN_IN = 3, 6
"""So many paragraphs that begin with a name in bold, of so many words, make one."""


def with_children(sections: Sequence[Section]) -> list[tuple[int, ...]]:
    """Blocks of each section and of the sub-sections that belong to it, by its number."""
    groups: list[list[int]] = [list(section.blocks) for section in sections]
    parent = -1
    for number, section in enumerate(sections):
        if section.heading is None or section.role != "body":
            parent = -1
        elif not section.is_child:
            deeper = parent >= 0 and sections[parent].rank < section.rank <= 6
            parent = parent if deeper else number
        if parent >= 0 and parent != number:
            groups[parent].extend(section.blocks)
    return [tuple(group) for group in groups]


def told_by_sections(
    blocks: Sequence[Scanned], sections: Sequence[Section], groups: Sequence[Sequence[int]]
) -> dict[int, str]:
    """Number of a section → the archetype that its text is plainly worded like."""
    told: dict[int, str] = {}
    for number, section in enumerate(sections):
        if section.heading is None or section.role != "body" or section.is_child:
            continue
        if section.facet or section.is_advice:
            continue
        parts = [blocks[section.heading], *(blocks[i] for i in groups[number])]
        name, _ = archetypes.learned_of(parts)
        if name:
            told[number] = name
    return told


def tells_types(sections: Sequence[Section], told: Mapping[int, str]) -> bool:
    """Several types, and in at least half of the sections one: advice on anything else has a
    section here and there that is worded like one."""
    own = sum(
        s.heading is not None and s.role == "body" and not (s.facet or s.is_child) for s in sections
    )
    return len(set(told.values())) >= ROW and 2 * len(told) >= own


def have_one_subject(blocks: Sequence[Scanned], sections: Sequence[Section]) -> bool:
    """Most headings speak of the same (`The caller who …`): the article's word for client."""
    heads = [
        blocks[s.heading]
        for s in sections
        if s.heading is not None and s.role == "body" and not (s.facet or s.is_child or s.is_advice)
    ]
    said = Counter(stem for head in heads for stem in set(stems(head.texts, head.language)))
    most = max(said.values(), default=0)
    return most >= SUBJECTS and 2 * most > len(heads)


def ranks_of_parents(sections: Sequence[Section], told: Mapping[int, str]) -> frozenset[int]:
    """Ranks of which several headings have sub-headings that come again, or tell a type each."""
    parents: Counter[int] = Counter()
    for number, section in enumerate(sections[:-1]):
        if section.heading is None or section.is_child or section.role != "body":
            continue
        following = sections[number + 1]
        if following.is_child and following.facet and not section.facet:
            parents[section.rank] += 1
    telling: dict[int, set[str]] = {}
    for number, name in told.items():
        telling.setdefault(sections[number].rank, set()).add(name)
    return frozenset(
        {rank for rank, count in parents.items() if count >= ROW}
        | {rank for rank, names in telling.items() if len(names) >= ROW}
    )


def told_by_run_ins(parts: Sequence[Scanned]) -> list[str]:
    """The archetype of each paragraph where names in bold open several (`**The ghost** never
    answers`); [] where they do not."""
    opens = [i for i, part in enumerate(parts) if _is_run_in(part)]
    if len(opens) < RUN_INS:
        return []
    told = [""] * len(parts)
    for start, end in pairwise([*opens, len(parts)]):
        name = archetypes.of_opening(parts[start])
        if not name:
            name, _ = archetypes.learned_of(
                parts[start:end], least=archetypes.LISTED_TOLD, margin=archetypes.LISTED_APART
            )
        if not name and parts[start].has("topic", "client"):
            name = archetypes.of_section([parts[start]], least=archetypes.LISTED_SECTION)
        told[start:end] = [name] * (end - start)
    return told


def _is_run_in(part: Scanned) -> bool:
    run_in = part.block.run_in
    if not run_in:
        return False
    inside = part.words_between(0, run_in)
    said = any(hit.group == "heading" for hit in part.hits_between(inside))
    return 0 < len(inside) <= RUN_IN and not said
