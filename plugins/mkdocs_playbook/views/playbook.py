"""A playbook at the moment of need: signs to tick, steps with waits, exit panel, messages."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from mkdocs_playbook.prose import Prose, inline_tokens
from mkdocs_playbook.views.card import MessageCard, message_card, sentence_case
from mkdocs_playbook.views.citing import CitedSource
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.views.sheet import sheet_of
from mkdocs_playbook.views.track import Track
from mkdocs_playbook.views.ways import Way, ways_to
from playbook.model import Item, Kind, Link, Message, Page, PageRef, Section, resolve

SIGNS, STRATEGY, EXIT, MESSAGES = "signs", "strategy", "exit-criteria", "messages"
ALIKE, NEXT_TIME = "not-to-be-confused-with", "next-time"
_PLACED = (SIGNS, STRATEGY, EXIT, MESSAGES, ALIKE, NEXT_TIME)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign, an exit criterion or a rule for next time."""

    id: str
    html: str
    sources: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what to do, why it works, the message to use, how long to wait after it."""

    id: str
    do: str
    why: str
    wait: str
    message: str
    message_title: str
    sources: str


@dataclass(frozen=True, slots=True)
class LookAlike:
    name: str
    href: str
    difference: str
    track: Track | None


@dataclass(frozen=True, slots=True)
class Facet:
    """Heading of a section, and whether its reference has moved on."""

    heading: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class PlaybookView:
    id: str
    title: str
    lead: str
    track: Track | None
    caption: str
    who: str
    """Who this is and why: the first paragraph of the introduction."""
    urgent: str
    """The rest of the introduction: what to know before anything else."""
    who_stale: bool
    aliases: str
    signs: Facet | None
    sign_items: tuple[Entry, ...]
    strategy: Facet | None
    steps: tuple[Step, ...]
    exit: Facet | None
    exit_items: tuple[Entry, ...]
    rule: str
    messages: Facet | None
    cards: tuple[MessageCard, ...]
    alike: Facet | None
    look_alikes: tuple[LookAlike, ...]
    next_time: Facet | None
    next_items: tuple[Entry, ...]
    more: tuple[tuple[str, str, str], ...]
    """Other sections: (id, heading, HTML)."""
    sources: tuple[CitedSource, ...]
    editorial: bool
    """Whether something is our own judgement."""
    ways: tuple[Way, ...]
    tree: str
    """Address of its own tree."""
    sheet: int
    """How closely the printed sheet is set."""


def playbook_view(setting: Setting) -> PlaybookView:
    """Everything the template of a playbook shows."""
    page, prose = setting.page, setting.prose
    titles = {message.id: message.heading for message in _messages(page)}
    cites = [cite for item in page.items() if not item.proposed for cite in item.cites]
    exit_section = page.section(EXIT)
    who, _, urgent = page.intro.strip().partition("\n\n")
    return PlaybookView(
        id=page.ref.id,
        title=page.title,
        lead=page.summary,
        track=setting.track_of(page.ref.id),
        caption=page.text("track"),
        who=prose.blocks(who),
        urgent=prose.blocks(urgent),
        who_stale="intro" in setting.stale,
        aliases=setting.words.listing(page.aliases[:6]),
        signs=_facet(setting, SIGNS),
        sign_items=_entries(setting, page.section(SIGNS)),
        strategy=_facet(setting, STRATEGY),
        steps=tuple(_step(setting, item, titles) for item in _list(page.section(STRATEGY))),
        exit=_facet(setting, EXIT),
        exit_items=_entries(setting, exit_section),
        rule=" ".join(prose.inline(p.markdown) for p in _paragraphs(exit_section)),
        messages=_facet(setting, MESSAGES),
        cards=tuple(message_card(message) for message in _messages(page)),
        alike=_facet(setting, ALIKE),
        look_alikes=tuple(_alike(setting, item) for item in _list(page.section(ALIKE))),
        next_time=_facet(setting, NEXT_TIME),
        next_items=_entries(setting, page.section(NEXT_TIME)),
        more=tuple(
            (section.id or "", section.heading, prose.blocks(section.markdown))
            for section in page.sections
            if section.id not in _PLACED
        ),
        sources=setting.citations.cited(cites),
        editorial=any(cite.is_editorial for cite in cites),
        ways=ways_to(setting),
        tree=setting.tree_href(page.ref.id),
        sheet=sheet_of(page),
    )


def split_step(prose: Prose, item: Item) -> tuple[str, str, str]:
    """A step's Markdown → what to do, why, and the wait in words, each as HTML.

    What to do is the strong text it begins with (the whole step when there is none); the
    wait is its last emphasised sentence, if the step has a `wait`.
    """
    tokens = inline_tokens(item.markdown)
    wait = ""
    if item.wait is not None and tokens and (span := _last_group(tokens, "em")):
        start, stop = span
        wait = prose.rendered(tokens[start + 1 : stop]).rstrip(".।")
        tokens = tokens[:start] + tokens[stop + 1 :]
    if not tokens or (first := _first_group(tokens, "strong")) is None:
        return prose.rendered(tokens), "", wait
    start, stop = first
    return prose.rendered(tokens[start + 1 : stop]), prose.rendered(tokens[stop + 1 :]), wait


def _first_group(tokens: list[Token], kind: str) -> tuple[int, int] | None:
    """The span of a `kind` group the tokens begin with."""
    start = next((i for i, t in enumerate(tokens) if t.type != "text" or t.content.strip()), 0)
    if tokens[start].type != f"{kind}_open":
        return None
    level = tokens[start].level
    close = (i for i in range(start, len(tokens)) if tokens[i].type == f"{kind}_close")
    return start, next(i for i in close if tokens[i].level == level)


def _last_group(tokens: list[Token], kind: str) -> tuple[int, int] | None:
    """The span of a `kind` group the tokens end with."""
    stop = len(tokens) - 1
    while stop > 0 and tokens[stop].type == "text" and not tokens[stop].content.strip():
        stop -= 1
    if tokens[stop].type != f"{kind}_close":
        return None
    level = tokens[stop].level
    opening = (i for i in range(stop, -1, -1) if tokens[i].type == f"{kind}_open")
    return next(i for i in opening if tokens[i].level == level), stop


def _facet(setting: Setting, id: str) -> Facet | None:
    section = setting.page.section(id)
    return Facet(section.heading, id in setting.stale) if section else None


def _list(section: Section | None) -> tuple[Item, ...]:
    """Items an editor has taken on."""
    if section is None:
        return ()
    return tuple(item for item in section.list_items if not item.proposed)


def _paragraphs(section: Section | None) -> tuple[Item, ...]:
    if section is None:
        return ()
    return tuple(i for i in section.items if i.kind == "paragraph" and not i.proposed)


def _messages(page: Page) -> tuple[Message, ...]:
    section = page.section(MESSAGES)
    return section.messages if section else ()


def _entries(setting: Setting, section: Section | None) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            item.id or "",
            setting.prose.inline(item.markdown),
            setting.citations.row(item.cites),
        )
        for item in _list(section)
    )


def _step(setting: Setting, item: Item, titles: dict[str | None, str]) -> Step:
    do, why, wait = split_step(setting.prose, item)
    message = item.message if item.message in titles else None
    return Step(
        id=item.id or "",
        do=do,
        why=why,
        wait=wait,
        message=message or "",
        message_title=titles.get(message, "") if message else "",
        sources=setting.citations.row(item.cites),
    )


def _alike(setting: Setting, item: Item) -> LookAlike:
    link: Link | None = item.links[0] if item.links else None
    ref: PageRef | None = resolve(setting.page.ref, link.target)[0] if link else None
    tokens = inline_tokens(item.markdown)
    if link is not None and tokens and tokens[0].type == "link_open":
        close = next(i for i, token in enumerate(tokens) if token.type == "link_close")
        tokens = tokens[close + 1 :]
        if tokens and tokens[0].type == "text":
            tokens[0].content = sentence_case(tokens[0].content.lstrip(" :–—"))
    archetype = ref.id if ref is not None and ref.kind == Kind.PLAYBOOK else ""
    return LookAlike(
        name=link.text if link else "",
        href=setting.target(link.target).href if link else "",
        difference=setting.prose.rendered(tokens),
        track=setting.track_of(archetype),
    )
