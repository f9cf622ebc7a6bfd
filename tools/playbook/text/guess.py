"""Which language a text is in: by script, then by its small words, letters and endings."""

from __future__ import annotations

from functools import lru_cache

from playbook.text.language import Language, language, language_codes
from playbook.text.script import UNKNOWN, script_of
from playbook.text.tokens import tokenise

# A sample is enough and keeps a long article quick.
_SAMPLE = 20_000

# What one sight is worth: a small word is nearly proof, a letter with a mark is good
# evidence, an ending is a hint.  Set on the first sentences of 12 languages.
_STOP_WORD, _MARK, _ENDING = 3.0, 2.0, 0.5


def guess_language(text: str) -> tuple[str, float]:
    """(code, confidence from 0 to 1); `("und", 0.0)` where nothing is to be seen.

    Confidence is the winner's lead over the next language of the script, times how much of
    the text spoke for anyone.
    """
    sample = text[:_SAMPLE]
    script = script_of(sample)
    rivals = _by_script().get(script, ())
    if script == UNKNOWN or not rivals:
        return "und", 0.0
    if len(rivals) == 1:
        return rivals[0].code, 0.95
    words = [token.text for token in tokenise(sample)]
    scores = sorted(((_score(words, rival), rival.code) for rival in rivals), reverse=True)
    best, code = scores[0]
    if best <= 0:
        return "und", 0.0
    lead = (best - scores[1][0]) / best
    heard = min(1.0, best / (_STOP_WORD * 0.25 * len(words)))
    return code, round(min(0.99, 0.35 + 0.65 * lead) * heard, 2)


def _score(words: list[str], rival: Language) -> float:
    score = 0.0
    for word in words:
        if word in rival.stop_words:
            score += _STOP_WORD
        if rival.marks and any(char in rival.marks for char in word):
            score += _MARK
        if len(word) > 4 and word.endswith(rival.endings):
            score += _ENDING
    return score


@lru_cache(maxsize=1)
def _by_script() -> dict[str, tuple[Language, ...]]:
    groups: dict[str, list[Language]] = {}
    for code in language_codes():
        groups.setdefault(language(code).script, []).append(language(code))
    return {script: tuple(group) for script, group in groups.items()}
