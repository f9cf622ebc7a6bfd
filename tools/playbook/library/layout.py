"""One even layout for a page: blank lines, list marks, numbers, attribute blocks.

Each step is kept only if the page still says the same afterwards, block by block; so a
page that a step does not understand stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from playbook.library.attributes import Attributes, split_attributes
from playbook.library.front_matter import split_front_matter

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_BULLET = re.compile(r"^([ \t>]*)[*+](?=[ \t])")
_NUMBER = re.compile(r"^([ \t]*)(\d{1,9})([.)])")
_KEYS = ("cite", "wait", "message")
_VERBATIM = ("fence", "code_block", "html_block")

Step = Callable[[list[str], Sequence[Token]], list[str]]


def tidy(source: str) -> str:
    """The text of a page (LF line ends) laid out evenly; the front matter stays as it is."""
    _, body_line = split_front_matter(source)
    lines = source.split("\n")
    front, body = lines[: body_line - 1], lines[body_line - 1 :]
    for step in (_trailing, _bullets, _numbers, _attributes, _blank_lines):
        body = _kept(step, body)
    while body and not body[0].strip():
        del body[0]
    while body and not body[-1].strip():
        body.pop()
    # A tab or four spaces would open a code block, or close one, if lines moved before them.
    parts = [*front, *([""] if front and body else []), *body]
    return "\n".join(parts).rstrip("\n") + "\n"


def _kept(step: Step, body: list[str]) -> list[str]:
    tokens = _BLOCKS.parse("\n".join(body))
    after = step(list(body), tokens)
    if after == body:
        return body
    return after if _shape(_BLOCKS.parse("\n".join(after))) == _shape(tokens) else body


def _shape(tokens: Sequence[Token]) -> list[tuple[object, ...]]:
    """What a page says, apart from its layout."""
    shape: list[tuple[object, ...]] = []
    for token in tokens:
        if token.type == "inline":
            markdown, found, _ = split_attributes(token.content)
            ours = found or Attributes()
            pairs = tuple(sorted(ours.pairs))
            shape.append((_wrapped(markdown), ours.id, ours.classes, pairs, ours.faults))
        elif token.type in _VERBATIM:
            shape.append((token.type, token.info, token.content.rstrip("\n")))
        else:
            shape.append((token.type, token.tag))
    return shape


def _wrapped(markdown: str) -> str:
    return "\n".join(re.sub(r" {2,}$", "  ", line.strip("\t")) for line in markdown.split("\n"))


def _verbatim(tokens: Sequence[Token]) -> set[int]:
    """Numbers of the lines that belong to code or HTML, from 0."""
    found: set[int] = set()
    for token in tokens:
        if token.type in _VERBATIM and token.map:
            found.update(range(*token.map))
    return found


def _inlines(tokens: Sequence[Token]) -> Iterator[tuple[Token, int, int]]:
    for token in tokens:
        if token.type == "inline" and token.map:
            yield token, token.map[0], token.map[1]


def _trailing(lines: list[str], tokens: Sequence[Token]) -> list[str]:
    """No white space at the end of lines, but for the two spaces of a hard line break."""
    verbatim = _verbatim(tokens)
    broken = {n for _, first, last in _inlines(tokens) for n in range(first, last - 1)}
    for number, line in enumerate(lines):
        if number not in verbatim:
            bare = line.rstrip(" \t")
            hard = number in broken and bare and line.endswith("  ")
            lines[number] = bare + "  " if hard else bare
    return lines


def _bullets(lines: list[str], tokens: Sequence[Token]) -> list[str]:
    for token in tokens:
        if token.type == "list_item_open" and token.markup in "*+" and token.map:
            number = token.map[0]
            lines[number] = _BULLET.sub(r"\1-", lines[number], count=1)
    return lines


def _numbers(lines: list[str], tokens: Sequence[Token]) -> list[str]:
    """Numbered items count up from the first one's number."""
    following: dict[int, int] = {}
    for token in tokens:
        if token.type == "ordered_list_open":
            following[token.level] = int(token.attrGet("start") or 1)
        elif token.type == "list_item_open" and token.markup in ".)" and token.map:
            number = following.get(token.level - 1, 1)
            following[token.level - 1] = number + 1
            _renumber(lines, token.map[0], token.map[1], number)
    return lines


def _renumber(lines: list[str], first: int, last: int, number: int) -> None:
    match = _NUMBER.match(lines[first])
    if match is None or match[2] == str(number):
        return
    lines[first] = f"{match[1]}{number}{match[3]}{lines[first][match.end() :]}"
    wider = len(str(number)) - len(match[2])
    for n in range(first + 1, last):
        if wider > 0 and lines[n].startswith(" "):
            lines[n] = " " * wider + lines[n]
        elif wider < 0 and lines[n].startswith(" " * -wider):
            lines[n] = lines[n][-wider:]


def _attributes(lines: list[str], tokens: Sequence[Token]) -> list[str]:
    """`{#id .class cite="…" wait="…" message="…"}`, one space before it."""
    for token, first, _ in _inlines(tokens):
        _, found, start = split_attributes(token.content)
        if found is None or found.faults:
            continue
        written = token.content[start:].strip()
        number = first + token.content.count("\n", 0, start)
        line = lines[number].rstrip()
        before = line.removesuffix(written)
        if "\n" in written or before == line or not before.strip():
            continue
        lines[number] = before.rstrip(" \t") + " " + written_attributes(found)
    return lines


def written_attributes(found: Attributes) -> str:
    """An attribute block as `fmt` writes it."""
    order = {key: place for place, key in enumerate(_KEYS)}
    pairs = sorted(found.pairs, key=lambda pair: order.get(pair[0], len(_KEYS)))
    parts = [f"#{found.id}"] if found.id else []
    parts += [f".{name}" for name in found.classes]
    for key, value in pairs:
        quote = "'" if '"' in value else '"'
        parts.append(f"{key}={quote}{' '.join(value.split())}{quote}")
    return "{" + " ".join(parts) + "}"


def _blank_lines(lines: list[str], tokens: Sequence[Token]) -> list[str]:
    """One blank line at most, and one on either side of a heading."""
    verbatim = _verbatim(tokens)
    heads = {
        n
        for token in tokens
        if token.type == "heading_open" and token.level == 0 and token.map
        for n in range(*token.map)
    }
    out: list[str] = []
    for number, line in enumerate(lines):
        blank = not line.strip()
        if number in verbatim:
            out.append(line)
            continue
        if blank and (not out or not out[-1].strip()):
            continue
        beside = number in heads and number - 1 not in heads
        beside |= number - 1 in heads and number not in heads
        if beside and not blank and out and out[-1].strip():
            out.append("")
        out.append(line)
    return out
