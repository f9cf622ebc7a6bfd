"""Write `data/unicode.json`: how code points fold, and which of them make words.

Run `python -m playbook.text.unicode_tables` after changing a rule below. The file is data
because two programs read it: `fold` and `tokens` here, and the browser engine. Python and a
browser may carry different Unicode versions; a shared table cannot disagree with itself.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

# Basic Multilingual Plane: every living script of the languages we hold, and U+2CEB for room.
LAST = 0xFFFF

# Characters that change how a word looks, never which word it is.
INVISIBLE = (0x00AD, 0x034F, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)
VARIATION_SELECTORS = range(0xFE00, 0xFE10)

APOSTROPHES = "'\u2019\u02bc\u02bb\u2018\u2032\u02b9\uff07"

DEVANAGARI_NUKTA = 0x093C
# Letters that carry a nukta and compose under NFC (the others decompose by themselves).
DEVANAGARI_COMPOSED = {0x0929: 0x0928, 0x0931: 0x0930, 0x0934: 0x0933}
DEVANAGARI_CHANDRABINDU, DEVANAGARI_ANUSVARA = 0x0901, 0x0902

# Asomtavruli U+10A0 and Nuskhuri U+2D00 are the two old Georgian alphabets; both name the
# letters of Mkhedruli U+10D0 in the same order up to U+10C5.
ASOMTAVRULI, NUSKHURI, MKHEDRULI, OLD_GEORGIAN_LETTERS = 0x10A0, 0x2D00, 0x10D0, 38

# A nasal before a stop of its own row may be written as an anusvara: हिन्दी, हिंदी.
CONTEXT = [["ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])", "ं"]]

# Two spellings of the same ending, at the end of a longer word: गये, गए; नयी, नई.
ENDINGS = [["ये", "ए"], ["यी", "ई"], ["यें", "एं"], ["यीं", "ईं"]]


def folded(code: int) -> str:
    """What one code point becomes; itself when it stays."""
    char = chr(code)
    if code in INVISIBLE or code in VARIATION_SELECTORS or code == DEVANAGARI_NUKTA:
        return ""
    if char in APOSTROPHES:
        return "'"
    if code in DEVANAGARI_COMPOSED:
        return chr(DEVANAGARI_COMPOSED[code])
    if code == DEVANAGARI_CHANDRABINDU:
        return chr(DEVANAGARI_ANUSVARA)
    for start in (ASOMTAVRULI, NUSKHURI):
        if start <= code < start + OLD_GEORGIAN_LETTERS:
            return chr(MKHEDRULI + code - start)
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    if 0xFF01 <= code <= 0xFF5E:  # full-width forms of ASCII
        return chr(code - 0xFEE0).casefold()
    if 0xFB00 <= code <= 0xFB06:  # Latin ligatures
        return unicodedata.normalize("NFKC", char).casefold()
    if unicodedata.normalize("NFC", char) != char:  # never seen: NFC comes first
        return char
    return unicodedata.normalize("NFC", char.casefold())


def is_word(code: int) -> bool:
    """Letters, marks and numbers, and the invisible characters inside words."""
    if code in INVISIBLE[3:6] or code == INVISIBLE[0] or code in VARIATION_SELECTORS:
        return True
    return unicodedata.category(chr(code))[0] in "LMN"


def is_assigned(code: int) -> bool:
    return unicodedata.category(chr(code)) != "Cn"


def word_ranges() -> Iterator[tuple[int, int]]:
    """Ranges of word characters; a gap of unassigned code points does not end a range."""
    start = end = -1
    for code in range(LAST + 1):
        if is_word(code):
            start, end = (code, code) if start < 0 else (start, code)
        elif is_assigned(code) and start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def fold_runs() -> Iterator[tuple[int, int, int, int]]:
    """(first, count, step, delta) of code points that move by the same distance."""
    moves = [
        (c, ord(folded(c)) - c)
        for c in range(LAST + 1)
        if not 0xD800 <= c < 0xE000 and len(folded(c)) == 1 and folded(c) != chr(c)
    ]
    i = 0
    while i < len(moves):
        first, delta = moves[i]
        step = moves[i + 1][0] - first if i + 1 < len(moves) else 1
        step = step if step in (1, 2) else 1
        count = 1
        while i + count < len(moves) and moves[i + count] == (first + count * step, delta):
            count += 1
        yield first, count, step, delta
        i += count


def main() -> None:
    data = {
        "source": "Unicode Character Database "
        + unicodedata.unidata_version
        + ", by tools/playbook/text/unicode_tables.py; do not edit by hand",
        "fold": [n for run in fold_runs() for n in run],
        "expand": {
            chr(c): folded(c)
            for c in range(LAST + 1)
            if not 0xD800 <= c < 0xE000 and len(folded(c)) != 1
        },
        "context": CONTEXT,
        "endings": ENDINGS,
        "word": [n for pair in word_ranges() for n in pair],
        "apostrophes": APOSTROPHES,
    }
    path = Path(__file__).parent / "data" / "unicode.json"
    path.write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")) + "\n", "ascii")
    sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
