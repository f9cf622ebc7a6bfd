"""What stands beyond the length of any article: told by its form alone, at a small cost a line.

Words, facets and archetypes are read of an article's first blocks; no article that people wrote
has more, but a dump of a whole site has.  Its other lines are all accounted for: headings, tags,
addresses and code are told by their form, and what came before is judged as it was there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from playbook.normalise import bounds
from playbook.normalise.blocks import Block, Kind
from playbook.normalise.clean.cleaning import Cleaned
from playbook.normalise.clean.forms import form_of
from playbook.normalise.clean.html_hints import reason_of
from playbook.normalise.clean.verdicts import Label, Verdict
from playbook.normalise.headings import LONGEST_MARKED
from playbook.normalise.wrapping import TERMINAL


@dataclass(frozen=True, slots=True)
class Rest:
    """Blocks that are read plainly, and what their form says, by index among them."""

    blocks: Sequence[Block] = ()
    taken: Mapping[int, Verdict] = field(default_factory=dict)
    headings: frozenset[int] = frozenset()

    @property
    def first_line(self) -> int:
        """Number of the line from which on it is read so, 0 when all was read in full."""
        return self.blocks[0].body.first_line + 1 if self.blocks else 0


def part(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """What is read in full, and the rest."""
    size = 0
    for at, block in enumerate(blocks[: bounds.MOST_BLOCKS + 1]):
        size += len(block.text)
        if at == bounds.MOST_BLOCKS or size > bounds.MOST_CHARACTERS:
            return blocks[:at], blocks[at:]
    return blocks, ()


def read_plainly(blocks: Sequence[Block], cleaned: Cleaned) -> Rest:
    """Tell the rest by its form, and by what the same text was in the part that was read."""
    if not blocks:
        return Rest()
    before = _judged(cleaned)
    taken: dict[int, Verdict] = {}
    headings: set[int] = set()
    for index, block in enumerate(blocks):
        verdict = before.get(block.text)
        if verdict is None:
            reason = _reason(block)
            verdict = Verdict(reason) if reason else None
        if verdict is not None:
            taken[index] = verdict
        elif block.kind is Kind.HEADING and _words(block.text) <= LONGEST_MARKED:
            headings.add(index)
    return Rest(blocks, taken, frozenset(headings))


def _judged(cleaned: Cleaned) -> dict[str, Verdict]:
    """Texts that were noise wherever they stood."""
    blocks = cleaned.document.blocks
    kept = {scanned.text for i, scanned in enumerate(blocks) if i not in cleaned.taken}
    return {
        blocks[i].text: verdict
        for i, verdict in cleaned.taken.items()
        if verdict.label is Label.NOISE and blocks[i].text not in kept
    }


def _reason(block: Block) -> str:
    text = block.text
    size = _words(text)
    if block.hints or block.linked:
        reason = reason_of(block, size, is_closed=text.endswith(TERMINAL), has_h1=True)
        if reason:
            return reason
    return form_of(block, size)


def _words(text: str) -> int:
    return text.count(" ") + 1
