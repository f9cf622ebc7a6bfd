"""The home page of a language: question, search, first question of the key, plates, guides."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_playbook.plan import KEY, shown_page
from mkdocs_playbook.views.setting import Setting, playbook_order
from mkdocs_playbook.views.track import Track
from playbook.model import Kind, PageRef, ref_of_group
from playbook.tree import KeyAnswer, key_answers

MOST_PLATES = 48
"""Beyond this a home page shows the first plates of each category and links to the index."""

PLATES_OF_CATEGORY = 6


@dataclass(frozen=True, slots=True)
class Plate:
    number: int
    href: str
    name: str
    mark: str
    lang: str
    track: Track | None


@dataclass(frozen=True, slots=True)
class Category:
    id: str
    name: str
    sentence: str
    plates: tuple[Plate, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class KeyStart:
    question: str
    href: str
    lang: str
    answers: tuple[KeyAnswer, ...]


@dataclass(frozen=True, slots=True)
class GuideLink:
    href: str
    title: str
    lang: str


@dataclass(frozen=True, slots=True)
class HomeView:
    title: str
    lead: str
    text_lang: str
    count: int
    categories: tuple[Category, ...]
    key: KeyStart | None
    guides: tuple[GuideLink, ...]


def home_view(setting: Setting) -> HomeView:
    """Everything the template of the home page shows."""
    page = setting.page
    return HomeView(
        title=page.title,
        lead=page.summary,
        text_lang=page.ref.lang,
        count=len(playbook_order(setting.library)),
        categories=_categories(setting),
        key=_key(setting),
        guides=tuple(guide_links(setting)),
    )


def plates(setting: Setting) -> tuple[tuple[str, Plate], ...]:
    """(category, plate) of every archetype, numbered in the order shown."""
    found: list[tuple[str, Plate]] = []
    for number, entry in enumerate(playbook_order(setting.library), start=1):
        page = setting.playbook(entry.id)
        if page is None:
            continue
        href = setting.href(page.ref.into(setting.planned.lang).url)
        track = setting.track_of(entry.id)
        plate = Plate(number, href, page.short, page.mark, page.ref.lang, track)
        found.append((entry.category, plate))
    return tuple(found)


def _categories(setting: Setting) -> tuple[Category, ...]:
    grouped: dict[str, list[Plate]] = {}
    all_plates = plates(setting)
    for category, plate in all_plates:
        grouped.setdefault(category, []).append(plate)
    most = PLATES_OF_CATEGORY if len(all_plates) > MOST_PLATES else MOST_PLATES
    found: list[Category] = []
    for id, members in grouped.items():
        section = setting.page.section(id)
        name = section.heading if section else ""
        sentence = setting.prose.inline(section.markdown.strip()) if section else ""
        left_out = max(0, len(members) - most)
        found.append(Category(id, name, sentence, tuple(members[:most]), left_out))
    return tuple(found)


def _key(setting: Setting) -> KeyStart | None:
    """The first question of the key, its answers leading straight into the tree."""
    tree = setting.key
    if tree is None or not tree.questions:
        return None
    lang = setting.planned.lang
    url = tree.ref.into(lang).url

    def href(group: str, anchor: str) -> str:
        ref = ref_of_group(lang, group) if group else None
        return setting.href(ref.url if ref else url, anchor)

    first = tree.questions[0]
    answers = key_answers(tree, first, href)
    return KeyStart(first.text, href("", first.id), tree.lang, answers)


def guide_links(setting: Setting) -> list[GuideLink]:
    """Every guide, and the trees that are not the key."""
    lang = setting.planned.lang
    links: list[GuideLink] = []
    for kind in (Kind.TREE, Kind.GUIDE):
        for id in setting.library.groups(kind):
            if id == KEY or (kind == Kind.TREE and setting.playbook(id)):
                continue
            page = shown_page(setting.library, PageRef(lang, kind, id))
            if page is not None:
                href = setting.href(page.ref.into(lang).url)
                links.append(GuideLink(href, page.title, page.ref.lang))
    return links
