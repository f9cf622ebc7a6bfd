"""Which pages the site has: every page of every language, translated or not, and our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from playbook.model import Kind, Library, Page, PageRef

HOME = "index"
"""Group of a language's home page."""

TEMPLATES = {
    Kind.PLAYBOOK: "playbook.html",
    Kind.GUIDE: "guide.html",
    Kind.PAGE: "guide.html",
    Kind.TREE: "tree.html",
}


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

    @property
    def url(self) -> str:
        """Address below the site's root."""
        return f"{self.lang}/{self.group}.html" if self.lang else f"{self.group}.html"

    @property
    def root(self) -> str:
        """The way from this page to the site's root, for relative addresses."""
        return "../" * self.url.count("/")

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


def own_pages(library: Library, groups: dict[str, str]) -> Iterator[PlannedPage]:
    """Pages the site makes itself, for every language: group → template."""
    for lang in library.languages:
        for group, template in groups.items():
            yield PlannedPage(lang, group, template)
