"""Documents: what an index is made of, one page in one language each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbook.errors import PlaybookError
from playbook.model import Kind, Library, Page
from playbook.model.documents import FACETS as PAGE_FACETS

# What a section holds; its place in this list is its code in the index.
FACETS: tuple[str | None, ...] = (None, "sign", "strategy", "exit", "message", "question")


@dataclass(frozen=True)
class Section:
    """A part of a page with an anchor of its own; `text` has an item or paragraph a line."""

    id: str
    heading: str
    facet: str | None
    text: str


@dataclass(frozen=True)
class Document:
    """A page in one language; `group` is the id its languages share."""

    id: str
    group: str
    lang: str
    url: str
    title: str
    sections: tuple[Section, ...]
    aliases: tuple[str, ...] = ()


def read_jsonl(lines: Iterable[str], path: str | Path) -> Iterator[Document]:
    """Documents of a JSONL file, one a line; blank lines are passed over.

    Raises PlaybookError at the first line that is not a document.
    """
    seen: dict[tuple[str, str], int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = _document(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise PlaybookError(
                f"not a document: {_reason(fault)}",
                path=path,
                line=number,
                found=line.strip(),
                way_out='Write {"id", "group", "lang", "url", "title", "sections": '
                '[{"id", "heading", "facet", "text"}]} on a line each.',
            ) from None
        key = (document.lang, document.group)
        if key in seen:
            raise PlaybookError(
                f"a second page of group {document.group!r} in language {document.lang!r}; "
                f"the first is on line {seen[key]}",
                path=path,
                line=number,
                way_out="Give every page of a language its own group.",
            )
        seen[key] = number
        yield document


def _document(data: dict[str, Any]) -> Document:
    facet_of = {facet: facet for facet in FACETS}
    return Document(
        id=str(data["id"]),
        group=str(data.get("group") or data["id"]),
        lang=str(data["lang"]),
        url=str(data.get("url") or ""),
        title=str(data.get("title") or ""),
        sections=tuple(
            Section(
                id=str(section.get("id") or ""),
                heading=str(section.get("heading") or ""),
                facet=facet_of.get(section.get("facet")),
                text=str(section.get("text") or ""),
            )
            for section in data.get("sections") or ()
        ),
        aliases=tuple(str(alias) for alias in data.get("aliases") or ()),
    )


def _reason(fault: Exception) -> str:
    if isinstance(fault, KeyError):
        return f"{fault.args[0]!r} is missing"
    return str(fault).split(":")[0] or type(fault).__name__


def from_library(library: Library) -> list[Document]:
    """The knowledge base's playbooks, guides and hand-written trees as documents.

    A playbook's items stand a line each in their section; every message is a section of its
    own, as it has an anchor of its own.  Proposals of the normaliser are not public yet.
    """
    return [
        Document(
            id=f"{ref.lang}/{ref.group}",
            group=ref.group,
            lang=ref.lang,
            url=ref.url,
            title=page.title,
            sections=tuple(_sections(page)),
            aliases=_aliases(page),
        )
        for ref, page in library.pages.items()
        if ref.kind in (Kind.PLAYBOOK, Kind.GUIDE, Kind.TREE)
    ]


def _aliases(page: Page) -> tuple[str, ...]:
    names = (page.text("short"), *page.aliases)
    return tuple(dict.fromkeys(name for name in names if name))


def _sections(page: Page) -> Iterator[Section]:
    opening = (page.text("mark"), page.summary, page.intro_text)
    yield Section("", "", None, "\n".join(line for line in opening if line))
    for section in page.sections:
        if page.ref.kind is Kind.TREE:
            below = section.words.removeprefix(section.heading).strip()
            yield Section(section.id or "", section.heading, "question", below)
            continue
        facet = PAGE_FACETS.get(section.id or "") if page.ref.kind is Kind.PLAYBOOK else None
        if section.messages:
            yield from (
                Section(m.id or section.id or "", m.heading, facet, f"{m.when}\n{m.text}".strip())
                for m in section.messages
            )
            continue
        lines = [item.text for item in section.items if not item.proposed]
        yield Section(section.id or "", section.heading, facet, "\n".join(lines))
