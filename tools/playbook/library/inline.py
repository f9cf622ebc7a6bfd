"""Inline Markdown as plain words and links; parsed only where there is markup to parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark")
_MARKUP = re.compile(r"[*_`\[\]<>&\\]|[ \t]\n")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)

Environment = MutableMapping[str, object]
"""What the block parser found out, link reference definitions above all."""


@dataclass(frozen=True, slots=True)
class RawLink:
    """A link or image of a run of inline text, before it has a place."""

    text: str
    target: str
    image: bool = False


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of inline text: its words with line breaks kept, its links, its raw HTML."""

    text: str
    links: tuple[RawLink, ...] = ()
    html: tuple[str, ...] = ()


def read_inline(markdown: str, environment: Environment | None = None) -> Inline:
    """Take a run of inline Markdown apart."""
    if not _MARKUP.search(markdown):
        return Inline(markdown.strip())
    tokens = _MARKDOWN.parseInline(markdown, {} if environment is None else environment)
    children = [child for token in tokens for child in token.children or ()]
    html = tuple(child.content for child in children if child.type == "html_inline")
    return Inline("".join(_words(children)).strip(), tuple(_links(children)), html)


def plain_text(markdown: str, *, keep_lines: bool = False) -> str:
    """Inline Markdown without its markup; line breaks become spaces unless kept."""
    text = read_inline(markdown).text
    return text if keep_lines else " ".join(text.split())


def _words(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "html_inline":
            # A tag joins what stands around it, a line break does not.
            yield "\n" if _BREAK.match(child.content) else ""
        else:
            yield child.content


def _links(children: list[Token]) -> Iterator[RawLink]:
    target: str | None = None
    texts: list[str] = []
    for child in children:
        if child.type == "link_open":
            target, texts = str(child.attrGet("href") or ""), []
        elif child.type == "link_close" and target is not None:
            yield RawLink("".join(texts), target)
            target = None
        elif child.type == "image":
            yield RawLink(child.content, str(child.attrGet("src") or ""), image=True)
        elif target is not None:
            texts.append(child.content)
