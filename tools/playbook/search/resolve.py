"""What the words of a query mean: for each word the keys it may stand for, and how surely.

The browser engine has the same steps (`resolve.js` and its neighbours) over the same files;
every choice here is made by whole numbers and by order, so both choose alike.

    1  as written in the reader's language; in the others of the script where a word is unknown
    2  romanised, where a Latin word is known nowhere as written
    3  as the beginning of a word, for the last word of the query
    4  misspelt
    5  beside all of these, words of the same meaning
"""

from __future__ import annotations

from playbook.search.analysis import word_form
from playbook.search.meaning import add_synonyms
from playbook.search.misspelt import completed, is_slip, misspelt
from playbook.search.readings import (
    ELSEWHERE,
    LED_ELSEWHERE,
    REDIRECT,
    ROMAN_BESIDE,
    ROMAN_FORM,
    ROMAN_STRANGE,
    ROMAN_SURE,
    RULE,
    TYPO_BESIDE,
    Reading,
    Word,
    weaker,
)
from playbook.search.roman import romanised
from playbook.search.stored import ROMAN, WRITTEN, Lexicon, StoredIndex
from playbook.search.written import LED, STANDS, written
from playbook.text.fold import unicode_data
from playbook.text.romanise import romanisation
from playbook.text.script import UNKNOWN, script_of
from playbook.text.tokens import tokenise

LATIN = "Latn"

# In a query of more words than this none is looked for with all means: the others tell the page.
LONG = 4

# Of fewer words than FEW all must sound native; letters of a word that may do so by chance.
FEW, SHORT = 3, 3


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
        main = _as_written(index, by_script[script], codes, reader)
        if script == LATIN:
            _romanised(index, by_script[script], [c for c in order if scripts[c] != LATIN], reader)
        if main:
            here = by_script[script]
            long = len(words) > LONG
            for word in here:
                completed(index.lexicon(main), word, word is words[-1], prefix)
                _corrected(index, word, [main] if long else codes, main, reader, long)
    for word in words:
        add_synonyms(index, word)
    return words


def _corrected(
    index: StoredIndex, word: Word, codes: list[str], main: str, reader: str, long: bool
) -> None:
    """Readings of a word that stands nowhere as a misspelling, in the first language with any.

    A rule may have led from a misspelling to some key: then only what is at hand is looked at.
    """
    if word.text in index.lexicon(main).stop_words or any(
        r.quality >= REDIRECT
        or r.how == "exact"
        or (r.how == "like" and r.lang == main)
        or (r.how == "roman" and r.lang == reader)
        for r in word.readings
    ):
        return
    doubtful = any(r.how in ("form", "marks") and r.lang == main for r in word.readings)
    for code in codes:
        found = misspelt(index.lexicon(code), word.text, WRITTEN, code != main, doubtful, long)
        word.add([weaker(r, TYPO_BESIDE) for r in found] if doubtful else found)
        if found:
            return


def _as_written(index: StoredIndex, words: list[Word], codes: list[str], reader: str) -> str:
    """Give words the readings of the language most of them are in; that language."""
    if not codes:
        return ""
    found: dict[str, list[tuple[int, list[Reading]]]] = {}
    wanted = words
    for code in codes:
        if not wanted:
            break
        lexicon = index.lexicon(code)
        found[code] = [
            written(lexicon, word.text) if any(word is one for one in wanted) else (0, [])
            for word in words
        ]
        if code == codes[0]:
            standing = sum(rank == STANDS for rank, _ in found[code])
            if standing == len(words):
                break
            here = zip(words, found[code], strict=True)
            left = [word for word, (rank, _) in here if rank < LED]
            wanted = _elsewhere(index, lexicon, words, left, standing, reader)
    main = max(found, key=lambda c: (sum(rank for rank, _ in found[c]), -codes.index(c)))
    for i, word in enumerate(words):
        rank, readings = found[main][i]
        word.stop = word.text in index.lexicon(main).stop_words
        word.add(readings)
        if rank < LED:
            for code in codes:
                if code != main and code in found and found[code][i][0] >= LED:
                    by = ELSEWHERE if found[code][i][0] > LED else LED_ELSEWHERE
                    word.add([weaker(r, by) for r in found[code][i][1]])
    return main


