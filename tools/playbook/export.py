"""The knowledge base as one JSON object, for programs: `playbook export` and the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from playbook.model import REQUIRED_SECTIONS, Item, Kind, Library, Page, PageRef
from playbook.translate import Dashboard, page_status, shown_page
from playbook.translate.board_text import as_json
from playbook.tree import Tree, load_trees
from playbook.tree.size import tree_size

Json = dict[str, object]


def export_library(library: Library) -> Json:
    """Languages, archetypes with their playbooks, guides, trees and sources.

    `path` is that of the file the text stands in, below the content folder: for a page
    shown from the reference (`status` fallback) it is the reference's file.
    """
    return {
        "languages": list(library.languages),
        "reference": library.reference,
        "archetypes": list(_archetypes(library)),
        "guides": list(_guides(library)),
        "trees": [_tree(tree) for tree in load_trees(library)],
        "sources": [
            {
                "id": source.id,
                "file": source.file,
                "sha256": source.sha256,
                "language": source.language,
                "title": source.title,
                "lines": source.lines,
            }
            for source in library.registry.sources
        ],
    }


def export_status(library: Library, board: Dashboard, languages: Sequence[str]) -> Json:
    """How far the translations into `languages` are, what supports what, and how large trees are.

    The numbers of the site's page on the state of the translations.
    """
    trees = [tree for tree in load_trees(library) if tree.lang == library.reference]
    return {
        **as_json(board, languages),
        "sources": [
            {
                "id": source.id,
                "language": source.language,
                "title": source.title,
                "lines": source.lines,
                "used": len(board.cited[source.id]),
                "supports": {str(n): list(items) for n, items in board.cited[source.id].items()},
            }
            for source in library.registry.sources
        ],
        "trees": [
            {"id": tree.id, "derived": tree.derived, **asdict(tree_size(tree))} for tree in trees
        ],
    }


def _archetypes(library: Library) -> Iterator[Json]:
    for archetype in library.registry.archetypes:
        yield {
            "id": archetype.id,
            "category": archetype.category,
            "related": list(archetype.related),
            "planned": archetype.planned,
            "playbooks": {
                lang: _playbook(library, PageRef(lang, Kind.PLAYBOOK, archetype.id))
                for lang in library.languages
            },
        }


def _playbook(library: Library, ref: PageRef) -> Json:
    page = shown_page(library, ref)
    sections: Json = {}
    for id in REQUIRED_SECTIONS:
        section = page.section(id) if page else None
        items = section.list_items if section else ()
        sections[id] = [_item(item) for item in items if not item.proposed]
    return {**_head(library, ref, page), "sections": sections}


def _guides(library: Library) -> Iterator[Json]:
    for id in library.groups(Kind.GUIDE):
        refs = [PageRef(lang, Kind.GUIDE, id) for lang in library.languages]
        yield {"id": id, "pages": {ref.lang: _guide(library, ref) for ref in refs}}


def _guide(library: Library, ref: PageRef) -> Json:
    page = shown_page(library, ref)
    claims = [item for item in page.items() if item.id or item.cites] if page else []
    items = [_item(item) for item in claims if not item.proposed]
    return {**_head(library, ref, page), "items": items}


def _tree(tree: Tree) -> Json:
    questions = [
        {
            "id": question.id,
            "kind": "question",
            "text": question.text,
            "answers": [{"text": answer.text, "to": answer.to} for answer in question.answers],
            "links": [],
        }
        for question in tree.questions
    ]
    outcomes = [
        {"id": o.id, "kind": "outcome", "text": o.text, "answers": [], "links": [o.id]}
        for o in tree.outcomes
    ]
    return {
        "id": tree.id,
        "lang": tree.lang,
        "title": tree.title,
        "derived": tree.derived,
        "start": tree.start,
        "nodes": [*questions, *outcomes],
    }


def _head(library: Library, ref: PageRef, page: Page | None) -> Json:
    return {
        "title": page.title if page else "",
        "summary": page.summary if page else "",
        "aliases": list(page.aliases) if page else [],
        "path": page.ref.path if page else ref.path,
        "url": ref.url,
        "status": str(page_status(library, ref)),
    }


def _item(item: Item) -> Json:
    return {
        "id": item.id,
        "text": item.text,
        "cite": [str(cite) for cite in item.cites],
        "line": item.place.line,
    }
