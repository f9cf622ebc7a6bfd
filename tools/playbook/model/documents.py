"""A content page as data: front matter, sections, items, links, with line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from playbook.model.paths import PageRef

EDITORIAL = "editorial"
REQUIRED_SECTIONS = ("signs", "strategy", "exit-criteria")
"""Sections every playbook must have, in this order."""

FACETS = {
    "signs": "sign",
    "strategy": "strategy",
    "exit-criteria": "exit",
    "messages": "message",
}
"""Section id → facet of what stands in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column, both from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Cite:
    """Lines `first` to `last` of a source article, or our own judgement (`editorial`)."""

    source: str
    first: int = 0
    last: int = 0

    @property
    def is_editorial(self) -> bool:
        return self.source == EDITORIAL

    def __str__(self) -> str:
        if self.is_editorial:
            return EDITORIAL
        if self.first == self.last:
            return f"{self.source}:{self.first}"
        return f"{self.source}:{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Wait:
    """How long to wait before the next step: `2wd` is two working days."""

    count: int
    unit: str
    """h, d, wd, w or m: hours, days, working days, weeks, months."""

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    @property
    def days(self) -> float:
        """Length in calendar days, a working week counted as seven."""
        return self.count * {"h": 1 / 24, "d": 1.0, "wd": 7 / 5, "w": 7.0, "m": 30.0}[self.unit]


@dataclass(frozen=True, slots=True)
class Link:
    """An internal or external link as written, or an image."""

    text: str
    target: str
    place: Place
    image: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A list item or paragraph, with the attributes of its brace block."""

    text: str
    """Plain words, markup and attribute block removed."""
    markdown: str
    """Source of the item's own text, attribute block removed."""
    place: Place
    kind: str
    """`bullet`, `number` or `paragraph`."""
    id: str | None = None
    cites: tuple[Cite, ...] = ()
    wait: Wait | None = None
    message: str | None = None
    """Id of the message a step uses."""
    proposed: bool = False
    """Written by the normaliser, not yet taken on by an editor."""
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    """All key/value pairs as written, in order."""
    attributes_place: Place | None = None
    last_line: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A message to copy: a level-3 heading, an optional line on when, a block quote."""

    id: str | None
    heading: str
    text: str
    """Paragraphs parted by a blank line, as they are copied; markup removed."""
    when: str
    place: Place
    fields: tuple[str, ...] = ()
    """Placeholders without their braces, in order, each once."""


@dataclass(frozen=True, slots=True)
class Section:
    """A level-2 heading and what stands under it."""

    id: str | None
    heading: str
    place: Place
    markdown: str
    """Source below the heading, up to the next level-2 heading."""
    items: tuple[Item, ...] = ()
    """List items and paragraphs in order."""
    messages: tuple[Message, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[tuple[str, Place], ...] = ()
    """Ids of deeper headings."""
    words: str = ""
    """Heading and everything below it as plain words with single spaces; what is hashed."""

    @property
    def list_items(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind != "paragraph")


@dataclass(frozen=True, slots=True)
class Problem:
    """What the reader could not make sense of; `check` turns it into a finding of rule `code`."""

    code: str
    message: str
    place: Place
    fix: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One content file."""

    ref: PageRef
    path: str
    """Path as opened, for messages."""
    front: Mapping[str, object]
    front_places: Mapping[str, Place]
    """Where each front matter key stands."""
    intro: str
    """Markdown between front matter and the first section."""
    intro_text: str
    intro_place: Place
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    """Every link of the page, intro and sections."""
    source: str
    """The whole file as text."""
    problems: tuple[Problem, ...] = ()
    body_line: int = 1
    """First line after the front matter."""
    intro_words: str = ""
    """As `Section.words`, of what stands before the first section."""

    def text(self, key: str) -> str:
        """A front matter value as a string, "" when absent or not a string."""
        value = self.front.get(key)
        return value.strip() if isinstance(value, str) else ""

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def short(self) -> str:
        return self.text("short") or self.title

    @property
    def mark(self) -> str:
        return self.text("mark") or self.summary

    @property
    def summary(self) -> str:
        return self.text("summary")

    @property
    def aliases(self) -> tuple[str, ...]:
        value = self.front.get("aliases")
        if not isinstance(value, list):
            return ()
        return tuple(str(alias) for alias in value if isinstance(alias, str | int | float))

    @property
    def reviewed(self) -> int:
        value = self.front.get("reviewed")
        return value if isinstance(value, int) and not isinstance(value, bool) else 0

    def section(self, id: str) -> Section | None:
        return next((section for section in self.sections if section.id == id), None)

    def items(self) -> Iterator[Item]:
        for section in self.sections:
            yield from section.items

    def anchors(self) -> dict[str, Place]:
        """Every id that a link to this page may name; the first place wins."""
        found: dict[str, Place] = {}
        for section in self.sections:
            ids: list[tuple[str | None, Place]] = [(section.id, section.place)]
            ids += section.anchors
            ids += [(item.id, item.place) for item in section.items]
            for id, place in ids:
                if id:
                    found.setdefault(id, place)
        return found


@dataclass(frozen=True, slots=True)
class Archetype:
    """An entry of archetypes.yml."""

    id: str
    category: str
    related: tuple[str, ...] = ()
    planned: bool = False
    track: tuple[str, str] | None = None
    """Two strings of twelve columns: what you do, what comes from them."""
    place: Place = field(default_factory=lambda: Place(1))


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of sources.yml."""

    id: str
    file: str
    sha256: str
    language: str
    title: str
    lines: int
    place: Place = field(default_factory=lambda: Place(1))
