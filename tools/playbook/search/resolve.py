"""What the words of a query mean: for each word the keys it may stand for, and how surely.

The browser engine has the same steps (`resolve.js`) over the same files; every choice here is
made by whole numbers and by order, so both choose alike.

    1  as written in the reader's language; in the others of the script where a word is unknown
    2  romanised, where a Latin word is known nowhere as written
    3  as the beginning of a word, for the last word of the query
    4  misspelt
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from playbook.search.analysis import word_form
from playbook.search.distance import within
from playbook.search.stored import BARE, ROMAN, WRITTEN, Key, Lexicon, StoredIndex
from playbook.text.fold import bare, unicode_data
from playbook.text.romanise import near, romanise, route, skeleton
from playbook.text.script import UNKNOWN, script_of
from playbook.text.tokens import tokenise

# How much of a word's worth a reading keeps, in sixteenths.
EXACT, REDIRECT, RULE = 16, 15, 14
BARE_FORM, BARE_RULE = 12, 11
ROMAN_FORM, ROMAN_RULE = 13, 11
ROMAN_STRANGE, ROMAN_BESIDE = 5, 10
PREFIX, PREFIX_TYPED = 9, 12
TYPO, FAR_TYPO = 10, 7
ROMAN_TYPO = 6
TYPO_BESIDE = 5  # taken off a misspelling where a rule leads somewhere too
ELSEWHERE = 2  # taken off where a language is not the query's own

# Votes for the query's language: the word stands there, a rule leads there, without marks.
STANDS, LED, WITHOUT_MARKS = 3, 2, 1

LIKELY, REST = 4, 16  # shards looked at for a misspelling: those near it, all others
LED_KEYS = 3  # keys kept where the suffix rules lead to several
ALTERNATIVES = 6  # keys kept for a doubtful word
COMPLETIONS = 12  # keys kept for the beginning of a word
LATIN = "Latn"


@dataclass(frozen=True)
class Reading:
    """A key a word may stand for; `quality` of 16."""

    lang: str
    key: Key
    quality: int
    how: str  # exact, form, marks, roman, prefix, typo
    meant: tuple[str, ...] = ()  # forms of the key that are the word itself in this reading


@dataclass
class Word:
    """A word of the query."""

    text: str
    latin: str  # with a final apostrophe, which belongs to a romanised word
    stop: bool = False
    readings: list[Reading] = field(default_factory=list)

    def add(self, readings: list[Reading]) -> None:
        known = {(r.lang, r.key.text) for r in self.readings}
        self.readings += [r for r in readings if (r.lang, r.key.text) not in known]


def query_words(query: str) -> list[Word]:
    """The words of a query as typed."""
    apostrophes = unicode_data()["apostrophes"]
    words = []
    for token in tokenise(query):
        after = query[token.end : token.end + 1]
        latin = token.text + ("'" if after and after in apostrophes else "")
        words.append(Word(word_form(token.text), latin))
    return words


def resolve(index: StoredIndex, query: str, reader: str, prefix: bool = False) -> list[Word]:
    """The words of a query with their readings."""
    words = query_words(query)
    order = [reader] if reader in index.languages else []
    order += [code for code in index.languages if code not in order]
    scripts = {e["code"]: e["script"] for e in index.manifest["languages"]}

    by_script: dict[str, list[Word]] = {}
    for word in words:
        script = script_of(word.text)
        by_script.setdefault(LATIN if script == UNKNOWN else script, []).append(word)
    for script in sorted(by_script):
        codes = [code for code in order if scripts[code] == script]
        if not codes and script == LATIN:
            codes = order[:1]
        main = _as_written(index, by_script[script], codes)
        if script == LATIN:
            _romanised(index, by_script[script], [c for c in order if scripts[c] != LATIN], reader)
        if main:
            for word in by_script[script]:
                last = word is words[-1]
                _completed(index.lexicon(main), word, last, prefix)
                _corrected(index, word, codes, main, reader)
    return words


def _corrected(index: StoredIndex, word: Word, codes: list[str], main: str, reader: str) -> None:
    """Readings of a word that stands nowhere as a misspelling, in the first language with any.

    A rule may have led from a misspelling to some key: then only what is at hand is looked at.
    """
    if word.stop or any(r.quality >= REDIRECT for r in word.readings):
        return
    if any(r.how == "roman" and r.lang == reader for r in word.readings):
        return
    doubtful = any(r.how in ("form", "marks") for r in word.readings)
    for code in codes:
        found = _misspelt(index.lexicon(code), word.text, WRITTEN, code != main, doubtful)
        word.add([_weaker(r, TYPO_BESIDE) for r in found] if doubtful else found)
        if found:
            return


def _as_written(index: StoredIndex, words: list[Word], codes: list[str]) -> str:
    """Give words the readings of the language most of them are in; that language."""
    if not codes:
        return ""
    found: dict[str, list[tuple[int, list[Reading]]]] = {}
    for code in codes:
        found[code] = [written(index.lexicon(code), word.text) for word in words]
        if code == codes[0] and all(rank == STANDS for rank, _ in found[code]):
            break
    main = max(found, key=lambda c: (sum(rank for rank, _ in found[c]), -codes.index(c)))
    for i, word in enumerate(words):
        rank, readings = found[main][i]
        word.stop = word.text in index.lexicon(main).stop_words
        word.add(readings)
        if rank < LED:
            for code in codes:
                if code != main and code in found and found[code][i][0] >= LED:
                    word.add([_weaker(r, ELSEWHERE) for r in found[code][i][1]])
    return main


def written(lexicon: Lexicon, word: str) -> tuple[int, list[Reading]]:
    """(votes, readings) of a word as written, or without its marks."""
    group = lexicon.group(route(word, lexicon.code))
    _, forms = group.seen_as(WRITTEN, lexicon.spell(WRITTEN))
    if word in forms:
        return STANDS, [Reading(lexicon.code, key, EXACT, "exact", (word,)) for key in forms[word]]
    for form, target in group.redirects:
        if form == word and (key := lexicon.find(target)):
            if word in key.forms:
                return STANDS, [Reading(lexicon.code, key, EXACT, "exact", (word,))]
            return STANDS, [Reading(lexicon.code, key, REDIRECT, "form")]
    if word in lexicon.stop_words:
        return STANDS, []
    if led := _led(lexicon, word, WRITTEN):
        return LED, [Reading(lexicon.code, key, RULE - 2 * n, "form") for n, key in led]
    if lexicon.romanised:
        return 0, []
    plain = bare(word)
    _, forms = group.seen_as(BARE, lexicon.spell(BARE))
    if plain in forms:
        return WITHOUT_MARKS, [
            Reading(
                lexicon.code,
                key,
                BARE_FORM,
                "marks",
                tuple(form for form in key.forms if bare(form) == plain),
            )
            for key in forms[plain]
        ]
    for form, target in group.redirects:
        if bare(form) == plain and (key := lexicon.find(target)):
            return WITHOUT_MARKS, [Reading(lexicon.code, key, BARE_FORM, "marks")]
    if led := _led(lexicon, plain, BARE):
        return WITHOUT_MARKS, [
            Reading(lexicon.code, key, BARE_RULE - 2 * n, "marks") for n, key in led
        ]
    return 0, []


def _led(lexicon: Lexicon, spelled: str, view: int) -> list[tuple[int, Key]]:
    """The keys the suffix rules lead to from a word as it looks in a view, and their rank.

    A key whose route is shorter than the word's stands in a group of its own.
    """
    found: list[tuple[int, Key]] = []
    rank = 0
    name = lexicon.route_of(spelled, view)
    for candidate in lexicon.rules(view).candidates(spelled):
        at = lexicon.route_of(candidate, view)
        if at and name.startswith(at):
            keys, _ = lexicon.group(at).seen_as(view, lexicon.spell(view))
            if candidate in keys:
                found += [(rank, key) for key in keys[candidate]]
                rank += 1
                if rank == LED_KEYS:
                    break
    return found


def _weaker(reading: Reading, by: int) -> Reading:
    return replace(reading, quality=max(1, reading.quality - by))


def _romanised(index: StoredIndex, words: list[Word], codes: list[str], reader: str) -> None:
    """Give Latin words that stand nowhere as written the readings of one romanised language."""
    unknown = [w for w in words if not w.stop and not any(r.quality >= RULE for r in w.readings)]
    if not unknown:
        return
    best: tuple[int, str] = (0, "")
    for code in codes:
        lexicon = index.lexicon(code)
        if not lexicon.romanised:
            continue
        votes = 0
        all_read = True
        for word in unknown:
            readings = romanised(lexicon, word.latin)
            all_read = all_read and bool(readings)
            votes += max((r.quality for r in readings), default=0)
        if code == reader:
            votes += votes // 2
        if votes > best[0]:
            best = (votes, code)
        if code == reader and all_read:
            break  # the reader's own language explains it all: no other is fetched
    if not best[1]:
        return
    lexicon = index.lexicon(best[1])
    for word in words:
        readings = romanised(lexicon, word.latin)
        if word not in unknown:
            word.add([_weaker(r, ROMAN_FORM - ROMAN_BESIDE) for r in readings])
        elif readings:
            if best[1] != reader and len(unknown) < len(words):
                readings = [_weaker(r, ROMAN_STRANGE) for r in readings]
            word.add(readings)
            word.stop = word.stop or _is_stop(lexicon, readings)
        elif not word.readings and best[1] == reader:
            word.add(_misspelt(lexicon, word.latin, ROMAN, False, False))


def _is_stop(lexicon: Lexicon, readings: list[Reading]) -> bool:
    return any(form in lexicon.stop_words for form in readings[0].key.forms)


def romanised(lexicon: Lexicon, latin: str) -> list[Reading]:
    """Readings of a word in Latin letters, the closest spelling first."""
    code = lexicon.code
    seen = skeleton(latin, code)
    if not seen:
        return []
    name = route(latin, code)
    group = lexicon.group(name)
    _, forms = group.seen_as(ROMAN, lexicon.spell(ROMAN))
    sound = near(latin, code)
    ranked: list[tuple[int, str, Reading]] = []
    for key in forms.get(seen, ()):
        costs = {
            form: _unlike(latin, sound, form, code)
            for form in key.forms
            if skeleton(romanise(form, code), code) == seen
        }
        least = min(costs.values())
        meant = tuple(form for form in costs if costs[form] == least)
        ranked.append((least, key.text, Reading(code, key, ROMAN_FORM, "roman", meant)))
    for form, target in group.redirects:
        if skeleton(romanise(form, code), code) == seen and (found := lexicon.find(target)):
            cost = _unlike(latin, sound, form, code)
            ranked.append((cost, target, Reading(code, found, ROMAN_FORM, "roman")))
    if not ranked:
        for rank, key in _led(lexicon, seen, ROMAN):
            spelling = near(romanise(key.text, code), code)
            cost = within(sound[: len(spelling)], spelling, 3) + rank
            ranked.append((cost, key.text, Reading(code, key, ROMAN_RULE, "roman")))
    ranked.sort(key=lambda entry: entry[:2])
    return [
        _weaker(reading, 2 * min(cost, 4))
        for cost, _, reading in ranked[:ALTERNATIVES]
        if cost <= ranked[0][0] + 1
    ]


def _unlike(latin: str, sound: str, form: str, code: str) -> int:
    """How far a spelling is from a form: 0 the same letters, then edits in what is heard."""
    spelling = romanise(form, code)
    if spelling == latin:
        return 0
    return within(sound, near(spelling, code), 4)


def _completed(lexicon: Lexicon, word: Word, last: bool, typing: bool) -> None:
    """Readings of the last word as the beginning of one."""
    if not last or len(word.text) < 2 or (word.readings and not typing):
        return
    name = route(word.text, lexicon.code)
    first, found = lexicon.shard_number(name), []
    for number in (first, first + 1):
        if number >= len(lexicon.routes) or (
            number > first and not lexicon.routes[number].startswith(name)
        ):
            break
        for group_name, group in lexicon.shard(number).items():
            if group_name.startswith(name):
                for key in group.keys:
                    if any(form.startswith(word.text) for form in key.forms):
                        found.append(key)
    quality = PREFIX_TYPED if typing else PREFIX
    found.sort(key=lambda key: (-sum(key.counts), key.text))
    word.add([Reading(lexicon.code, k, quality, "prefix") for k in found[:COMPLETIONS]])


def _misspelt(
    lexicon: Lexicon, word: str, view: int, elsewhere: bool, doubtful: bool
) -> list[Reading]:
    """Readings of a word as a misspelling of another, the likeliest first."""
    spell = lexicon.spell(view)
    typed = skeleton(word, lexicon.code) if view == ROMAN else bare(word)
    if view == WRITTEN and not lexicon.romanised:
        spell = lexicon.spell(BARE)
        view = BARE
    most = 0 if len(typed) < 3 else 1 if len(typed) < 8 else 2
    if not most:
        return []
    name = lexicon.route_of(typed, view)
    ranked: list[tuple[int, str, Key, str]] = []
    for numbers in nearby_shards(lexicon, name, doubtful):
        ranked = _compared(lexicon, typed, view, most, numbers)
        if ranked:
            break
    best: dict[str, tuple[int, str, Key, str]] = {}
    for entry in sorted(ranked, key=lambda e: e[:2]):
        best.setdefault(entry[1], entry)
    chosen = list(best.values())[:ALTERNATIVES]
    return [
        Reading(
            lexicon.code,
            key,
            max(
                1,
                (ROMAN_TYPO if view == ROMAN else TYPO if cost < 8 else FAR_TYPO)
                - (cost - chosen[0][0])
                - (ELSEWHERE if elsewhere else 0),
            ),
            "typo",
            tuple(form for form in key.forms if text and spell(form) == text),
        )
        for cost, _, key, text in chosen
        if cost <= chosen[0][0] + 2
    ]


def _compared(
    lexicon: Lexicon, typed: str, view: int, most: int, numbers: list[int]
) -> list[tuple[int, str, Key, str]]:
    """(cost, key, key, form) of what the typed word may have been meant to be.

    A key also stands for its forms that the index does not hold: typed without an ending that
    the suffix rules know.
    """
    stems = lexicon.rules(view).stems(typed)
    found: list[tuple[int, str, Key, str]] = []
    for number in numbers:
        for group in lexicon.shard(number).values():
            keys, forms = group.seen_as(view, lexicon.spell(view))
            for text, entries in forms.items():
                if _may_be(typed, text):
                    distance = within(typed, text, most)
                    if distance <= most:
                        cost = 4 * distance + 2 * (typed[0] != text[0])
                        found += [(cost, key.text, key, text) for key in entries]
            for text, entries in keys.items():
                if len(text) < 3 or not _may_be(typed, text):
                    continue
                reach = 1 if len(text) < 8 else most
                distance = min((within(stem, text, reach) for stem in stems), default=most + 1)
                if distance <= reach:
                    cost = 4 * distance + 2 * (typed[0] != text[0]) + 2
                    found += [(cost, key.text, key, "") for key in entries]
    return found


def _may_be(typed: str, text: str) -> bool:
    """Whether the beginnings agree as far as one edit leaves them."""
    one, two = typed[0], typed[1]
    return text[:1] in (one, two) or text[1:2] in (one, two)


def nearby_shards(lexicon: Lexicon, name: str, doubtful: bool) -> list[list[int]]:
    """Shards that may hold the word meant by one of this route, the likely ones before the rest.

    Likely are those of the same first class of letters, and of the route without one letter or
    with two swapped; the rest is looked at only in a small index.
    """
    own = lexicon.shard_number(name)
    if doubtful:
        return [[own]]
    likely = {own}
    for variant in (name[1:], name[:1] + name[2:], name[1:2] + name[:1] + name[2:]):
        likely.add(lexicon.shard_number(variant))
    first = [n for n, start in enumerate(lexicon.routes) if start[:1] == name[:1]]
    if len(first) <= LIKELY:
        likely.update(first)
        likely.add(max(0, min(first, default=1) - 1))
    rest = [n for n in range(len(lexicon.routes)) if n not in likely]
    return [sorted(likely), rest] if len(rest) <= REST else [sorted(likely)]
