"""The synonyms an index needs: groups of keys of which it holds at least one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.search.keys import keys_of
from playbook.text.synonyms import synonyms

# Between keys, between those the index holds and the others, between groups; before a group of
# keys that are one and the same.
KEY, HELD, GROUP, SAME = " ", ";", "|", "="


def synonym_keys(lang: str, forms: Sequence[str]) -> str:
    """Groups of keys that mean the same, where the index of these forms holds one of them."""
    groups = synonyms(lang)
    if not groups:
        return ""
    key_of = keys_of([*forms, *{word for group in groups for word in group.words}], lang)
    held = {key_of[form] for form in forms}
    kept = []
    for group in groups:
        keys = list(dict.fromkeys(key_of[word] for word in group.words))
        if len(keys) > 1 and not held.isdisjoint(keys):
            others = KEY.join(key for key in keys if key not in held)
            ours = KEY.join(key for key in keys if key in held)
            kept.append(f"{SAME if group.same else ''}{ours}{HELD}{others}")
    return GROUP.join(kept)


@dataclass(frozen=True)
class SameMeaning:
    """A group of keys: those the index holds and all; `same` where they are one and the same."""

    held: tuple[str, ...]
    members: tuple[str, ...]
    same: bool


def read_synonyms(packed: str) -> list[SameMeaning]:
    """The groups that `synonym_keys` packed."""
    found = []
    for group in packed.split(GROUP) if packed else ():
        held, _, others = group.removeprefix(SAME).partition(HELD)
        keys = tuple(held.split(KEY))
        members = keys + tuple(others.split(KEY) if others else ())
        found.append(SameMeaning(keys, members, group.startswith(SAME)))
    return found
