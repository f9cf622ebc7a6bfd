"""A language as a PO file, for Poedit, Weblate, Lokalise and every other gettext editor."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from playbook.library.hashes import fingerprint
from playbook.translate.entries import Entry

PROJECT = "playbook"
BASE = "translation at export:"
"""Comment by which an import notices that a page was edited in the meantime."""

_NO_CLOCK = datetime(2000, 1, 1, tzinfo=UTC)
"""The same content gives the same file: editors put in their own date when they save."""
_HINTS = {
    "front": "Front matter.",
    "aliases": "Names people use for it in this language, one a line; not a translation.",
    "heading": "Heading.",
    "text": "Keep **bold**, *emphasis* and the targets of links.",
    "quote": "A message to copy. Keep the braces of {fields}, with the words translated.",
    "table": "A table: keep its bars.",
}


def write_catalog(entries: Iterable[Entry], lang: str, version: str) -> str:
    """The text of a PO file: an entry a segment, fuzzy where it went stale.

    What is still in the words of the reference is empty, as an editor counts it: not translated.
    """
    catalog = Catalog(
        locale=lang.replace("-", "_"),
        project=PROJECT,
        version=version,
        creation_date=_NO_CLOCK,
        revision_date=_NO_CLOCK,
        last_translator="",
        language_team="",
        header_comment="# Write it back with: playbook translate import FILE",
        fuzzy=False,
    )
    for entry in entries:
        comments = [_HINTS[entry.original.kind]]
        if entry.text:
            comments.append(f"{BASE} {fingerprint(entry.text)}")
        path = f"{entry.ref.group}.md"
        catalog.add(
            entry.original.text,
            "" if entry.is_copy else entry.text,
            context=entry.context,
            locations=[(path, entry.original.first_line)],
            auto_comments=comments,
            flags=["fuzzy"] if entry.stale and not entry.is_copy else [],
            previous_id="" if entry.is_copy else entry.previous,
        )
    out = io.BytesIO()
    write_po(out, catalog, width=0, include_previous=True)
    return out.getvalue().decode("utf-8")
