"""What is particular to a language: `data/languages/<code>.toml`, read when first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from playbook.text.fold import DATA

LANGUAGES = DATA / "languages"


@dataclass(frozen=True)
class Language:
    """One language's data; every field but `code` and `script` may be empty."""

    code: str
    script: str
    dictionary: str = ""  # simplemma's code
    dictionary_folds: bool = False  # its spellings differ from folded ones: compare folded
    clitics: tuple[tuple[str, str], ...] = ()  # endings outside inflection, and what they hide
    snowball: str = ""  # Snowball's name of the language
    whole_lemmas: bool = False  # a lemma is a key as it is: Snowball would run lemmas together
    infinitive: str = ""  # all that is cut from a verb's dictionary form: Snowball takes too much
    short_keys: bool = False  # a long word may share two letters with its key, no more
    compounds: int = 0  # letters the known end of an unknown compound has at least; 0: none
    # ends of a stem whose form the dictionary lacks, and of another form of the word
    siblings: tuple[tuple[str, str], ...] = ()
    # ends of comparatives and adverbs, and of a form of the word they are made from
    derived: tuple[tuple[str, str], ...] = ()
    # form → lemma, before the dictionary
    irregular: Mapping[str, str] = field(default_factory=dict)
    layers: tuple[tuple[str, ...], ...] = ()  # endings, one of each layer is cut, outermost first
    keep: int = 3  # letters that remain at least when an ending is cut
    rule_layers: tuple[tuple[str, ...], ...] = ()  # the same for suffix rules, where they differ
    stop_words: frozenset[str] = frozenset()
    marks: str = ""  # letters that speak for this language among those of its script
    endings: tuple[str, ...] = ()  # endings that speak for it


@lru_cache(maxsize=1)
def language_codes() -> tuple[str, ...]:
    """Codes of the languages there is data for, sorted."""
    return tuple(sorted(path.stem for path in LANGUAGES.glob("*.toml")))


@cache
def language(code: str) -> Language:
    """The data of one language; of a language unknown to us an empty one in Latin script."""
    path = LANGUAGES / f"{code}.toml"
    if code not in language_codes():
        return Language(code, "Latn")
    data = tomllib.loads(path.read_text("utf-8"))
    return Language(
        code=code,
        script=data["script"],
        dictionary=data.get("dictionary", ""),
        dictionary_folds=data.get("dictionary_folds", False),
        clitics=_pairs(data.get("clitics", "")),
        snowball=data.get("snowball", ""),
        whole_lemmas=data.get("whole_lemmas", False),
        infinitive=data.get("infinitive", ""),
        short_keys=data.get("short_keys", False),
        compounds=data.get("compounds", 0),
        siblings=_pairs(data.get("siblings", "")),
        derived=_pairs(data.get("derived", "")),
        irregular={
            form: entry.partition(">")[0]
            for entry in data.get("irregular", "").split()
            for form in entry.partition(">")[2].split(",")
        },
        layers=_layers(data.get("layers", [])),
        rule_layers=_layers(data.get("rule_layers", data.get("layers", []))),
        keep=data.get("keep", 3),
        stop_words=frozenset(data.get("stop_words", "").split()),
        marks=data.get("marks", ""),
        endings=tuple(data.get("endings", "").split()),
    )


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """`old>new` each; `new` may be missing."""
    return tuple((old, new) for old, _, new in (pair.partition(">") for pair in text.split()))


def _layers(layers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Endings by layer, the longest first."""
    return tuple(tuple(sorted(layer.split(), key=lambda e: (-len(e), e))) for layer in layers)
