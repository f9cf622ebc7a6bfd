"""A knowledge base with the look-ups that rules share, each made once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from playbook.check.prose import Prose, prose_lines
from playbook.check.style import Style, style_of
from playbook.library.hashes import section_words
from playbook.model import (
    Archetype,
    Item,
    Kind,
    Library,
    Page,
    PageRef,
    Place,
    Problem,
    Source,
)
from playbook.translate import State, section_states
from playbook.tree import Tree, TreeFault, load_trees, prove

_MOST_COMPARED = 100
_LEAST_WORDS = 4
"""Shorter items may be names that are the same everywhere."""
_ATTRIBUTE_CODES = ("attributes", "cite-form", "wait-form")


class Survey:
    """What rules look at.  Everything is computed when first asked for."""

    def __init__(self, library: Library, shown: Path | None = None) -> None:
        self.library = library
        self.shown = library.root if shown is None else shown
        self._anchors: dict[PageRef, Mapping[str, Place]] = {}
        self._prose: dict[PageRef, Sequence[Prose]] = {}
        self._compared = 0
        self._ids: dict[Kind, tuple[str, ...]] = {}
        self._states: dict[PageRef, Mapping[str, State]] = {}

    def path(self, inside: str) -> str:
        """A path below the content folder as messages show it."""
        return (self.shown / inside).as_posix()

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(self.library.pages.values())

    @cached_property
    def playbooks(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.ref.kind is Kind.PLAYBOOK)

    @cached_property
    def playbook_paths(self) -> frozenset[str]:
        return frozenset(page.path for page in self.playbooks)

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def archetypes(self) -> Mapping[str, Archetype]:
        return {archetype.id: archetype for archetype in self.library.registry.archetypes}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.library.registry.sources}

    @cached_property
    def problems(self) -> tuple[tuple[str, Problem], ...]:
        """Everything the reader could not make sense of, with its path."""
        own = [(page.path, problem) for page in self.pages for problem in page.problems]
        return (*self.library.unreadable, *self.library.registry.problems, *own)

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """Paths of files that are there but hold no text."""
        return frozenset(path for path, _ in self.library.unreadable)

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        return load_trees(self.library)

    @cached_property
    def tree_faults(self) -> tuple[TreeFault, ...]:
        return prove(self.library, self.trees)

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Ids of the pages of a kind, over all languages."""
        found = self._ids.get(kind)
        if found is None:
            found = self._ids[kind] = self.library.groups(kind)
        return found

    def nearest(self, word: str, known: Sequence[str]) -> str:
        """The known word most like `word`, "" for none.

        Only for the first hundred: comparing every mistake with every page would grow with
        the square of the knowledge base.
        """
        self._compared += 1
        if self._compared > _MOST_COMPARED:
            return ""
        return next(iter(difflib.get_close_matches(word, known, n=1)), "")

    def registry_broken(self, name: str) -> bool:
        """Whether a registry could not be read, so that what it lists is unknown."""
        codes = {"missing-file", "unreadable", "empty-file", "encoding", "front-matter"}
        path = self.path(name)
        return any(p == path and q.code in codes for p, q in self.library.registry.problems)

    def front_broken(self, page: Page) -> bool:
        """Whether the front matter could not be read: its keys are unknown then."""
        return any(problem.code == "front-matter" for problem in page.problems)

    def is_unread(self, ref: PageRef) -> bool:
        """Whether the page that a reader of `ref` gets is there, but could not be read."""
        for shown in (ref, ref.into(self.library.reference)):
            page = self.library.pages.get(shown)
            if page is not None:
                return self.front_broken(page) and not page.sections
            if self.path(shown.path) in self.unreadable:
                return True
        return False

    def attributes_broken(self, page: Page) -> frozenset[int]:
        """Lines whose attribute block could not be read: what it says is unknown."""
        lines = (p.place.line for p in page.problems if p.code in _ATTRIBUTE_CODES)
        return frozenset(lines)

    def reference_of(self, page: Page) -> Page | None:
        """The page this one translates; None for the reference itself, and where the
        reference has to be mended before anything can be compared with it."""
        if page.ref.lang == self.library.reference:
            return None
        reference = self.library.pages.get(page.ref.into(self.library.reference))
        return None if reference is None or self.front_broken(reference) else reference

    def anchors(self, page: Page) -> Mapping[str, Place]:
        """Every id that a link to the page may name."""
        found = self._anchors.get(page.ref)
        if found is None:
            messages = [(m.id, m.place) for s in page.sections for m in s.messages if m.id]
            found = self._anchors[page.ref] = {**dict(messages), **page.anchors()}
        return found

    def prose(self, page: Page) -> Sequence[Prose]:
        """The page's lines with everything blanked out that is not read as text."""
        found = self._prose.get(page.ref)
        if found is None:
            found = self._prose[page.ref] = tuple(prose_lines(page))
        return found

    def states(self, page: Page) -> Mapping[str, State]:
        """Section → state of a translation; empty for the reference."""
        found = self._states.get(page.ref)
        if found is None:
            reference = self.reference_of(page)
            found = section_states(page, reference) if reference else {}
            self._states[page.ref] = found
        return found

    def copied(self, page: Page) -> Sequence[Item]:
        """Items of a translation with the very words of the reference; none for the reference."""
        reference = self.reference_of(page)
        if reference is None:
            return ()
        theirs = {i.text for i in reference.items() if len(i.text.split()) >= _LEAST_WORDS}
        return [item for item in page.items() if item.text in theirs]

    def is_untouched(self, page: Page) -> bool:
        """Whether a translation was started and not a word of it written yet."""
        reference = self.reference_of(page)
        return reference is not None and section_words(page) == section_words(reference)

    def style(self, page: Page) -> Style:
        """What the language of the page asks of its text."""
        return style_of(page.ref.lang)
