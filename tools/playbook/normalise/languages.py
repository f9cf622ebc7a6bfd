"""The language of an article, from its text or as the editor says."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache

from playbook.normalise.blocks import Block
from playbook.normalise.words import DATA, texts_of
from playbook.text import guess_language, script_of

UNKNOWN = "und"
MIXED = frozenset(("Hani", "Jpan"))
"""Scripts of which one text has both."""
SAMPLE = 12_000
"""Characters; the longest blocks first, for they are text and not furniture."""
SURE = 0.3
"""Below this confidence another language may be meant; articles of the known ones reach 0.5."""
LEAST_SHARE = 0.12
"""Share of its words that a text has among a language's commonest; most texts have a fifth."""
FEWEST_WORDS = 30
"""Shorter texts show too few common words to call the first guess wrong."""


def language_of(blocks: Sequence[Block], asked: str = "auto") -> str:
    """A language code, `und` when nothing tells."""
    if asked != "auto":
        return asked
    sample: list[str] = []
    size = 0
    for block in sorted(blocks, key=lambda b: -len(b.text))[:60]:
        sample.append(block.text[:2000])
        size += len(sample[-1])
        if size >= SAMPLE:
            break
    text = "\n".join(sample)
    code, confidence = guess_language(text)
    return code if confidence >= SURE else _otherwise(text, code)


def _otherwise(text: str, guess: str) -> str:
    """A language of another script or with other common words, else the guess."""
    words, scripts = _table()
    script = script_of(text)
    by_script = scripts.get(script, "")
    said = texts_of(text)
    if len(said) < FEWEST_WORDS:
        return by_script or guess
    rivals = {code: common for code, common in words.items() if _may_be(code, script, by_script)}
    shares = {code: sum(w in common for w in said) / len(said) for code, common in rivals.items()}
    best = max(sorted(shares), key=lambda code: shares[code], default="")
    if best and shares[best] >= LEAST_SHARE:
        return best
    return by_script or UNKNOWN


def _may_be(code: str, script: str, by_script: str) -> bool:
    """A text in a script that stands for a language is in that one or another of the script;
    Japanese may be mostly Chinese characters."""
    own = script_of(" ".join(_table()[0][code]))
    return not by_script or own == script or {own, script} <= MIXED


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    data = tomllib.loads((DATA / "function-words.toml").read_text("utf-8"))
    words = {code: frozenset(texts_of(text)) for code, text in data["words"].items()}
    return words, data["scripts"]
