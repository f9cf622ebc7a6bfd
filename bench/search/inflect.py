"""Other forms of a word, from sources the product does not use (it uses simplemma and Snowball).

Each language's source is named at its class. A source that is not installed raises
`SourceMissing`, and the benchmark leaves that class of queries out and says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

PROJECT = Path(__file__).resolve().parents[2]


class SourceMissing(RuntimeError):
    """A dictionary or library of test forms is not installed; the message says which."""


class Inflector(Protocol):
    """Gives the other forms of the word a form belongs to."""

    def forms(self, word: str) -> list[str]: ...


class English:
    """lemminflect: the NIH SPECIALIST lexicon, independent of Wiktionary."""

    # Comparatives and the like are other words to a searcher; nouns and verbs are tested.
    PARTS = ("NOUN", "VERB")

    def __init__(self) -> None:
        try:
            import lemminflect
        except ImportError as error:
            raise SourceMissing("lemminflect (pip install lemminflect)") from error
        self._library: Any = lemminflect

    def forms(self, word: str) -> list[str]:
        found: set[str] = set()
        for part, lemmas in self._library.getAllLemmas(word).items():
            if part not in self.PARTS:
                continue
            for lemma in lemmas:
                inflections = self._library.getAllInflections(lemma, upos=part)
                every = {form for forms in inflections.values() for form in forms}
                # A lemma whose own forms do not hold the word is the library's guess.
                if word in every:
                    found |= every
        return sorted(form for form in found - {word} if form.isalpha())


class Finnish:
    """Case and number forms proposed by rule and let through only if Voikko reads them as such.

    The proposals over-generate on purpose (every stem change, every ending); libvoikko with its
    Finnish dictionary decides which of them are forms of the word.
    """

    ENDINGS = (
        "", "n", "t", "a", "ä", "ta", "tä", "tta", "ttä", "ssa", "ssä", "sta", "stä", "an", "än",
        "en", "in", "on", "un", "yn", "ön", "seen", "lla", "llä", "lta", "ltä", "lle", "na", "nä",
        "ksi", "iden", "ien", "jen", "ja", "jä", "ita", "itä", "ia", "iä", "issa", "issä", "ista",
        "istä", "iin", "ihin", "illa", "illä", "ilta", "iltä", "ille", "ina", "inä", "iksi",
        "oissa", "öissä", "oista", "öistä", "oihin", "öihin", "oilla", "öillä", "oille", "öille",
        "oja", "öjä", "ojen", "öjen", "oita", "öitä", "oiden", "öiden",
    )  # fmt: skip
    # Consonant gradation, both ways (Iso suomen kielioppi, § 41), and the commonest stem changes.
    CHANGES = (
        ("kk", "k"), ("pp", "p"), ("tt", "t"), ("k", ""), ("p", "v"), ("t", "d"), ("nk", "ng"),
        ("mp", "mm"), ("nt", "nn"), ("lt", "ll"), ("rt", "rr"),
    )  # fmt: skip
    TAILS = (
        ("nen", "se"), ("nen", "s"), ("s", "kse"), ("s", "ks"), ("s", "de"), ("us", "ude"),
        ("us", "ute"), ("us", "ut"), ("ys", "yde"), ("ys", "yte"), ("ys", "yt"), ("i", "e"),
        ("i", ""), ("a", ""), ("ä", ""), ("a", "o"), ("ä", "ö"), ("e", "ee"), ("as", "aa"),
        ("äs", "ää"), ("is", "ii"), ("in", "ime"), ("ton", "ttoma"), ("tön", "ttömä"), ("si", "de"),
        ("si", "te"), ("e", ""), ("es", "ee"), ("ut", "ee"), ("yt", "ee"), ("uus", "uude"),
        ("el", "ele"), ("ar", "are"), ("en", "ene"), ("", "i"),
    )  # fmt: skip

    def __init__(self) -> None:
        try:
            import libvoikko

            self._voikko: Any = libvoikko.Voikko("fi")
        except (ImportError, OSError) as error:
            raise SourceMissing("libvoikko with voikko-fi") from error
        except Exception as error:  # libvoikko raises its own class when the dictionary is absent
            raise SourceMissing(f"libvoikko: {error}") from error
        self._readings: Callable[[str], frozenset[tuple[str, str]]] = cache(self._read)

    def _read(self, word: str) -> frozenset[tuple[str, str]]:
        found = set()
        for reading in self._voikko.analyze(word):
            kind = reading.get("CLASS", "")
            if kind in ("nimisana", "laatusana", "nimisana_laatusana"):
                found.add((reading["BASEFORM"], kind))
        return frozenset(found)

    def forms(self, word: str) -> list[str]:
        readings = self._readings(word)
        if len({base for base, _ in readings}) != 1:
            return []
        base = next(iter(readings))[0]
        accepted = {
            form
            for stem in self._stems(base)
            for ending in self.ENDINGS
            if (form := stem + ending) != word and base in {b for b, _ in self._readings(form)}
        }
        return sorted(accepted)

    def _stems(self, base: str) -> set[str]:
        stems = {base}
        stems |= {
            base[: len(base) - len(old)] + new for old, new in self.TAILS if base.endswith(old)
        }
        graded = set()
        for stem in stems:
            tail = max(0, len(stem) - 6)
            for strong, weak in self.CHANGES:
                for old, new in ((strong, weak), (weak, strong)):
                    at = stem.rfind(old, tail) if old else -1
                    if at > 0:
                        graded.add(stem[:at] + new + stem[at + len(old) :])
            # A lost k comes back between vowels: joki, joen.
            graded |= {
                stem[:at] + "k" + stem[at:]
                for at in range(max(1, tail), len(stem))
                if stem[at] in "aeiouyäö"
            }
        return stems | graded


class Hindi:
    """Direct, oblique and plural forms by paradigm, kept when the language is seen to use them.

    Paradigms: Kachru, Hindi (2006), 4.1 and 4.2. "Seen" is Debian's hunspell-hi word list or the
    corpus itself, so that no form is made up.
    """

    LISTS = (Path("/usr/share/hunspell/hi_IN.dic"),)
    # Endings that take each other's place within one paradigm.
    PARADIGMS = (
        ("ा", "े", "ों"),  # marked masculine: लड़का लड़के लड़कों
        ("ी", "ियाँ", "ियां", "ियों"),  # marked feminine: लड़की
        ("ा", "े", "ी"),  # adjectives and participles: बड़ा बड़े बड़ी
        ("ना", "ने", "ता", "ते", "ती", "कर"),  # verbs
        ("", "ों", "ें"),  # unmarked nouns: घर घरों, किताब किताबें
    )

    def __init__(self, seen: Iterable[str]) -> None:
        listed: set[str] = set()
        for path in self.LISTS:
            if path.is_file():
                lines = path.read_text(encoding="utf-8").splitlines()[1:]
                listed |= {line.split("/")[0].strip() for line in lines}
        if not listed:
            raise SourceMissing("hunspell-hi (word list)")
        self._seen = listed | set(seen)

    def forms(self, word: str) -> list[str]:
        found: set[str] = set()
        for paradigm in self.PARADIGMS:
            for old in paradigm:
                stem = word.removesuffix(old) if old else word
                if not word.endswith(old) or len(stem) < 2:
                    continue
                if old == "" and stem[-1] in "ािीुूृेैोौं्ँ":
                    continue
                found |= {stem + new for new in paradigm}
        return sorted(form for form in found - {word} if form in self._seen)


class Georgian:
    """Noun and adjective paradigms of npm's dictionary-ka (hunspell affixes, MIT licence)."""

    FOLDERS = (PROJECT / "node_modules" / "dictionary-ka",)
    # Flags of its affix file that inflect nouns: cases and postpositions, plural, syncope.
    FLAGS = ("NN", "NS", "NP")

    def __init__(self) -> None:
        folder = next((path for path in self.FOLDERS if (path / "index.aff").is_file()), None)
        if folder is None:
            raise SourceMissing("dictionary-ka (npm install)")
        self._rules = self._read_rules(folder / "index.aff")
        self._paradigms: dict[str, set[str]] = defaultdict(set)
        self._bases: dict[str, set[str]] = defaultdict(set)
        for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
            self._expand(line.strip())

    def _read_rules(self, path: Path) -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
        rules: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = line.split("#")[0].split()
            if len(parts) == 5 and parts[0] == "SFX" and parts[1] in self.FLAGS:
                strip, add, condition = ("" if part == "0" else part for part in parts[2:5])
                rules[parts[1]].append((strip, add.split("/")[0], re.compile(condition + "$")))
        return rules

    def _expand(self, entry: str) -> None:
        stem, _, flags = entry.partition("/")
        pairs = [flags[at : at + 2] for at in range(0, len(flags), 2)]
        used = [flag for flag in pairs if flag in self.FLAGS]
        forms = {
            stem[: len(stem) - len(strip)] + add
            for flag in used
            for strip, add, condition in self._rules[flag]
            if condition.search(stem)
        }
        if "&v" not in pairs:
            forms.add(stem)
        # A syncopated stem (მეგობრ-) stands as an entry of its own; its full forms, if any, are
        # another entry's, so each entry is a paradigm by itself.
        if used:
            self._paradigms[stem] |= forms
            for form in forms:
                self._bases[form].add(stem)

    def forms(self, word: str) -> list[str]:
        bases = self._bases.get(word, set())
        if not bases:
            return []
        return sorted(set().union(*(self._paradigms[base] for base in bases)) - {word})
