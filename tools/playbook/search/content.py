"""The knowledge base as documents for the index, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model import FACETS as PAGE_FACETS
from playbook.model import Kind, Library, Page
from playbook.search.documents import Document, Section


def from_library(library: Library) -> list[Document]:
    """The knowledge base's playbooks, guides and hand-written trees as documents.

    A playbook's items stand a line each in their section; every message is a section of its
    own, as it has an anchor of its own.  Proposals of the normaliser are not public yet.
    """
    return [
        Document(
            id=f"{ref.lang}/{ref.group}",
            group=ref.group,
            lang=ref.lang,
            url=ref.url,
            title=page.title,
            sections=tuple(_sections(page)),
            aliases=_aliases(page, library.asked.get(ref, ())),
        )
        for ref, page in library.pages.items()
        if ref.kind in (Kind.PLAYBOOK, Kind.GUIDE, Kind.TREE)
    ]


def _aliases(page: Page, asked: tuple[str, ...]) -> tuple[str, ...]:
    # What names the situation counts as a name of the page: its tell-tale sign, its summary,
    # the words in which people ask for it.
    names = (page.text("short"), page.text("mark"), page.summary, *page.aliases, *asked)
    return tuple(dict.fromkeys(name for name in names if name))


def _sections(page: Page) -> Iterator[Section]:
    # The tell-tale sign is a name (see above); as a line of text it would run into the summary.
    opening = (page.summary or page.text("mark"), page.intro_text)
    yield Section("", "", None, "\n".join(line for line in opening if line))
    for section in page.sections:
        if page.ref.kind is Kind.TREE:
            below = section.words.removeprefix(section.heading).strip()
            yield Section(section.id or "", section.heading, "question", below)
            continue
        facet = PAGE_FACETS.get(section.id or "") if page.ref.kind is Kind.PLAYBOOK else None
        if section.messages:
            yield from (
                Section(
                    m.id or section.id or "",
                    m.heading,
                    facet,
                    f"{m.when}\n{_without_braces(m.text)}".strip(),
                )
                for m in section.messages
            )
            continue
        lines = [item.text for item in section.items if not item.proposed]
        yield Section(section.id or "", section.heading, facet, "\n".join(lines))


def _without_braces(message: str) -> str:
    """A message with the names of its fields as plain words."""
    return message.replace("{", "").replace("}", "")
