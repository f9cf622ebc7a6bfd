"""The graph of one language's trees: everything is met, and everyone gets out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.model import ref_of_group
from playbook.tree.derive import TRIAGE
from playbook.tree.faults import TreeFault
from playbook.tree.graph import Answer, Leads, Question, Tree

Node = tuple[str, str]
"""Tree id and question id."""


class Roads:
    """Questions of all trees of one language and the answers between them."""

    def __init__(self, forest: Sequence[Tree]) -> None:
        self.trees: Mapping[str, Tree] = {tree.id: tree for tree in forest}
        self.questions: Mapping[Node, tuple[Tree, Question]] = {
            (tree.id, question.id): (tree, question)
            for tree in forest
            for question in tree.questions
        }
        self.onward: Mapping[Node, tuple[Node, ...]] = {
            node: tuple(
                onward
                for answer in question.answers
                if (onward := self.following(tree, answer)) is not None
            )
            for node, (tree, question) in self.questions.items()
        }

    def following(self, tree: Tree, answer: Answer) -> Node | None:
        """The question an answer leads to, in whatever tree; None when it is none."""
        node: Node | None = None
        if answer.leads is Leads.QUESTION:
            node = (tree.id, answer.to)
        elif answer.leads is Leads.TREE and (ref := ref_of_group(tree.lang, answer.group)):
            other = self.trees.get(ref.id)
            node = (ref.id, answer.anchor or (other.start if other else ""))
        return node if node in self.questions else None

    def from_(self, starts: Sequence[Node]) -> dict[Node, int]:
        """Questions that can be met from `starts`, with the fewest answers it takes."""
        found = {start: 0 for start in starts if start in self.questions}
        queue = list(found)
        for node in queue:
            for following in self.onward[node]:
                if following not in found:
                    found[following] = found[node] + 1
                    queue.append(following)
        return found

    def into(self, goals: set[Node]) -> set[Node]:
        """Questions from which one of `goals` can be met, the goals included."""
        back: dict[Node, list[Node]] = {}
        for node, following in self.onward.items():
            for other in following:
                back.setdefault(other, []).append(node)
        found = set(goals)
        queue = list(goals)
        for node in queue:
            for earlier in back.get(node, ()):
                if earlier not in found:
                    found.add(earlier)
                    queue.append(earlier)
        return found


def prove_paths(forest: Sequence[Tree]) -> Iterator[TreeFault]:
    """Questions nobody meets, circles nobody leaves, trees that reach no playbook."""
    roads = Roads(forest)
    yield from _unreachable(roads)
    yield from _circles(roads)
    yield from _no_playbook(roads)


def _unreachable(roads: Roads) -> Iterator[TreeFault]:
    starts = [(tree.id, tree.start) for tree in roads.trees.values()]
    met = roads.from_(starts)
    for node, (tree, question) in roads.questions.items():
        if node not in met:
            message = f"no answer leads to the question #{question.id}"
            fix = f"Add an answer that does, - [What people see](#{question.id}), or delete it."
            yield _fault("tree-unreachable", tree, question, message, fix)


def _circles(roads: Roads) -> Iterator[TreeFault]:
    # Whatever is reported elsewhere (a dead end, a link to nowhere) counts as a way out here,
    # so that one mistake is reported once.
    ways_out = {
        node
        for node, (_, question) in roads.questions.items()
        if not question.answers or len(roads.onward[node]) < len(question.answers)
    }
    free = roads.into(ways_out)
    told: set[Node] = set()
    for start in roads.questions:
        if start in free or start in told:
            continue
        circle = _circle(start, roads)
        told |= roads.into(set(circle)) - free
        first = min(circle, key=list(roads.questions).index)
        turn = circle.index(first)
        ids = [id for _, id in circle[turn:] + circle[:turn]]
        tree, question = roads.questions[first]
        message = "nobody gets out of " + " → ".join(f"#{id}" for id in [*ids, ids[0]])
        fix = "Give one of these questions an answer that leads to a section of a playbook."
        yield _fault("tree-cycle", tree, question, message, fix)


def _circle(start: Node, roads: Roads) -> list[Node]:
    """The circle one runs into when always taking the first answer."""
    way = [start]
    while (following := roads.onward[way[-1]][0]) not in way:
        way.append(following)
    return way[way.index(following) :]


def _no_playbook(roads: Roads) -> Iterator[TreeFault]:
    goals = {
        node
        for node, (_, question) in roads.questions.items()
        if any(
            _is_playbook(answer) or _is_fault(answer, roads, node) for answer in question.answers
        )
        or not question.answers
    }
    lucky = roads.into(goals)
    for node, (tree, question) in roads.questions.items():
        # Elsewhere a question may well lead to guides only; triage is about archetypes.
        asked = tree.id == TRIAGE or question.id == tree.start
        if asked and node not in lucky and _has_outcome(node, roads):
            message = "no path from here reaches a section of a playbook"
            fix = "Add an answer such as - [Only the invoice](../playbooks/non-paying.md#strategy)."
            yield _fault("tree-no-section", tree, question, message, fix)


def _is_playbook(answer: Answer) -> bool:
    return answer.group.startswith("playbooks/") and bool(answer.anchor)


def _is_fault(answer: Answer, roads: Roads, node: Node) -> bool:
    """Reported as an answer already: no need to report its tree as well."""
    if answer.leads in (Leads.SECTION, Leads.ELSEWHERE):
        return answer.leads is Leads.ELSEWHERE or answer.group.startswith("playbooks/")
    return roads.following(roads.questions[node][0], answer) is None


def _has_outcome(start: Node, roads: Roads) -> bool:
    """A tree that only goes round in circles is reported as that."""
    return any(
        answer.leads is Leads.SECTION
        for node in roads.from_([start])
        for answer in roads.questions[node][1].answers
    )


def _fault(code: str, tree: Tree, question: Question, message: str, fix: str) -> TreeFault:
    place = question.place
    return TreeFault(code, tree.path, place.line, place.column, message, fix, question.text)
