"""The knowledge base as documents for the index, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model import FACETS, Kind, Library, Page
from playbook.model import Section as PageSection
from playbook.search.documents import Document, Section


def from_library(library: Library) -> list[Document]:
    """A document for every playbook, guide and authored tree, in order of their paths.

    Pages of other kinds (home, glossary) say nothing that these do not.
    """
    return [_document(page) for ref, page in library.pages.items() if ref.kind != Kind.PAGE]


def _document(page: Page) -> Document:
    short = (page.short,) if page.short != page.title else ()
    return Document(
        id=f"{page.ref.lang}/{page.ref.group}",
        group=page.ref.group,
        lang=page.ref.lang,
        url=page.ref.url,
        title=page.title,
        sections=(_opening(page), *(_section(page, section) for section in page.sections)),
        aliases=(*short, *page.aliases),
    )


def _opening(page: Page) -> Section:
    """What stands above the first heading: the page as a whole, without an anchor."""
    lines = [page.summary, page.text("mark"), page.intro_text]
    return Section("", "", None, "\n".join(line for line in lines if line))


def _section(page: Page, section: PageSection) -> Section:
    return Section(
        section.id or "", section.heading, _facet(page, section), "\n".join(_lines(section))
    )


def _facet(page: Page, section: PageSection) -> str | None:
    if page.ref.kind == Kind.TREE:
        return "question"
    return FACETS.get(section.id or "") if page.ref.kind == Kind.PLAYBOOK else None


def _lines(section: PageSection) -> Iterator[str]:
    """Items and paragraphs, then messages; proposals wait for an editor and are left out."""
    for item in section.items:
        if not item.proposed:
            yield item.text
    for message in section.messages:
        yield message.heading
        if message.when:
            yield message.when
        yield from (part for part in message.text.split("\n\n") if part)
