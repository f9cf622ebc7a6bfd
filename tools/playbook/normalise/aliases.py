"""What a knowledge base calls its archetypes, as cues for new articles."""

from __future__ import annotations

from playbook.model import Kind, Library
from playbook.normalise.cues import Alias, cue_book
from playbook.normalise.words import texts_of


def aliases_of(library: Library) -> tuple[Alias, ...]:
    """The `aliases` of every playbook, with language and archetype, sorted."""
    found = {
        Alias(page.ref.lang, page.ref.id, alias)
        for language in library.languages
        for page in library.of_kind(language, Kind.PLAYBOOK)
        for alias in page.aliases
        if _tells(alias, page.ref.lang)
    }
    return tuple(sorted(found))


def _tells(alias: str, language: str) -> bool:
    """More than the word for client, which names no type."""
    hits = cue_book(language).find_in(alias)
    clients = {i for h in hits if h.name == "client" for i in range(h.first, h.last)}
    return len(texts_of(alias)) > len(clients)