def _elsewhere(
    index: StoredIndex,
    lexicon: Lexicon,
    words: list[Word],
    left: list[Word],
    standing: int,
    reader: str,
) -> list[Word]:
    """Words that are worth another language of the script than this.

    None, if what is `left` sounds like words of the reader's own script; else, where half or
    more stand here, none that is a slip.
    """
    if _sound_native(index, lexicon, left, reader):
        return []
    if 2 * standing > len(words):
        return [word for word in left if not is_slip(lexicon, word.text)]
    if 2 * standing == len(words) and len(left) == standing:
        return [] if all(is_slip(lexicon, word.text) for word in left) else words
    return words


def _sound_native(index: StoredIndex, lexicon: Lexicon, words: list[Word], reader: str) -> bool:
    """Whether two letters of three are in words of a reader who romanises.

    A coincidence is too little to go by: few or short words must be spelt as they are read.
    Nobody romanises with marks.
    """
    if not words or lexicon.code == reader or reader not in index.languages:
        return False
    home = index.lexicon(reader)
    if (tables := romanisation(reader)) is None:
        return False
    sure = ROMAN_FORM - 2 * tables.heard
    own = letters = 0
    for word in words:
        size = len(word.latin)
        least = ROMAN_FORM if size <= SHORT or len(words) < FEW else sure
        letters += size
        if word.latin.isascii() and any(r.quality >= least for r in romanised(home, word.latin)):
            own += size
    return own == letters if len(words) < FEW else 3 * own >= 2 * letters


def _is_most(some: int, of_all: int) -> bool:
    return 4 * some >= 3 * of_all


def _romanised(index: StoredIndex, words: list[Word], codes: list[str], reader: str) -> None:
    """Give Latin words that stand nowhere as written the readings of one romanised language."""
    # A rule that leads somewhere in a language that is not the reader's proves little.
    unknown = [
        word
        for word in words
        if not word.stop
        and not any(r.quality >= (RULE if r.lang == reader else REDIRECT) for r in word.readings)
    ]
    known = sum(1 for word in words if not word.stop and word not in unknown)
    if not unknown or (reader not in codes and len(unknown) <= known):
        return
    best: tuple[int, str] = (0, "")
    for code in codes:
        lexicon = index.lexicon(code)
        if not lexicon.romanised:
            continue
        votes = understood = 0
        for word in unknown:
            readings = romanised(lexicon, word.latin)
            understood += bool(readings)
            votes += max((r.quality for r in readings), default=0)
        if code == reader:
            votes += votes // 2
        if votes > best[0]:
            best = (votes, code)
        if code == reader and _is_most(understood, len(unknown)):
            break  # the reader's own language explains it: no other is fetched
    if not best[1]:
        return
    lexicon = index.lexicon(best[1])
    least = 0 if reader in codes else ROMAN_SURE
    read = {
        word.latin: [r for r in romanised(lexicon, word.latin) if r.quality >= least]
        for word in words
    }
    if reader not in codes:
        # A reader at home in Latin letters is taken to romanise when most words say so.
        strange = sum(1 for word in unknown if read[word.latin])
        if strange <= known:
            return
    for word in words:
        readings = read[word.latin]
        if word not in unknown:
            word.add([weaker(r, ROMAN_FORM - ROMAN_BESIDE) for r in readings])
        elif readings:
            if best[1] != reader and len(unknown) < len(words):
                readings = [weaker(r, ROMAN_STRANGE) for r in readings]
            word.add(readings)
            word.stop = word.stop or _is_stop(lexicon, readings)
        elif not word.readings and best[1] == reader:
            long = len(words) > LONG
            word.add(misspelt(lexicon, word.latin, ROMAN, False, False, long))


def _is_stop(lexicon: Lexicon, readings: list[Reading]) -> bool:
    return any(form in lexicon.stop_words for form in readings[0].key.forms)
