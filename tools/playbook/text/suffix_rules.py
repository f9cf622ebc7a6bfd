"""Learn a language's suffix rules from its dictionary; writes `data/suffixes/<code>.json`.

Run `python -m playbook.text.suffix_rules CODE RULES EVERY LONGEST`: how many rules, from
every how manyth lemma; irregular forms up to how many letters.

A rule turns the ending of an inflected word into the ending of its key (the stem of its
lemma): `kkaille` → `kas`.  It is learned by counting: the common beginning of form and key is
set aside, what remains of each is the rule.  Whoever applies the rules tries the longest
ending first and takes a key only where the index holds it, so a rule may be rash.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.metadata import version

from playbook.text.fold import DATA, fold_word
from playbook.text.language import language
from playbook.text.lemma import dictionary
from playbook.text.stem import stem_lemma

# A common beginning shorter than this says nothing about the ending.
_SHARED = 2
_SHORTEST = 3

SUFFIXES = DATA / "suffixes"


def split(form: str, key: str) -> tuple[str, str]:
    """The endings of form and key after their common beginning."""
    shared = 0
    while shared < min(len(form), len(key)) and form[shared] == key[shared]:
        shared += 1
    return form[shared:], key[shared:]


def learn(pairs: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """How often each rule turns a form of `pairs` into its key."""
    rules: Counter[tuple[str, str]] = Counter()
    for form, key in pairs:
        ending, to = split(form, key)
        if len(form) - len(ending) >= _SHARED and ending != to:
            rules[ending, to] += 1
    return rules


def dictionary_pairs(lang: str, every: int = 1, longest: int = 1000) -> Iterable[tuple[str, str]]:
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
            yield form, stem_lemma(fold_word(base), lang)


def table(rules: Counter[tuple[str, str]], size: int, more: Iterable[str] = ()) -> dict[str, str]:
    """ending → replacements joined by a space (`-` is the empty one), commonest first."""
    chosen = sorted(rules, key=lambda rule: (-rules[rule], rule))[:size]
    endings: dict[str, list[str]] = {ending: ["-"] for ending in more}
    for ending, to in chosen:
        if (to or "-") not in endings.setdefault(ending, []):
            endings[ending].append(to or "-")
    return {e: " ".join(endings[e]) for e in sorted(endings)}


def irregular(lang: str, endings: Mapping[str, str], longest: int) -> dict[str, str]:
    """Forms of the dictionary that no rule takes to their key, and that key.

    Long forms are rare in queries and fill the file: they are left out.
    """
    rules = {ending: to.split(" ") for ending, to in endings.items()}
    found = {}
    for form, key in dictionary_pairs(lang, longest=longest):
        if form == key or (not form.isalpha() and language(lang).script == "Latn"):
            continue
        reached = (
            form[: len(form) - length] + ("" if to == "-" else to)
            for length in range(len(form))
            for to in rules.get(form[len(form) - length :], ())
        )
        if key not in reached:
            found[form] = key
    return dict(sorted(found.items()))


def main(lang: str, size: int, every: int, longest: int) -> None:
    endings = table(learn(dictionary_pairs(lang, every)), size, language(lang).long_endings)
    data = {
        "source": f"counted in the {lang} dictionary of simplemma {version('simplemma')} (MIT) "
        f"by playbook.text.suffix_rules {lang} {size} {every} {longest}; do not edit by hand",
        "clitics": [f"{ending} {hidden}".strip() for ending, hidden in language(lang).clitics],
        "rules": endings,
        "irregular": irregular(lang, endings, longest),
    }
    SUFFIXES.mkdir(exist_ok=True)
    path = SUFFIXES / f"{lang}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")
    sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
