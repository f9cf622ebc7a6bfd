"""Classified blocks → the lines of the source, each with what was kept and what was removed."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from playbook.normalise.classify import Classified, Sentence
from playbook.normalise.clean.verdicts import Label
from playbook.normalise.facets import FACETS, NONE
from playbook.normalise.plainly import Rest
from playbook.normalise.reading import Article
from playbook.normalise.results import (
    ArchetypeResult,
    LineResult,
    Result,
    SourceResult,
)
from playbook.normalise.statements import statements_of
from playbook.normalise.titles import front_title
from playbook.normalise.visible import Span, Visible

LEAST_SHARE = 0.3
"""A line is about a facet that holds so many of its characters; the rest may be none."""
UNTOLD = 0.5
"""A sentence that has its facet from its surroundings speaks half as loud for its line."""
LEADS = 1.5
"""The first sentence of a paragraph says what it is about."""


@dataclass(slots=True)
class _Part:
    """What one block has on one line."""

    label: str
    reason: str
    spans: list[Span] = field(default_factory=list)
    facets: dict[str, float] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    archetype: str = ""


def assemble(
    article: Article,
    source_id: str,
    classified: Classified,
    known: Collection[str],
    rest: Rest,
) -> Result:
    """Divide every line into kept and removed, and number the statements."""
    parts = _parts(classified)
    _add_rest(parts, rest)
    lines = tuple(
        _line(index, raw, parts.get(index, []))
        for index, raw in enumerate(article.lines)
        if raw.strip()
    )
    return Result(
        source=SourceResult(
            id=source_id,
            name=article.name,
            path=article.path,
            sha256=article.sha256,
            encoding=article.encoding,
            language=classified.cleaned.document.language,
            title=_title(classified),
        ),
        lines=lines,
        statements=statements_of(source_id, classified, rest),
        archetypes=_archetypes(classified, known),
        plain_from=rest.first_line,
    )


def _parts(classified: Classified) -> dict[int, list[_Part]]:
    """By line index, in reading order."""
    cleaned = classified.cleaned
    parts: dict[int, list[_Part]] = defaultdict(list)
    for index, scanned in enumerate(cleaned.document.blocks):
        verdict = cleaned.taken.get(index)
        label: str = Label.CONTENT
        if verdict is not None:
            label = verdict.label
        elif index in cleaned.headings:
            label = Label.HEADING
        body = scanned.block.body
        reason = verdict.reason if verdict else ""
        by_line = _put(parts, body, str(label), reason, classified.archetypes.get(index, ""))
        for sentence in classified.sentences.get(index, ()):
            _spread(sentence, body, by_line)
    return parts


def _add_rest(parts: dict[int, list[_Part]], rest: Rest) -> None:
    """What was told by its form alone: it has neither facet nor archetype."""
    for index, block in enumerate(rest.blocks):
        verdict = rest.taken.get(index)
        if verdict is not None:
            _put(parts, block.body, str(verdict.label), verdict.reason)
        else:
            label = Label.HEADING if index in rest.headings else Label.CONTENT
            _put(parts, block.body, str(label), "")


def _put(
    parts: dict[int, list[_Part]], body: Visible, label: str, reason: str, archetype: str = ""
) -> dict[int, _Part]:
    """The parts of a block on its lines, by line index."""
    by_line: dict[int, _Part] = {}
    for span in body.spans:
        part = by_line.get(span.line)
        if part is None:
            part = by_line[span.line] = _Part(label, reason, archetype=archetype)
            parts[span.line].append(part)
        part.spans.append(span)
    return by_line


def _spread(sentence: Sentence, body: Visible, by_line: dict[int, _Part]) -> None:
    """Count the sentence's characters on each line it stands on."""
    first = max(0, bisect_right(body.starts, sentence.start) - 1)
    for index in range(first, len(body.spans)):
        span, start = body.spans[index], body.starts[index]
        if start >= sentence.end:
            break
        low, high = max(start, sentence.start), min(start + len(span.shown), sentence.end)
        if low < high:
            part = by_line[span.line]
            size = (high - low) * (1.0 if sentence.told else UNTOLD)
            if sentence.leads and sentence.told:
                size *= LEADS
            part.facets[sentence.facet] = part.facets.get(sentence.facet, 0.0) + size
            if sentence.told and sentence.facet not in part.told:
                part.told.append(sentence.facet)


