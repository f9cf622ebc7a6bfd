"""The search page as it stands without a script: every page by name, to look through."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_playbook.plan import HOME, shown_page
from mkdocs_playbook.views.home import MOST_PLATES, PLATES_OF_CATEGORY, guide_links
from mkdocs_playbook.views.setting import Setting, playbook_order
from playbook.model import Kind, PageRef


@dataclass(frozen=True, slots=True)
class IndexEntry:
    href: str
    title: str
    summary: str
    lang: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """A category of playbooks; the last group, without a heading, holds guides and trees."""

    heading: str
    lang: str
    entries: tuple[IndexEntry, ...]
    left_out: int = 0
    """How many more the index from A to Z has: a page must not grow with the knowledge base."""


@dataclass(frozen=True, slots=True)
class SearchView:
    groups: tuple[IndexGroup, ...]


def search_view(setting: Setting) -> SearchView:
    """Playbooks by category in the order of the home page, then trees and guides."""
    lang = setting.planned.lang
    home = shown_page(setting.library, PageRef(lang, Kind.PAGE, HOME))
    grouped: dict[str, list[IndexEntry]] = {}
    for entry in playbook_order(setting.library):
        if page := setting.playbook(entry.id):
            href = setting.href(page.ref.into(lang).url)
            found = IndexEntry(href, page.title, page.summary, page.ref.lang)
            grouped.setdefault(entry.category, []).append(found)
    many = sum(map(len, grouped.values())) > MOST_PLATES
    most = PLATES_OF_CATEGORY if many else MOST_PLATES
    groups = []
    for id, entries in grouped.items():
        section = home.section(id) if home else None
        heading = section.heading if section else ""
        named_in = home.ref.lang if home else lang
        left_out = max(0, len(entries) - most)
        groups.append(IndexGroup(heading, named_in, tuple(entries[:most]), left_out))
    guides = [IndexEntry(link.href, link.title, "", link.lang) for link in guide_links(setting)]
    groups.append(IndexGroup("", lang, tuple(guides)))
    return SearchView(tuple(groups))
