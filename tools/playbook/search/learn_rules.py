"""Learn a language's suffix rules from its dictionary; writes `data/suffixes/<code>.json`.

Run `python -m playbook.search.learn_rules CODE TAILS EVERY LONGEST`: how many tails, from every
how manyth lemma; irregular forms up to how many letters.

The endings of a language stand in its data, in layers.  What remains of an inflected word when
they are cut differs from its key (of its lemma) in a tail: `taude` (from `taudeille`) → `tauti`
makes `de>ti`.  Tails are counted over the dictionary, then ordered by how often one that applies
leads to the right key.  Whoever applies them takes a key only where the index holds it, so a
tail may be rash.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any

from playbook.search.rules import SUFFIXES, read_rules, stems
from playbook.text.fold import fold_word
from playbook.text.language import language
from playbook.text.lemma import dictionary, underived
from playbook.text.romanise import route
from playbook.text.stem import stem_lemma

Tail = tuple[str, str]
Pair = tuple[str, str]

# A common beginning shorter than this says nothing about the ending; nor does a longer tail.
_SHARED, _LONGEST_TAIL = 2, 7
_SHORTEST = 3

# How often a tail must have applied before its share of right keys is believed.
_DOUBT = 20

# Forms that the order of tails is judged on.
_JUDGED = 30_000


def tail_of(stem: str, key: str) -> Tail | None:
    """What differs between stem and key after their common beginning."""
    shared = 0
    while shared < min(len(stem), len(key)) and stem[shared] == key[shared]:
        shared += 1
    tail = stem[shared:], key[shared:]
    return tail if shared >= _SHARED and max(map(len, tail)) <= _LONGEST_TAIL else None


def learn(pairs: Iterable[Pair], layers: Sequence[Sequence[str]]) -> Counter[Tail]:
    """How often each tail, the shortest possible, turns a form of `pairs` into its key."""
    counts: Counter[Tail] = Counter()
    for form, key in pairs:
        tails = [tail for stem in stems(form, layers) if (tail := tail_of(stem, key))]
        if tails:
            counts[min(tails, key=lambda tail: len(tail[0]) + len(tail[1]))] += 1
    return counts


def order(
    tails: Iterable[Tail], pairs: Sequence[Pair], layers: Sequence[Sequence[str]]
) -> list[Tail]:
    """The tails that lead to a right key, the surest first."""
    replacements: dict[str, list[str]] = {}
    for old, new in tails:
        replacements.setdefault(old, []).append(new)
    right: Counter[Tail] = Counter()
    applied: Counter[Tail] = Counter()
    for form, key in pairs[:: max(1, len(pairs) // _JUDGED)]:
        for stem in stems(form, layers):
            for length in range(min(_LONGEST_TAIL, len(stem) - 1) + 1):
                old = stem[len(stem) - length :]
                for new in replacements.get(old, ()):
                    applied[old, new] += 1
                    right[old, new] += stem[: len(stem) - length] + new == key
    useful = [tail for tail in applied if right[tail]]
    return sorted(useful, key=lambda t: (-(right[t] + 1) / (applied[t] + _DOUBT), t))


def dictionary_pairs(lang: str, every: int = 1, longest: int = 1000) -> Iterable[Pair]:
    """(form, key) of the dictionary, of every nth lemma, of forms up to `longest` letters."""
    entries = dict(dictionary(lang).items())
    for form, base in entries.items():
        if len(form) > longest or (every > 1 and zlib.crc32(base.encode()) % every):
            continue
        form = fold_word(form)
        if any(
            form.endswith(ending) and form[: len(form) - len(ending)] + hidden in entries
            for ending, hidden in language(lang).clitics
            if len(ending) > 1
        ):
            continue  # the form without its particle teaches the rule
        if len(form) >= _SHORTEST and " " not in form and "-" not in form:
            yield form, stem_lemma(underived(fold_word(base), lang), lang)


def irregular(lang: str, data: dict[str, Any], longest: int) -> dict[str, str]:
    """Forms that no rule takes to their key's group of the index, and that key.

    Those the language's data names, then those of the dictionary.  Long forms are rare in
    queries and fill the file: they are left out.
    """
    rules = read_rules(data)
    found = {f: stem_lemma(base, lang) for f, base in language(lang).irregular.items()}
    for form, key in dictionary_pairs(lang, longest=longest):
        if form == key or form in found or not _is_word(form, lang):
            continue
        if key not in rules.candidates(form) or not route(form, lang).startswith(route(key, lang)):
            found[form] = key
    return dict(sorted(found.items()))


def _is_word(form: str, lang: str) -> bool:
    return form.isalpha() or language(lang).script != "Latn"


def main(lang: str, size: int, every: int, longest: int) -> None:
    entry = language(lang)
    layers = entry.rule_layers
    pairs = [pair for pair in dictionary_pairs(lang, every) if _is_word(pair[0], lang)]
    commonest = [tail for tail, _ in learn(pairs, layers).most_common(size)]
    data: dict[str, Any] = {
        "source": f"counted in the {lang} dictionary of simplemma {version('simplemma')} (MIT) "
        f"by playbook.search.learn_rules {lang} {size} {every} {longest}; do not edit by hand",
        "clitics": [f"{ending} {hidden}".strip() for ending, hidden in entry.clitics],
        "layers": [" ".join(layer) for layer in layers],
        "short": entry.short_keys,
        "tails": [f"{old}>{new}" for old, new in order(commonest, pairs, layers)],
    }
    data["irregular"] = irregular(lang, data, longest)
    SUFFIXES.mkdir(exist_ok=True)
    path = SUFFIXES / f"{lang}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")
    sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
