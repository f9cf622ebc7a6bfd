"""The key of a form: the stem of its lemma, under which the forms of a word meet.

Looking a lemma up may need a dictionary that takes seconds to read, so keys are remembered
on disk, by the versions of the libraries they come from.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from playbook.text.language import LANGUAGES
from playbook.text.lemma import is_word, lemma
from playbook.text.stem import stem, stem_lemma
from playbook.text.tokens import words

# Raised when the way from form to key changes.
_WAY = 2


def cache_directory() -> Path:
    """Where things that can be made again are kept for this user."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "playbook"


def key_of(form: str, lang: str) -> str:
    """The key of one form, by the dictionary and the stemmer.

    A dictionary form of several words (`1850s` is `eighteen-fifties`) is run together: a key
    holds letters and digits only.
    """
    base = "".join(words(lemma(form, lang)))
    known = base != form or is_word(form, lang)
    return (stem_lemma if known else stem)(base, lang) or form


def keys_of(forms: Iterable[str], lang: str) -> dict[str, str]:
    """form → key for all forms, remembered from run to run."""
    path = cache_directory() / f"keys-{lang}-{_fingerprint(lang)}.json"
    known = _read(path)
    wanted = sorted(set(forms))
    missing = [form for form in wanted if form not in known]
    if missing:
        for form in missing:
            known[form] = key_of(form, lang)
        _write(path, known)
    return {form: known[form] for form in wanted}


def _fingerprint(lang: str) -> str:
    """What keys depend on: two libraries, the language's data, and the way they are made."""
    data = LANGUAGES / f"{lang}.toml"
    content = data.read_bytes() if data.exists() else b""
    versions = f"{version('simplemma')} {version('snowballstemmer')} {_WAY} "
    return hashlib.sha256(versions.encode() + content).hexdigest()[:12]


def _read(path: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known


def _write(path: Path, known: dict[str, str]) -> None:
    """Replace the file in one step; a cache that cannot be written is no fault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, delete=False
        ) as file:
            json.dump(known, file, ensure_ascii=False)
        Path(file.name).replace(path)
    except OSError:
        return
