"""The triage tree leads to every archetype in a few answers, and no sign is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.model import Kind, Library, Page, PageRef, resolve
from playbook.tree.derive import TRIAGE
from playbook.tree.faults import TreeFault
from playbook.tree.graph import Answer, Tree
from playbook.tree.proofs.paths import Roads
from playbook.tree.targets import page_or_fallback

MOST_ANSWERS = 5
"""From the first question of the triage tree to an archetype."""

_PATHS_LOOKED_AT = 20_000


def prove_coverage(forest: Sequence[Tree], lang: str, library: Library) -> Iterator[TreeFault]:
    """Faults of what the trees of one language leave out."""
    triage = next((tree for tree in forest if tree.id == TRIAGE), None)
    if triage is not None and triage.questions:
        yield from _unreached(triage, forest, library)
        yield from _too_deep(triage)
    elif triage is None and lang == library.reference:
        # Reported for the reference alone: a missing translation is another matter.
        yield from _no_triage(library)
    for tree in forest:
        if not tree.derived:
            yield from _signs(tree, library)


def _unreached(triage: Tree, forest: Sequence[Tree], library: Library) -> Iterator[TreeFault]:
    roads = Roads(forest)
    reached = {
        answer.group
        for node in roads.from_([(triage.id, triage.start)])
        for answer in roads.questions[node][1].answers
        if answer.anchor
    }
    place = triage.questions[0].place
    for archetype in library.registry.archetypes:
        group = PageRef(triage.lang, Kind.PLAYBOOK, archetype.id).group
        if archetype.planned or group in reached:
            continue
        if page_or_fallback(library, triage.lang, group) is None:
            continue
        message = f"no path from here reaches the archetype {archetype.id}"
        fix = f"Add an answer: - [What people see](../{group}.md#strategy)."
        yield TreeFault(
            "tree-archetype-unreached",
            triage.path,
            place.line,
            place.column,
            message,
            fix,
            archetype.id,
        )


def _too_deep(triage: Tree) -> Iterator[TreeFault]:
    deepest: dict[Answer, tuple[int, str]] = {}
    for path in triage.paths(_PATHS_LOOKED_AT):
        answer = path[-1][1]
        if len(path) > MOST_ANSWERS and answer.group.startswith("playbooks/"):
            way = " → ".join(f"#{question.id}" for question, _ in path)
            deepest[answer] = max(deepest.get(answer, (0, "")), (len(path), way))
    for answer, (count, way) in deepest.items():
        message = f"{count} answers lead here: {way}"
        fix = f"At most {MOST_ANSWERS}: shorten the way, or ask the question that parts most first."
        place = answer.place
        yield TreeFault(
            "tree-too-deep", triage.path, place.line, place.column, message, fix, answer.text
        )


def _no_triage(library: Library) -> Iterator[TreeFault]:
    ref = PageRef(library.reference, Kind.TREE, TRIAGE)
    playbooks = library.of_kind(library.reference, Kind.PLAYBOOK)
    if not playbooks:
        return
    # As a page is shown, so is the one that is missing.
    shown = playbooks[0].path.removesuffix(playbooks[0].ref.path)
    fix = f"Write it: a question is ## What comes back? {{#what-comes-back}}. Path: {ref.path}."
    message = "there is no tree that leads to the playbooks"
    yield TreeFault("tree-triage-missing", f"{shown}{ref.path}", 1, 1, message, fix)


def _signs(tree: Tree, library: Library) -> Iterator[TreeFault]:
    """Signs of the playbook that a tree written by hand is about, and does not use."""
    page = library.page(tree.lang, f"playbooks/{tree.id}")
    source = library.pages.get(tree.source)
    section = page.section("signs") if page else None
    if page is None or section is None or source is None:
        return
    used = {answer.sign for question in tree.questions for answer in question.answers}
    used.update(_links_to(source, page))
    for sign in section.list_items:
        if sign.id and not sign.proposed and sign.id not in used:
            message = f"no question of {tree.ref.path} uses the sign #{sign.id}"
            fix = (
                f"Add its id to the answer it belongs to: - [What they see](#next) {{#{sign.id}}}."
            )
            yield TreeFault(
                "tree-sign-unused",
                page.path,
                sign.place.line,
                sign.place.column,
                message,
                fix,
                sign.text,
            )


def _links_to(source: Page, page: Page) -> Iterator[str]:
    for link in source.links:
        ref, anchor = resolve(source.ref, link.target)
        if ref == page.ref:
            yield anchor
