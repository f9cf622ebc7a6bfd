"""The key of a form: the stem of its lemma, under which the forms of a word meet.

Looking a lemma up may need a dictionary that takes seconds to read, so keys are remembered
on disk, by the versions of the libraries they come from; routes beside them.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from playbook.text.fold import DATA
from playbook.text.language import LANGUAGES
from playbook.text.lemma import forget, is_word, lemma
from playbook.text.romanise import route
from playbook.text.stem import stem, stem_lemma
from playbook.text.tokens import words

# Raised when the way from form to key changes.
_WAY = 4

# What a route hangs on beside the language's data.
_WAY_TO_ROUTE = [DATA.parent / "romanise.py", DATA.parent / "fold.py", DATA / "unicode.json"]


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


def keys_of(forms: Collection[str], lang: str) -> Mapping[str, str]:
    """form → key for all forms and maybe others, remembered from run to run."""
    versions = f"{version('simplemma')} {version('snowballstemmer')} {_WAY} "
    return _remembered(forms, lang, key_of, f"keys-{lang}-{_fingerprint(lang, versions)}.txt")


def routes_of(words: Collection[str], lang: str) -> Mapping[str, str]:
    """word → route for all words and maybe others, remembered from run to run."""
    sources = "".join(path.read_text("utf-8") for path in _WAY_TO_ROUTE)
    return _remembered(words, lang, route, f"routes-{lang}-{_fingerprint(lang, sources)}.txt")


def _remembered(
    wanted: Collection[str], lang: str, make: Callable[[str, str], str], name: str
) -> Mapping[str, str]:
    path = cache_directory() / name
    known = _read(path, _stamp(path))
    missing = sorted({word for word in wanted if word not in known})
    if missing:
        known |= {word: make(word, lang) for word in missing}
        forget()
        _write(path, known)
    return known


def _fingerprint(lang: str, way: str) -> str:
    """What is remembered depends on the language's data and the way it is made."""
    data = LANGUAGES / f"{lang}.toml"
    content = data.read_bytes() if data.exists() else b""
    return hashlib.sha256(way.encode() + content).hexdigest()[:12]


def _stamp(path: Path) -> tuple[int, int] | None:
    """What tells one content of a file from another."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=2)  # keys and routes of a language: synonyms ask for keys once more
def _read(path: Path, stamp: tuple[int, int] | None) -> dict[str, str]:
    """What `_write` wrote; nothing where that cannot be read."""
    if stamp is None:
        return {}
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    return dict(zip(lines[::2], lines[1::2], strict=False))


def _write(path: Path, known: dict[str, str]) -> None:
    """Replace the file in one step; a cache that cannot be written is no fault.

    A word stands on a line of its own, what is known of it on the next one.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, delete=False
        ) as file:
            file.write("\n".join([part for entry in known.items() for part in entry]))
        Path(file.name).replace(path)
    except OSError:
        return
