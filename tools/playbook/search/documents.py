"""Documents: what an index is made of, one page in one language each."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbook.errors import PlaybookError

# What a section holds; its place in this list is its code in the index.
FACETS: tuple[str | None, ...] = (None, "sign", "strategy", "exit", "message", "question")


# What is raised by a line that is not a document.
FAULTS = (ValueError, KeyError, TypeError, AttributeError)


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


def read_file(path: Path) -> Iterator[Document]:
    """Documents of a JSONL file, `-` for standard input; see `read_jsonl`."""
    try:
        if str(path) == "-":
            yield from read_jsonl(io.TextIOWrapper(sys.stdin.buffer, "utf-8", newline="\n"), path)
        else:
            with path.open(encoding="utf-8", newline="\n") as lines:
                yield from read_jsonl(lines, path)
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "not UTF-8"
        raise PlaybookError(
            f"cannot be read: {reason}", path=path, way_out="Give a JSONL file in UTF-8."
        ) from None


def read_jsonl(lines: Iterable[str], path: str | Path) -> Iterator[Document]:
    """Documents of a JSONL file, one a line; blank lines are passed over.

    Raises PlaybookError at the first line that is not a document.
    """
    seen: dict[tuple[str, str], int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = read_document(line)
        except FAULTS as fault:
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


def read_document(line: str) -> Document:
    """The document of a line; one of FAULTS where it holds none."""
    data: dict[str, Any] = json.loads(line)
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
