"""Words of the same meaning beside what a query says, by the groups of a language's directory."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from playbook.search.readings import EXACT, LIKE, NEARLY, Reading, Word
from playbook.search.stored import WRITTEN, Key, Lexicon, StoredIndex
from playbook.search.synonyms import SameMeaning, read_synonyms


@lru_cache(maxsize=64)
def _groups(lexicon: Lexicon, view: int) -> dict[str, SameMeaning]:
    """Groups by their members as they look in a view."""
    spell = lexicon.spell(view)
    found: dict[str, SameMeaning] = {}
    for group in read_synonyms(lexicon.shown(lexicon.directory["synonyms"])):
        for member in group.members:
            found.setdefault(spell(member), group)
    return found


def same_meaning(lexicon: Lexicon, spelled: str, view: int) -> list[Key]:
    """Keys that mean the same as a key that looks like this."""
    group = _groups(lexicon, view).get(spelled)
    return [key for text in group.held if (key := lexicon.find(text))] if group else []


def add_synonyms(index: StoredIndex, word: Word) -> None:
    """Give a word readings by what its own readings mean."""
    found: list[Reading] = []
    for i, reading in enumerate(word.readings):
        lexicon = index.lexicon(reading.lang)
        group = _groups(lexicon, WRITTEN).get(reading.key.text)
        if group is None or reading.how == "prefix":
            continue
        if group.same:
            word.readings[i] = replace(reading, shared=True)
        quality = max(1, reading.quality * (LIKE if group.same else NEARLY) // EXACT)
        found += [
            Reading(reading.lang, key, quality, "like", shared=True)
            for key in same_meaning(lexicon, reading.key.text, WRITTEN)
            if key.text != reading.key.text
        ]
    word.add(found)
