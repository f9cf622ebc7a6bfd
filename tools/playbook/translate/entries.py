"""What a translator gets to see of a language: every segment of the reference, beside its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.library.hashes import fingerprint, section_words
from playbook.model import Library, Page, PageRef
from playbook.translate.origins import read_origin
from playbook.translate.segments import ALIASES, Segment, segments_of
from playbook.translate.staleness import State, is_translated, section_states
from playbook.translate.stamps import stamp_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment of the reference and its translation."""

    ref: PageRef
    """The page in the language translated into."""
    original: Segment
    translation: Segment | None
    stale: bool = False
    """The original changed, or may have, since the translation was stamped."""
    previous: str = ""
    """The original as it was, where that is known and differs."""

    @property
    def context(self) -> str:
        """`playbooks/unresponsive#signs/questions-unanswered`: unique, the same for ever."""
        return f"{self.ref.group}#{self.original.key}"

    @property
    def is_copy(self) -> bool:
        """Still in the words of the reference, and nobody said that those are meant."""
        return self.stale and self.text == self.original.text

    @property
    def text(self) -> str:
        return self.translation.text if self.translation else ""


def entries_of(library: Library, lang: str) -> Iterator[Entry]:
    """Every entry of a language, in the order of the reference's pages."""
    for ref, reference in library.pages.items():
        if ref.lang == library.reference and is_translated(ref):
            yield from page_entries(library, reference, ref.into(lang))


def page_entries(library: Library, reference: Page, ref: PageRef) -> Iterator[Entry]:
    """The entries of one page."""
    page = library.pages.get(ref)
    if page is None:
        for segment in segments_of(reference):
            yield Entry(ref, segment, None)
        return
    origin = read_origin(library.root, ref).page
    stamped = stamp_of(page).sections
    kept = section_words(origin) if origin else {}
    known = {id for id, words in kept.items() if fingerprint(words) == stamped.get(id)}
    before = {segment.key: segment.text for segment in segments_of(origin)} if origin else {}
    own = {segment.key: segment for segment in segments_of(page)}
    states = section_states(page, reference)
    for segment in segments_of(reference):
        section = segment.section
        old = before.get(segment.key, "") if section in known else ""
        changed = section not in known or old != segment.text
        translation = own.get(segment.key)
        # Names people use are each language's own: a new English one makes none stale.
        stale = (
            translation is not None
            and segment.kind != ALIASES
            and states.get(section) is State.STALE
            and changed
        )
        previous = old if stale and old != segment.text else ""
        yield Entry(ref, segment, translation, stale, previous)
