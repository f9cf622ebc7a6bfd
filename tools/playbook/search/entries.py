"""What a language's lexicon holds: keys with their forms, and redirects to them.

Entry     route "oso", key "osoit": osoite, osoitteen; only in the dictionary: osoitetta
Redirect  route "tis": tein → tehd, whose own route is "tih"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from playbook.search.keys import keys_of, routes_of
from playbook.search.rules import irregular_forms

# A key's irregular forms are all kept where they are no more than FEW, as of `fly`; of more, MOST.
# ENDING letters make an ending.
FEW, MOST, ENDING = 4, 2, 3


@dataclass(frozen=True)
class Run:
    """What goes into one shard."""

    first: str
    keys: list[Entry]
    redirects: list[Redirect]


class Entry(NamedTuple):
    """A key of the lexicon and its forms."""

    route: str
    key: str
    forms: tuple[str, ...]
    others: tuple[str, ...]  # forms only the dictionary has, with the key's own route


class Redirect(NamedTuple):
    """A form whose key stands in another group."""

    route: str
    form: str
    key: str


def _likely(irregular: Mapping[str, str], corpus: Iterable[str]) -> dict[str, str]:
    """Of a key's many irregular forms those that end as most words of the corpus do.

    A paradigm may have dozens, most of which nobody types.
    """
    times = Counter(form[-ENDING:] for form in corpus)
    forms_of: dict[str, list[str]] = {}
    for form, key in irregular.items():
        forms_of.setdefault(key, []).append(form)
    return {
        form: key
        for key, forms in forms_of.items()
        for form in sorted(forms, key=lambda f: (-times[f[-ENDING:]], f))[
            : FEW if len(forms) <= FEW else MOST
        ]
    }


def entries(forms: Sequence[str], lang: str) -> tuple[list[Entry], list[Redirect]]:
    """The keys and redirects of a language, by route; forms are given ascending, each once."""
    key_of = keys_of(forms, lang)
    forms_of: dict[str, list[str]] = {}
    for form in forms:
        forms_of.setdefault(key_of[form], []).append(form)
    held = set(forms)
    known = irregular_forms(lang).items()
    irregular = _likely({f: k for f, k in known if k in forms_of and f not in held}, forms)
    routes = routes_of([*forms, *forms_of, *irregular], lang)
    others: dict[str, list[str]] = {}
    redirects = []
    for key, own in forms_of.items():
        at = routes[key]
        redirects += [Redirect(routes[form], form, key) for form in own if routes[form] != at]
    for form, key in irregular.items():
        if routes[form] == routes[key]:
            others.setdefault(key, []).append(form)
        else:
            redirects.append(Redirect(routes[form], form, key))
    keys = [
        Entry(routes[key], key, tuple(own), tuple(sorted(others.get(key, ()))))
        for key, own in forms_of.items()
    ]
    return sorted(keys), sorted(redirects)
