"""Which pages the site has: every page of every language, translated or not, and our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from playbook.model import Kind, Library, Page, PageRef
from playbook.tree import Tree

HOME = "index"
"""Group of a language's home page."""

KEY = "triage"
"""Id of the tree that leads from what one sees to a playbook."""

TEMPLATES = {
    Kind.PLAYBOOK: "playbook.html",
    Kind.GUIDE: "guide.html",
    Kind.PAGE: "guide.html",
}

OWN_PAGES = {
    "search": "search-page.html",
    "about": "about.html",
    "status": "status.html",
    "404": "404.html",
}
"""Pages that the site makes in every language, unless its content has one: group → template."""

INDEX = "a-z"

OFFLINE_PAGE = "offline"
"""What the service worker shows for a page that is not kept."""


@dataclass(frozen=True)
class PlannedPage:
    """One page of the site."""

    lang: str
    """Language of its reader."""
    group: str
    """Shared by its translations: `playbooks/unresponsive`, `search`."""
    template: str
    source: Page | None = None
    """The content page shown; None for pages the site makes itself."""
    number: int = 1
    """Which part of an index that is split over several pages."""
    base: str = ""
    """Where the site's root is, for a page that a server shows at any address."""

    @property
    def url(self) -> str:
        """Address below the site's root."""
        return f"{self.lang}/{self.group}.html" if self.lang else f"{self.group}.html"

    @property
    def id(self) -> str:
        """The group without its folder: `unresponsive`."""
        return self.group.rpartition("/")[2]

    @property
    def root(self) -> str:
        """The way from this page to the site's root, for relative addresses."""
        return self.base or "../" * self.url.count("/")

    @property
    def text_lang(self) -> str:
        """Language of the text shown."""
        return self.source.ref.lang if self.source else self.lang

    @property
    def is_fallback(self) -> bool:
        """Whether the text is shown from another language for want of a translation."""
        return self.source is not None and self.source.ref.lang != self.lang


@dataclass(frozen=True)
class Plan:
    """Every page of the site, in order of address."""

    pages: tuple[PlannedPage, ...]

    @cached_property
    def by_url(self) -> dict[str, PlannedPage]:
        return {page.url: page for page in self.pages}

    @cached_property
    def groups(self) -> dict[str, dict[str, PlannedPage]]:
        """Group → language → page."""
        table: dict[str, dict[str, PlannedPage]] = {}
        for page in self.pages:
            table.setdefault(page.group, {})[page.lang] = page
        return table

    def of_language(self, lang: str) -> Iterator[PlannedPage]:
        return (page for page in self.pages if page.lang == lang)


def shown_page(library: Library, ref: PageRef) -> Page | None:
    """The page of `ref`, else its reference, else any translation of it."""
    for lang in (ref.lang, library.reference, *library.languages):
        if page := library.pages.get(ref.into(lang)):
            return page
    return None


def content_pages(library: Library) -> Iterator[PlannedPage]:
    """A page for every group in every language; trees are planned by their own package."""
    refs = {PageRef("", ref.kind, ref.id) for ref in library.pages if ref.kind != Kind.TREE}
    for ref in sorted(refs):
        for lang in library.languages:
            page = shown_page(library, ref.into(lang))
            template = "home.html" if ref.group == HOME else TEMPLATES[ref.kind]
            yield PlannedPage(lang, ref.group, template, page)


def tree_pages(library: Library, trees: Iterable[Tree]) -> Iterator[PlannedPage]:
    """A page for every tree in every language, authored or derived."""
    sources: dict[tuple[str, str], PageRef] = {}
    for tree in trees:
        sources[tree.lang, tree.id] = tree.source
    for id in sorted({id for _, id in sources}):
        for lang in library.languages:
            langs = (lang, library.reference, *library.languages)
            ref = next(sources[other, id] for other in langs if (other, id) in sources)
            yield PlannedPage(lang, f"trees/{id}", "tree.html", library.pages[ref])


def own_pages(library: Library, index_sizes: Mapping[str, int], base: str) -> Iterator[PlannedPage]:
    """Pages the site makes itself, for every language; one to choose a language, one for
    addresses that lead nowhere (`base` is the root's path on the server)."""
    for lang in library.languages:
        for group, template in OWN_PAGES.items():
            if not any(library.page(other, group) for other in library.languages):
                yield PlannedPage(lang, group, template, base=base if group == "404" else "")
        for number in range(1, index_sizes[lang] + 1):
            group = INDEX if number == 1 else f"{INDEX}-{number}"
            yield PlannedPage(lang, group, "index-az.html", number=number)
    yield PlannedPage("", HOME, "choose.html")
    yield PlannedPage("", "404", "404.html", base=base)
    yield PlannedPage("", OFFLINE_PAGE, "404.html", base=base)


def plan_site(
    library: Library, trees: Iterable[Tree], index_sizes: Mapping[str, int], base: str
) -> Plan:
    """Every page of the site; `index_sizes` is the number of pages of each language's index."""
    pages = (
        *content_pages(library),
        *tree_pages(library, trees),
        *own_pages(library, index_sizes, base),
    )
    return Plan(tuple(sorted(pages, key=lambda page: page.url)))
