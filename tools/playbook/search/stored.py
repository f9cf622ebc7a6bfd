"""Reading the files of an index: the lexicon a query is resolved in, and page tables.

Whoosh and the browser share these files: what a word of a query means is decided by the same
data in both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from playbook.errors import PlaybookError
from playbook.search import BOOTSTRAP
from playbook.search.coding import Reader
from playbook.search.packing import unpack_numbers
from playbook.search.postings import Pages, Place, PostingCodes
from playbook.search.rules import Rules, read_rules, unpack_rules
from playbook.search.scripts import FORMAT, HASH, read_script
from playbook.search.shown import exchange
from playbook.search.spelling import END, Spelling
from playbook.text.fold import bare
from playbook.text.romanise import romanisation, romanise, route, route_of, skeleton

# Spellings a word of a query is tried in: as written, without marks, romanised.
WRITTEN, BARE, ROMAN = 0, 1, 2


@dataclass(frozen=True)
class Key:
    """A key of the lexicon and its forms; `counts` says on how many pages each stands."""

    text: str
    forms: tuple[str, ...]
    counts: tuple[int, ...]
    first: int  # number of its first form in the shard
    shard: Postings = field(compare=False)

    def places(self) -> list[tuple[Place, ...]]:
        """The places of each form."""
        return self.shard.places[self.first : self.first + len(self.forms)]


@dataclass
class Postings:
    """Postings of a shard, unpacked when first asked for."""

    text: str
    codes: PostingCodes
    pages: Pages
    forms: list[tuple[int, bool]] = field(default_factory=list)  # pages it stands on; blocks?

    @cached_property
    def places(self) -> list[tuple[Place, ...]]:
        """The places of every form of the shard, in order."""
        reader = Reader(self.text)
        return [self.codes.places(reader, n, blocks, self.pages) for n, blocks in self.forms]


@dataclass
class Group:
    """The keys and redirects with one route, and how each looks in another spelling."""

    keys: list[Key] = field(default_factory=list)
    redirects: list[tuple[str, str]] = field(default_factory=list)
    views: dict[int, tuple[dict[str, list[Key]], ...]] = field(default_factory=dict)

    def seen_as(self, view: int, spell: Callable[[str], str]) -> tuple[dict[str, list[Key]], ...]:
        """(keys, forms) of the group by their spelling in a view."""
        if view not in self.views:
            keys: dict[str, list[Key]] = {}
            forms: dict[str, list[Key]] = {}
            for key in self.keys:
                keys.setdefault(spell(key.text), []).append(key)
                for form in key.forms:
                    entries = forms.setdefault(spell(form), [])
                    if key not in entries:
                        entries.append(key)
            self.views[view] = (keys, forms)
        return self.views[view]


class Lexicon:
    """The words of one language; shards are read when a word needs them."""

    def __init__(self, index: StoredIndex, code: str, directory: dict[str, Any]) -> None:
        self.code = code
        self.directory = directory
        self.routes: list[str] = directory["routes"]
        self.starts = list(accumulate(unpack_numbers(directory["starts"])))
        self.norms = unpack_numbers(directory["norms"])
        self.pages = sum(1 for norm in self.norms if norm)
        self._spelling = Spelling.read(directory["spelling"])
        self._codes = PostingCodes.read(directory["postings"])
        self._pages = Pages(
            [group for group, norm in enumerate(self.norms) if norm],
            unpack_numbers(directory["firsts"]),
            unpack_numbers(directory["ends"]),
        )
        self.romanised = romanisation(code) is not None
        self.stop_words = frozenset(self.shown(directory["stopWords"]).split())
        self._index = index
        self._shards: dict[int, dict[str, Group]] = {}
        self._rules: dict[int, Rules] = {}

    def spell(self, view: int) -> Callable[[str], str]:
        """How a word of the index looks in a view."""
        if view == BARE:
            return bare
        if view == ROMAN:
            return lambda word: skeleton(romanise(word, self.code), self.code)
        return str

    def route_of(self, spelled: str, view: int) -> str:
        """The route of a word as it looks in a view."""
        return route_of(spelled) if view == ROMAN else route(spelled, self.code)

    def rules(self, view: int) -> Rules:
        """The suffix rules for words in a view."""
        if view not in self._rules:
            plain = read_rules(unpack_rules(self.shown(self.directory["rules"])))
            self._rules[view] = plain if view == WRITTEN else plain.seen_as(self.spell(view))
        return self._rules[view]

    @cached_property
    def letters(self) -> str:
        """The letters of its words, the commonest first."""
        return self._spelling.letters

    def shown(self, text: str) -> str:
        """A text of its files as it reads, with its letters exchanged back."""
        return text.translate(self._exchanged)

    @cached_property
    def _exchanged(self) -> dict[int, int]:
        return exchange(self.letters) if self.romanised else {}

    def chance(self, before: str, letter: str) -> int:
        """How often a letter follows another, of 2 ** 12, by the codes of spelling."""
        number = self._spelling.number.get(letter, END)
        bits = self._spelling.code_after(before).bits.get(number)
        return 0 if number == END or bits is None else 1 << max(0, 12 - len(bits))

    def hash_of(self, kind: str, number: int) -> str:
        """The hash in the name of a numbered file."""
        at = number // self.directory["fileBlock"] * HASH
        digest: str = self.directory[kind][at : at + HASH]
        return digest

    def shard_number(self, name: str) -> int:
        """The shard that holds the group of a route."""
        low, high = 0, len(self.routes)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.routes[middle] <= name else (low, middle)
        return low

    def shard(self, number: int) -> dict[str, Group]:
        """The groups of a shard by route, in order."""
        if number not in self._shards:
            content = self._index.read(f"terms-{self.code}-{number}", self.hash_of("terms", number))
            self._shards[number] = self._groups(*content)
        return self._shards[number]

    def group(self, name: str) -> Group:
        """The group of a route, empty where there is none."""
        if not self.routes:
            return Group()
        return self.shard(self.shard_number(name)).get(name) or Group()

    def find(self, text: str) -> Key | None:
        """The key of this text."""
        for key in self.group(route(text, self.code)).keys:
            if key.text == text:
                return key
        return None

    def _groups(self, words: str, postings: str) -> dict[str, Group]:
        groups: dict[str, Group] = {}
        columns = Postings(postings, self._codes, self._pages)
        keys, redirects = self._spelling.read_run(words)
        for spelt in keys:
            first = len(columns.forms)
            columns.forms += [
                (count, form not in self.stop_words)
                for form, count in zip(spelt.forms, spelt.counts, strict=True)
            ]
            key = Key(spelt.key, tuple(spelt.forms), tuple(spelt.counts), first, columns)
            group = groups.setdefault(route(spelt.key, self.code), Group())
            group.keys.append(key)
            group.redirects += [(form, spelt.key) for form in spelt.others]
        for form, target in redirects:
            group = groups.setdefault(route(form, self.code), Group())
            group.redirects.append((form, target))
        for group in groups.values():
            group.redirects.sort()
        return groups


def _shown(row: list[Any], shown: Callable[[str], str]) -> list[Any]:
    """A page of a text file as it is shown."""
    *names, title = row[:5]
    return [
        *names,
        shown(title),
        *(
            [id, shown(heading), facet, block, shown(text)]
            for id, heading, facet, block, text in row[5:]
        ),
    ]


class StoredIndex:
    """An index in a directory, as `bundle` wrote it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._lexicons: dict[str, Lexicon] = {}
        self._tables: dict[str, Any] = {}
        manifests = sorted(directory.glob("manifest-*.js"))
        if not (directory / BOOTSTRAP).exists() or not manifests:
            raise PlaybookError(
                "no search index here",
                path=directory,
                way_out="Make one with `playbook index DOCS.jsonl --out DIR`.",
            )
        self.manifest = self._read_path(manifests[0], "manifest")

    @cached_property
    def languages(self) -> list[str]:
        """Codes of the languages in the index, the reference first."""
        return [entry["code"] for entry in self.manifest["languages"]]

    def lexicon(self, code: str) -> Lexicon:
        """The words of a language."""
        if code not in self._lexicons:
            digest = next(e["hash"] for e in self.manifest["languages"] if e["code"] == code)
            self._lexicons[code] = Lexicon(self, code, self.read(f"lang-{code}", digest))
        return self._lexicons[code]

    def page(self, code: str, group: int) -> list[Any] | None:
        """[group, id, group id, url, title, [section id, heading, facet, block, text]…]."""
        lexicon = self.lexicon(code)
        if not lexicon.norms[group]:
            return None
        number = bisect_right(lexicon.starts, group) - 1
        name = f"text-{code}-{number}"
        if name not in self._tables:
            content = self.read(name, lexicon.hash_of("text", number))
            self._tables[name] = [_shown(row, lexicon.shown) for row in content]
        rows: list[list[Any]] = self._tables[name]
        return next((row for row in rows if row[0] == group), None)

    def read(self, name: str, digest: str) -> Any:
        """The content of a file."""
        return self._read_path(self.directory / f"{name}-{digest}.js", name)

    def _read_path(self, path: Path, name: str) -> Any:
        try:
            number, found, content = read_script(path.read_bytes())
        except (OSError, ValueError):
            raise PlaybookError(
                "a file of the search index is missing or cut off",
                path=path,
                way_out="Make the index again with `playbook index`.",
            ) from None
        if number != FORMAT or found != name:
            raise PlaybookError(
                f"the search index has format {number}, this program reads {FORMAT}",
                path=path,
                way_out="Make the index again with `playbook index`.",
            )
        return content
