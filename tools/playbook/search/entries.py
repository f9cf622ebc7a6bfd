"""What a language's lexicon holds: keys with their forms, and redirects to them.

Entry     route "oso", key "osoit": osoite, osoitteen; only in the dictionary: osoitetta
Redirect  route "tis": tein → tehd, whose own route is "tih"
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.search.keys import keys_of
from playbook.search.rules import irregular_forms
from playbook.text.romanise import ROUTE_LENGTH, romanisation, romanise, route, skeleton


@dataclass(frozen=True)
class Run:
    """What goes into one shard."""

    first: str
    keys: list[Entry]
    redirects: list[Redirect]


@dataclass(frozen=True)
class Entry:
    """A key of the lexicon and its forms."""

    route: str
    key: str
    forms: tuple[str, ...]
    others: tuple[str, ...]  # forms only the dictionary has, with the key's own route


@dataclass(frozen=True)
class Redirect:
    """A form whose key stands in another group."""

    route: str
    form: str
    key: str


def entries(forms: Iterable[str], lang: str) -> tuple[list[Entry], list[Redirect]]:
    """The keys and redirects of a language, by route."""
    key_of = keys_of(forms, lang)
    forms_of: dict[str, list[str]] = {}
    for form in sorted(key_of):
        forms_of.setdefault(key_of[form], []).append(form)
    others: dict[str, list[str]] = {}
    redirects = []
    routes = {key: route(key, lang) for key in forms_of}
    same = _SameRoute(lang)
    for form, key in key_of.items():
        if not same[form, key] and (name := route(form, lang)) != routes[key]:
            redirects.append(Redirect(name, form, key))
    for form, key in irregular_forms(lang).items():
        if key in forms_of and form not in key_of:
            if same[form, key] or (name := route(form, lang)) == routes[key]:
                others.setdefault(key, []).append(form)
            else:
                redirects.append(Redirect(name, form, key))
    keys = [
        Entry(routes[key], key, tuple(own), tuple(sorted(others.get(key, ()))))
        for key, own in forms_of.items()
    ]
    return (
        sorted(keys, key=lambda e: (e.route, e.key)),
        sorted(redirects, key=lambda r: (r.route, r.form, r.key)),
    )


class _SameRoute:
    """Whether two words have one route, by their beginnings: True where that is certain."""

    def __init__(self, lang: str) -> None:
        self._length = ROUTE_LENGTH + 1 if romanisation(lang) is None else 2 * ROUTE_LENGTH
        self._lang = lang
        self._certain: dict[str, bool] = {}

    def __getitem__(self, words: tuple[str, str]) -> bool:
        beginning = words[0][: self._length]
        if beginning != words[1][: self._length]:
            return False
        if beginning not in self._certain:
            # What follows may change how the last letter is written, and what that and the two
            # Latin letters before it become.
            latin = romanise(beginning[:-1], self._lang)
            kept = latin[:-2] if romanisation(self._lang) else latin
            self._certain[beginning] = len(skeleton(kept, self._lang)) >= ROUTE_LENGTH
        return self._certain[beginning]
