"""Ids from words of any script."""

from __future__ import annotations

import re

from playbook.text import bare, fold
from playbook.text.romanise import romanise

_NOT_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 48


def slug(text: str, language: str = "") -> str:
    """Letters, digits and single hyphens; "" when nothing of the text can be written so."""
    words = re.split(r"[\s_/\\.-]+", fold(text))
    latin = " ".join(bare(romanise(word, language)) if language else bare(word) for word in words)
    return _NOT_ID.sub("-", latin.replace("'", "")).strip("-")[:_LONGEST_ID].strip("-")
