"""What the command says to a person: counts, what is missing, what to do next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from playbook.errors import PlaybookError
from playbook.normalise.drafts import SECTIONS
from playbook.normalise.output import Written
from playbook.normalise.results import Result

_NAMES = {"sign": "signs", "strategy": "steps", "exit": "exit criteria"}


def article_summary(result: Result, *, registered: bool) -> str:
    """A few lines on one article; `registered`: there is a registry that could know its types."""
    source = result.source
    labels = Counter(line.label for line in result.lines)
    reasons = Counter(line.reason for line in result.lines if line.label == "noise" and line.reason)
    inside = sum(1 for s in result.lines if s.label == "content" and _cut_text(s.removed))
    out = [
        f"{source.path}: {source.id}, language {source.language}, “{source.title}”"
        if source.title
        else f"{source.path}: {source.id}, language {source.language}, no title",
        f"  {_count(len(result.lines), 'line')}: {_count(labels['heading'], 'heading')}, "
        f"{labels['content']} content, {labels['meta']} about the article, {labels['noise']} noise"
        + (f" ({', '.join(f'{r} {c}' for r, c in sorted(reasons.items()))})" if reasons else ""),
    ]
    if inside:
        out.append(f"  cut out of the middle of {_count(inside, 'line')}")
    facets: dict[str | None, Counter[str]] = defaultdict(Counter)
    for statement in result.statements:
        facets[statement.archetype][statement.facet] += 1
    for archetype in result.archetypes:
        counts = facets[archetype.id]
        told = ", ".join(f"{_NAMES[f]} {counts[f]}" for f in SECTIONS.values() if counts[f])
        missing = [_NAMES[f] for f in SECTIONS.values() if not counts[f]]
        line = f"  {archetype.id}: {told or 'named only'}"
        if missing:
            line += f"; no {', no '.join(missing)} in the article"
        if registered and not archetype.known:
            line += " (not in archetypes.yml)"
        out.append(line)
    general = facets[None]
    told = ", ".join(f"{_NAMES[f]} {general[f]}" for f in SECTIONS.values() if general[f])
    if told:
        out.append(f"  of no archetype: {told}")
    if not result.archetypes:
        out.append("  no archetype is named in it")
    return "\n".join(out)


def plain_warning(result: Result) -> str:
    """From which line on an article was told by its form alone, "" for one read in full."""
    if not result.plain_from:
        return ""
    told = PlaybookError(
        "longer than any article: from here on lines are told by their form alone, "
        "without facets and archetypes",
        path=result.source.path,
        line=result.plain_from,
        way_out="Split the file into its articles.",
    )
    return str(told)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _cut_text(removed: Sequence[str]) -> bool:
    """Whether words went, not only marks."""
    return any(sum(c.isalpha() for c in part) > 3 and " " in part for part in removed)


def pages_summary(pages: Sequence[Written]) -> str:
    """What was written where, and why not everything."""
    out: list[str] = []
    for page in pages:
        kind = "new draft" if page.is_new else "proposals added"
        count = page.change.added
        if not count and not page.is_new:
            out.append(f"{page.path}: nothing new")
        else:
            out.append(f"{page.path}: {kind}, {_count(count, 'statement')}")
        for reason, number in sorted(Counter(why for _, why in page.change.skipped).items()):
            out.append(f"  {number} left out: {reason}")
    return "\n".join(out)


def next_step(pages: Sequence[Written], *, named: bool, wrote: bool) -> str:
    """The command that comes next; `named`: there are archetypes to write about."""
    if not wrote and not named:
        return "Next: add --report FILE.html to read it line by line."
    if not wrote:
        return "Next: add --out DIR to write drafts, or --report FILE.html to read it line by line."
    if not pages:
        return "No draft was written."
    if not any(page.change.added for page in pages):
        return "Nothing new: the pages say or cite all of it already."
    return (
        "Next: edit what is marked {.proposed}, delete the mark, "
        "then run `playbook fmt` and `playbook check`."
    )
