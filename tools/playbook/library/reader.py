"""Markdown text → `Page`: what stands where, with line and column.

markdown-it-py (CommonMark) gives the blocks and their lines; the attribute blocks at the
end of headings, items and paragraphs are ours (`attributes`).  The reader never raises for
a contributor's mistake: it notes a `Problem` and reads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from playbook.library.attributes import (
    Attributes,
    parse_cites,
    parse_wait,
    split_attributes,
)
from playbook.library.front_matter import (
    Yaml,
    opens_front_matter,
    read_yaml,
    split_front_matter,
)
from playbook.library.inline import Environment, Inline, read_inline
from playbook.model import Cite, Item, Link, Message, Page, PageRef, Place, Problem, Section, Wait

FIELD = re.compile(r"\{([^{}#.=\n][^{}=\n]{0,60})\}")
"""A placeholder of a message: `{name}`, `{client's name}`."""

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
"""Blocks only: inline text is parsed where it holds markup, which is five times quicker."""
_TAG = re.compile(r"<!--.*?(?:-->|$)|<[^>]*>", re.DOTALL)
_KNOWN_KEYS = ("cite", "wait", "message")


def read_page(text: str, ref: PageRef, path: str) -> Page:
    """Read the text of one content file (line ends may be of any kind)."""
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    yaml_text, body_line = split_front_matter(source)
    problems: list[Problem] = []
    if yaml_text is None:
        problems.append(_no_front_matter(source))
        front = Yaml()
    else:
        front = read_yaml(yaml_text, first_line=2)
    problems += front.problems
    body = _Body(source.split("\n"), body_line, problems)
    sections = body.sections()
    intro, intro_text, intro_words, intro_place, intro_links = body.intro()
    links = intro_links + tuple(link for section in sections for link in section.links)
    return Page(
        ref=ref,
        path=path,
        front=front.values,
        front_places=front.places,
        intro=intro,
        intro_text=intro_text,
        intro_words=intro_words,
        intro_place=intro_place,
        sections=sections,
        links=links,
        source=source,
        problems=tuple(sorted(problems, key=lambda p: (p.place.line, p.place.column, p.code))),
        body_line=body_line,
    )


def _no_front_matter(source: str) -> Problem:
    if opens_front_matter(source):
        fix = "Put a line --- below the last `key: value` line."
        return Problem("front-matter", "the front matter is not closed", Place(1), fix)
    fix = "Begin the file with a line ---, then title: …, then a line ---."
    return Problem("front-matter", "no front matter", Place(1), fix)


class _Body:
    """The part after the front matter, walked once section by section."""

    def __init__(self, lines: Sequence[str], body_line: int, problems: list[Problem]) -> None:
        self.lines = lines
        self.problems = problems
        self.offset = body_line
        self.environment: Environment = {}
        self.inlines: dict[str, Inline] = {}
        text = "\n".join(lines[body_line - 1 :])
        self.tokens = _BLOCKS.parse(text, self.environment)
        self.heads = [
            i
            for i, t in enumerate(self.tokens)
            if t.type == "heading_open" and t.tag == "h2" and t.level == 0
        ]

    def line(self, token: Token, end: bool = False) -> int:
        """Line of the file on which a block begins, or its last line that is not blank."""
        first, last = token.map or (0, 1)
        if not end:
            return first + self.offset
        number = last + self.offset - 1
        while number > first + self.offset and not self.lines[number - 1].strip():
            number -= 1
        return number

    def place(self, line: int, needle: str = "") -> Place:
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        column = text.find(needle) if needle else len(text) - len(text.lstrip())
        return Place(line, max(column, 0) + 1)

    def _last_brace(self, line: int) -> Place:
        return Place(line, self.lines[line - 1].rfind("{") + 1)

    def note(
        self, faults: Sequence[tuple[str, str, str]], line: int, code: str = "attributes"
    ) -> None:
        for message, found, fix in faults:
            place = self.place(line, found)
            self.problems.append(Problem(code, message, place, fix, found))

    def intro(self) -> tuple[str, str, str, Place, tuple[Link, ...]]:
        stop = self.heads[0] if self.heads else len(self.tokens)
        last = self.line(self.tokens[stop]) - 1 if self.heads else len(self.lines)
        markdown = "\n".join(self.lines[self.offset - 1 : last]).strip()
        inline = [t for t in self.tokens[:stop] if t.type == "inline"]
        text = "\n".join(plain for t in inline if (plain := self._plain(t)))
        words = self._words(self.tokens[:stop])
        line = self.line(inline[0]) if inline else self.offset
        return markdown, text, words, self.place(line), self._links(self.tokens[:stop])

    def _plain(self, token: Token) -> str:
        """The words of inline text, its attribute block left out."""
        markdown, _, _ = split_attributes(token.content)
        return self._one_line(markdown)

    def _inline(self, markdown: str) -> Inline:
        """Inline text taken apart, once for each text of the page."""
        found = self.inlines.get(markdown)
        if found is None:
            found = self.inlines[markdown] = read_inline(markdown, self.environment)
        return found

    def _one_line(self, markdown: str) -> str:
        return " ".join(self._inline(markdown).text.split())

    def _words(self, tokens: Sequence[Token]) -> str:
        """Every word of some blocks, single spaces between; what a hash is made of.

        A proposal is no part of the page yet.
        """
        found: list[str] = []
        for token in tokens:
            if token.type == "inline":
                markdown, attributes, _ = split_attributes(token.content)
                if attributes is None or "proposed" not in attributes.classes:
                    found.append(self._one_line(markdown))
            elif token.type in ("fence", "code_block"):
                found.append(" ".join(token.content.split()))
            elif token.type == "html_block":
                found.append(" ".join(_TAG.sub(" ", token.content).split()))
        return " ".join(part for part in found if part)

    def sections(self) -> tuple[Section, ...]:
        ends = [*self.heads[1:], len(self.tokens)] if self.heads else []
        return tuple(self._section(a, b) for a, b in zip(self.heads, ends, strict=True))

    def _section(self, start: int, stop: int) -> Section:
        head, inline = self.tokens[start], self.tokens[start + 1]
        line = self.line(head)
        heading, attributes = self._attributes(inline.content, line)
        last = self.line(self.tokens[stop]) - 1 if stop < len(self.tokens) else len(self.lines)
        markdown = "\n".join(self.lines[self.line(head, end=True) : last]).strip("\n")
        inside = self.tokens[start + 3 : stop]
        id = attributes.id if attributes else None
        items = () if id == "messages" else tuple(self._items(inside))
        messages = tuple(self._messages(inside)) if id == "messages" else ()
        return Section(
            id=id,
            heading=self._one_line(heading),
            place=self.place(line),
            markdown=markdown,
            words=self._words(self.tokens[start:stop]),
            items=items,
            messages=messages,
            links=self._links(inside),
            anchors=tuple(self._anchors(inside)),
        )

    def _attributes(self, content: str, line: int) -> tuple[str, Attributes | None]:
        text, attributes, _ = split_attributes(content)
        if attributes:
            self.note(attributes.faults, line)
        return text, attributes

    def _anchors(self, tokens: Sequence[Token]) -> Iterator[tuple[str, Place]]:
        for i, token in enumerate(tokens):
            if token.type == "heading_open" and token.level == 0:
                _, attributes, _ = split_attributes(tokens[i + 1].content)
                if attributes and attributes.id:
                    yield attributes.id, self.place(self.line(token))

    def _items(self, tokens: Sequence[Token]) -> Iterator[Item]:
        for i, token in enumerate(tokens):
            inline = tokens[i + 2] if i + 2 < len(tokens) else None
            if token.type == "list_item_open" and token.level == 1:
                if inline is None or inline.type != "inline":
                    place = self.place(self.line(token))
                    fix = "Write the item's text after the mark, or delete the line."
                    self.problems.append(Problem("empty-item", "an empty list item", place, fix))
                    continue
                kind = "number" if token.markup in (".", ")") else "bullet"
                yield self._item(inline, kind, token)
            elif token.type == "paragraph_open" and token.level == 0:
                yield self._item(tokens[i + 1], "paragraph", token)

    def _item(self, inline: Token, kind: str, block: Token) -> Item:
        line, last = self.line(block), self.line(inline, end=True)
        markdown, attributes, start = split_attributes(inline.content)
        attributes_line = self.line(inline) + inline.content.count("\n", 0, start)
        found = attributes or Attributes()
        self.note(found.faults, attributes_line)
        cites, wait = self._known(found, attributes_line)
        text = self._one_line(markdown)
        if not text and not self._inline(markdown).links:
            fix = "Write the item's text before the braces, or delete the line."
            fault = Problem("empty-item", "an item without text", self.place(line), fix)
            self.problems.append(fault)
        return Item(
            text=text,
            markdown=markdown,
            place=self.place(line),
            kind=kind,
            id=found.id,
            cites=cites,
            wait=wait,
            message=found.get("message"),
            proposed="proposed" in found.classes,
            classes=found.classes,
            attributes=found.pairs,
            attributes_place=self._last_brace(attributes_line) if attributes else None,
            last_line=last,
            links=self._links([inline]),
        )

    def _known(self, found: Attributes, line: int) -> tuple[tuple[Cite, ...], Wait | None]:
        cites, faults = parse_cites(found.get("cite") or "")
        self.note(faults, line, "cite-form")
        wait = None
        if (written := found.get("wait")) is not None:
            wait = parse_wait(written)
            if wait is None:
                fix = 'Write a number and h, d, wd, w or m: wait="2wd" is two working days.'
                self.note([("this is not a waiting time", written, fix)], line, "wait-form")
        for key, _ in found.pairs:
            if key not in _KNOWN_KEYS:
                fix = "Known are " + ", ".join(_KNOWN_KEYS) + "."
                self.note([(f"unknown attribute {key}", key, fix)], line)
        return cites, wait

    def _messages(self, tokens: Sequence[Token]) -> Iterator[Message]:
        heads = [i for i, t in enumerate(tokens) if t.type == "heading_open" and t.level == 0]
        for i, stop in zip(heads, [*heads[1:], len(tokens)], strict=True):
            line = self.line(tokens[i])
            heading, attributes = self._attributes(tokens[i + 1].content, line)
            quoted: list[str] = []
            before: list[str] = []
            depth = 0
            for token in tokens[i + 3 : stop]:
                depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
                if token.type == "inline":
                    (quoted if depth else before).append(token.content)
            text = "\n\n".join(self._inline(part).text for part in quoted)
            yield Message(
                id=attributes.id if attributes else None,
                heading=self._one_line(heading),
                text=text,
                when=" ".join(self._one_line(part) for part in before),
                place=self.place(line),
                fields=tuple(dict.fromkeys(match[1].strip() for match in FIELD.finditer(text))),
            )

    def _links(self, tokens: Sequence[Token]) -> tuple[Link, ...]:
        links: list[Link] = []
        for token in tokens:
            if token.type != "inline":
                continue
            first, last = self.line(token), self.line(token, end=True)
            for raw in self._inline(split_attributes(token.content)[0]).links:
                place = self._find(raw.target, first, last)
                links.append(Link(raw.text, raw.target, place, raw.image))
        return tuple(links)

    def _find(self, target: str, first: int, last: int) -> Place:
        for line in range(first, last + 1):
            if target and f"]({target}" in self.lines[line - 1]:
                return Place(line, self.lines[line - 1].index(f"]({target}") + 3)
        return self.place(first)
