"""What each translation was made from: the reference's text as it was then.

Kept beside the pages of a language, a file for each page, so that a translator sees what
changed without any history: `ka/.made-from/playbooks/unresponsive.md`.  The file is a page
like any other, made of the reference's sections at the time each was stamped; its front
matter also has the hash of each section of the translation at that time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from playbook.library import read_page
from playbook.library.hashes import FRONT_WORDS, INTRO
from playbook.library.text_file import read_text
from playbook.model import Page, PageRef
from playbook.translate.sections import section_sources

FOLDER = ".made-from"
_KEY = "translated"
_NOTE = "# What this translation was made from. Written by `playbook translate`; leave it as it is."


@dataclass(frozen=True, slots=True)
class Origin:
    """The reference's sections that a translation was made from."""

    page: Page | None = None
    """The reference as it was; None where nothing was kept."""
    translated: Mapping[str, str] = field(default_factory=dict)
    """Section id → hash of the translation's text when it was stamped."""


def origin_path(ref: PageRef) -> str:
    """Path below the content folder of what the page `ref` was made from."""
    return f"{ref.lang}/{FOLDER}/{ref.group}.md"


def read_origin(root: Path, ref: PageRef) -> Origin:
    """What was kept for a translation; an empty origin where nothing was, or it is spoilt."""
    path = origin_path(ref)
    text, _ = read_text(root / path)
    if text is None:
        return Origin()
    page = read_page(text, ref, path)
    value = page.front.get(_KEY)
    hashes = value if isinstance(value, dict) else {}
    return Origin(page, {str(id): str(hash) for id, hash in hashes.items()})


def write_origin(
    origin: Origin, reference: Page, stamped: Mapping[str, str], hashes: Mapping[str, str]
) -> str:
    """The text of an origin file after some sections were stamped.

    `stamped` are the translation's sections stamped now, with their hashes; `hashes` are the
    reference's sections.  Sections stamped before stay as they were kept.
    """
    now = section_sources(reference)
    before = section_sources(origin.page) if origin.page else {}
    front = reference if INTRO in stamped or origin.page is None else origin.page
    words = {key: front.text(key) for key in FRONT_WORDS if front.text(key)}
    translated = {**origin.translated, **stamped}
    order = [*hashes, *(id for id in before if id not in hashes)]
    kept = {id: now[id] if id in stamped else before.get(id, "") for id in order}
    data = {**words, _KEY: {id: translated[id] for id in order if id in translated}}
    yaml_text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    body = "\n\n".join(text for text in kept.values() if text)
    return f"---\n{_NOTE}\n{yaml_text}---\n\n{body}\n"
