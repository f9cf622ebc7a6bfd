"""Write a PO file back into the pages: only what was translated, and never half of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playbook.errors import PlaybookError
from playbook.library.hashes import fingerprint
from playbook.library.reader import read_page
from playbook.model import Library, Page, PageRef
from playbook.translate.entries import Entry, entries_of
from playbook.translate.mark import mark_sections
from playbook.translate.po_checks import faults_of
from playbook.translate.po_reading import PoEntry
from playbook.translate.rebuild import new_page, with_texts
from playbook.translate.staleness import State, section_states
from playbook.translate.start import refuse_language


@dataclass(frozen=True, slots=True)
class Conflict:
    """A translation that was not taken, and why; it stays in the PO file."""

    line: int
    """Of the PO file."""
    context: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Files to write, and what happened to the entries."""

    files: Mapping[str, str]
    """Path below the content folder → new text."""
    taken: tuple[str, ...] = ()
    """Contexts of the translations that were written."""
    stamped: tuple[str, ...] = ()
    """`fi/playbooks/late.md signs`: sections that are up to date now."""
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[str, ...] = ()
    """Pages that do not exist yet and are not translated to the end."""


def import_catalog(library: Library, lang: str, po: Iterable[PoEntry]) -> Imported:
    """What the pages of `lang` say once a PO file is written back.

    Raises PlaybookError when the file is in the language of the reference, in one that pages
    cannot be in, or was exported from pages of another language.
    """
    if lang == library.reference:
        raise PlaybookError(
            f"the file is in {lang}, which others are translated from",
            way_out="Set the right language in its header, `Language: fi`.",
        )
    refuse_language(library, lang)
    messages = tuple(po)
    if lang not in library.languages and any(message.base for message in messages):
        raise PlaybookError(
            f"the file was made from pages that are there, but there are none in {lang}",
            way_out="Set the right language in its header, `Language: fi`.",
        )
    fresh = {entry.context: entry for entry in entries_of(library, lang)}
    conflicts: list[Conflict] = []
    done: dict[str, PoEntry] = {}
    texts: dict[PageRef, dict[str, str]] = defaultdict(dict)
    for message in messages:
        entry = fresh.get(message.context)
        verdict = _verdict(message, entry)
        if verdict:
            conflicts.append(Conflict(message.line, message.context, verdict))
        elif entry is not None and message.text and not message.fuzzy:
            done[message.context] = message
            if message.text != entry.text:
                texts[entry.ref][entry.original.key] = message.text
    return _Pages(library, fresh, done, conflicts).result(texts)


def _verdict(message: PoEntry, entry: Entry | None) -> str:
    """Why a message cannot be taken; "" where it can, or has nothing new."""
    if entry is None:
        return "this place is no longer in the reference" if message.text else ""
    changed = bool(message.text) and message.text != entry.text
    if not changed and not (entry.stale and not message.fuzzy):
        return ""
    if message.original != entry.original.text:
        return "the reference changed since the file was exported: export it anew and merge"
    if not changed or message.fuzzy:
        return ""
    if entry.text and message.base != fingerprint(entry.text):
        return "the page was edited since the file was exported; it says: " + entry.text
    return faults_of(entry.original, message.text)


class _Pages:
    """Puts the texts of an import into the pages."""

    def __init__(
        self,
        library: Library,
        fresh: Mapping[str, Entry],
        done: Mapping[str, PoEntry],
        conflicts: list[Conflict],
    ) -> None:
        self.library = library
        self.fresh = fresh
        self.done = done
        self.conflicts = conflicts
        self.files: dict[str, str] = {}
        self.taken: list[str] = []
        self.stamped: list[str] = []
        self.waiting: list[str] = []
        self.by_page: dict[PageRef, list[Entry]] = defaultdict(list)
        for entry in fresh.values():
            self.by_page[entry.ref].append(entry)

    def result(self, texts: Mapping[PageRef, Mapping[str, str]]) -> Imported:
        for ref, entries in self.by_page.items():
            page = self._page(ref, entries, texts.get(ref, {}))
            if page is not None:
                self._stamp(page, entries)
        return Imported(
            self.files,
            tuple(self.taken),
            tuple(self.stamped),
            tuple(self.conflicts),
            tuple(self.waiting),
        )

    def _page(self, ref: PageRef, entries: list[Entry], texts: Mapping[str, str]) -> Page | None:
        """The page with its new texts; None where there is none yet."""
        page = self.library.pages.get(ref)
        if not texts:
            return page
        reference = self.library.pages[ref.into(self.library.reference)]
        if page is None:
            wanted = [e for e in entries if e.original.kind != "aliases"]
            left = sum(entry.original.key not in texts for entry in wanted)
            if left:
                self.waiting.append(f"{ref.path}: {left} of {len(wanted)} not translated yet")
                return None
            source = new_page(reference, texts)
            taken = tuple(texts)
        else:
            source, taken = with_texts(page, reference, texts)
        after = read_page(source, ref, ref.path)
        self.taken += [f"{ref.group}#{key}" for key in taken]
        if page is None or source != page.source:
            self.files[ref.path] = source
        return after

    def _stamp(self, page: Page, entries: list[Entry]) -> None:
        """Stamp stale sections in which everything is translated and something was confirmed."""
        reference = self.library.pages[page.ref.into(self.library.reference)]
        finished = [
            id
            for id, state in section_states(page, reference).items()
            if state is State.STALE and self._is_finished(id, page, entries)
        ]
        if finished:
            marked = mark_sections(self.library, page, reference, finished, unchanged=True)
            self.files.update(marked.files)
            self.stamped += [f"{page.ref.path} {id}" for id in marked.stamped]

    def _is_finished(self, section: str, page: Page, entries: list[Entry]) -> bool:
        here = [e for e in entries if e.original.section == section]
        wanted = [e for e in here if e.original.kind != "aliases"]
        if any(entry.context not in self.done for entry in wanted):
            return False
        taken = set(self.taken)
        return any(entry.stale or entry.context in taken for entry in wanted)
