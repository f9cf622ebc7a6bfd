"""Where answers lead: it must exist, and be a question or a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from playbook.model import Kind, Library, PageRef, ref_of_group, resolve
from playbook.tree.faults import TreeFault
from playbook.tree.graph import Answer, Leads, Tree
from playbook.tree.targets import page_or_fallback


def prove_targets(forest: Sequence[Tree], library: Library) -> Iterator[TreeFault]:
    """Faults of single answers; `forest` is all trees of one language."""
    by_id = {tree.id: tree for tree in forest}
    anchors: dict[tuple[str, str], frozenset[str]] = {}
    for tree in forest:
        for question in tree.questions:
            for answer in question.answers:
                found = _problem(answer, tree, by_id, library, anchors)
                if found is not None:
                    code, message, fix = found
                    place = answer.place
                    yield TreeFault(
                        code, tree.path, place.line, place.column, message, fix, answer.written
                    )


Problem = tuple[str, str, str]
"""Code, message, way out."""


def _problem(
    answer: Answer,
    tree: Tree,
    by_id: Mapping[str, Tree],
    library: Library,
    anchors: dict[tuple[str, str], frozenset[str]],
) -> Problem | None:
    if answer.leads is Leads.QUESTION:
        return _question(answer.to, tree, "here")
    if answer.leads is Leads.TREE:
        ref = ref_of_group(tree.lang, answer.group)
        other = by_id.get(ref.id) if ref else None
        if other is None:
            # A tree that is not translated yet is shown from the reference.
            if ref and ref.into(library.reference) in library.pages:
                return None
            return _dangling(f"there is no tree {answer.group}.md", ref.id if ref else "", by_id)
        return _question(answer.anchor, other, f"in {answer.group}.md") if answer.anchor else None
    if answer.leads is Leads.SECTION:
        return _section(answer, tree, library, anchors)
    return _elsewhere(answer, tree, library)


def _question(id: str, tree: Tree, where: str) -> Problem | None:
    ids = [question.id for question in tree.questions]
    return None if id in ids else _dangling(f"there is no question #{id} {where}", id, ids)


def _section(
    answer: Answer,
    tree: Tree,
    library: Library,
    anchors: dict[tuple[str, str], frozenset[str]],
) -> Problem | None:
    page = page_or_fallback(library, tree.lang, answer.group)
    ref = ref_of_group(tree.lang, answer.group)
    if page is None or ref is None:
        entry = library.registry.archetype(ref.id) if ref and ref.kind is Kind.PLAYBOOK else None
        if entry is not None and entry.planned:
            fix = "Lead to the archetype nearest to it, or write its playbook first."
            return "tree-planned", f"the playbook of {entry.id} is still to be written", fix
        names = sorted({other.id for other in library.pages if ref and other.kind is ref.kind})
        return _dangling(f"there is no page {answer.group}.md", ref.id if ref else "", names)
    if not answer.anchor:
        return None if tree.derived else _whole_page(page.ref, answer.group)
    known = _anchors(page.ref, library, anchors)
    if answer.anchor in known:
        return None
    model = page.ref.into(library.reference)
    if model in library.pages and answer.anchor in _anchors(model, library, anchors):
        message = f"{answer.group}.md has no section #{answer.anchor} in this language yet"
        return "tree-untranslated-section", message, f"Translate it from {model.path}."
    message = f"{answer.group}.md has no section or item #{answer.anchor}"
    return _dangling(message, answer.anchor, sorted(known))


def _anchors(
    ref: PageRef, library: Library, cache: dict[tuple[str, str], frozenset[str]]
) -> frozenset[str]:
    key = (ref.lang, ref.group)
    if key not in cache:
        cache[key] = frozenset(library.pages[ref].anchors())
    return cache[key]


def _whole_page(ref: PageRef, group: str) -> Problem:
    if ref.kind is Kind.GUIDE:
        fix = f"Name the section: ({_example(group, 'section-id')})."
        return "tree-whole-guide", "this answer leads to the top of a guide", fix
    fix = f"Name the section: ({_example(group, 'strategy')})."
    return "tree-no-section", "this answer leads to a playbook, but to no section of it", fix


def _elsewhere(answer: Answer, tree: Tree, library: Library) -> Problem:
    page, _ = resolve(tree.ref, answer.written)
    fix = (
        "Lead to a question (#id, other.md#id) or to a section of a playbook or guide "
        "(../playbooks/unresponsive.md#strategy)."
    )
    if page is not None and page.lang != tree.lang:
        return "tree-no-section", f"this answer leaves the language {tree.lang}", fix
    is_file = ":" not in answer.written and not answer.written.startswith("/")
    if is_file and (page is None or page_or_fallback(library, tree.lang, page.group) is None):
        return "tree-dangling", "there is no such page", fix
    return "tree-no-section", "this answer leads to no section of a playbook or guide", fix


def _dangling(message: str, wanted: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(wanted, list(known), 1) if wanted else []
    fix = f"Did you mean {near[0]}?" if near else "Write what it leads to, or lead it elsewhere."
    return "tree-dangling", message, fix


def _example(group: str, anchor: str) -> str:
    return f"../{group}.md#{anchor}"