def _line(index: int, raw: str, parts: list[_Part]) -> LineResult:
    if len(parts) == 1:
        return _line_of_one(index, raw, parts[0])
    kept = [part for part in parts if part.label != Label.NOISE]
    if not kept:
        reason = next((part.reason for part in parts if part.reason), "markup")
        return LineResult(index + 1, Label.NOISE, reason, NONE, (), None, "", (raw.strip(),))
    sizes: dict[str, int] = defaultdict(int)
    for part in kept:
        sizes[part.label] += sum(len(span.shown) for span in part.spans)
    order = (Label.CONTENT, Label.HEADING, Label.META)
    label = max(order, key=lambda name: (sizes.get(str(name), 0), -order.index(name)))
    facet, also = _facets(kept) if label == Label.CONTENT else (NONE, ())
    main = max(
        (part for part in kept if part.label == label),
        key=lambda part: sum(len(span.shown) for span in part.spans),
    )
    kept_reason = next((p.reason for p in kept if p.label == label and p.reason), None)
    if label != Label.META:
        kept = [part for part in kept if part.label != Label.META]
    text = " ".join(_shown(part.spans, raw) for part in kept)
    removed = _removed(raw, [span for part in kept for span in part.spans])
    return LineResult(
        index + 1, str(label), kept_reason, facet, also, main.archetype or None, text, removed
    )


def _line_of_one(index: int, raw: str, part: _Part) -> LineResult:
    """Most lines are one block or a part of one."""
    if part.label == Label.NOISE:
        return LineResult(
            index + 1, Label.NOISE, part.reason or "markup", NONE, (), None, "", (raw.strip(),)
        )
    facet, also = _facets([part]) if part.label == Label.CONTENT and part.facets else (NONE, ())
    spans = part.spans
    if len(spans) == 1:
        start, end = spans[0].start, spans[0].end
        text = " ".join(raw[start:end].split("\n")).strip()
        around = (raw[:start].strip(), raw[end:].strip())
        removed = tuple(cut for cut in around if cut)
    else:
        text, removed = _shown(spans, raw), _removed(raw, spans)
    return LineResult(
        index + 1,
        part.label,
        part.reason or None,
        facet,
        also,
        part.archetype or None,
        text,
        removed,
    )


def _facets(parts: Sequence[_Part]) -> tuple[str, tuple[str, ...]]:
    if len(parts) == 1 and len(parts[0].facets) == 1:
        (facet,) = parts[0].facets
        return facet, ()
    sizes: dict[str, float] = defaultdict(float)
    told: list[str] = []
    for part in parts:
        for facet, size in part.facets.items():
            sizes[facet] += size
        told += part.told
    total = sum(sizes.values())
    ranked = sorted(
        (facet for facet in sizes if facet != NONE),
        key=lambda facet: (-sizes[facet], FACETS.index(facet)),
    )
    main = ranked[0] if ranked and sizes[ranked[0]] >= LEAST_SHARE * total else NONE
    also = tuple(f for f in FACETS if f in told and f not in (main, NONE))
    return main, also


def _shown(spans: Sequence[Span], raw: str) -> str:
    """The source's own characters; a blank stays where white space was between two spans."""
    text = ""
    end = -1
    for span in spans:
        if text and (span.glue or (span.start > end and raw[end : span.start].isspace())):
            text += " "
        text += raw[span.start : span.end]
        end = span.end
    return " ".join(text.split("\n")).strip()


def _removed(raw: str, spans: Sequence[Span]) -> tuple[str, ...]:
    removed: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.start > at and raw[at : span.start].strip():
            removed.append(raw[at : span.start].strip())
        at = max(at, span.end)
    if raw[at:].strip():
        removed.append(raw[at:].strip())
    return tuple(removed)


def _title(classified: Classified) -> str:
    document = classified.cleaned.document
    if document.title >= 0:
        return " ".join(document.blocks[document.title].text.split())
    return front_title(document)


def _archetypes(classified: Classified, known: Collection[str]) -> tuple[ArchetypeResult, ...]:
    blocks = classified.cleaned.document.blocks
    found: list[ArchetypeResult] = []
    for name in dict.fromkeys(classified.archetypes[i] for i in sorted(classified.archetypes)):
        heading = classified.openings.get(name)
        title = " ".join(blocks[heading].text.split()) if heading is not None else name
        line = blocks[heading].block.body.first_line + 1 if heading is not None else None
        found.append(ArchetypeResult(name, title, line, name in known))
    return tuple(found)
