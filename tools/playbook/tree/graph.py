"""A decision tree as immutable data, and the few questions one asks a graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from playbook.model import Kind, PageRef, Place


class Leads(StrEnum):
    """What stands at the other end of an answer."""

    QUESTION = "question"
    """A question of the same tree."""
    TREE = "tree"
    """A question of another tree."""
    SECTION = "section"
    """A section of a playbook or a guide: an outcome."""
    ELSEWHERE = "elsewhere"
    """Anything else: another site, another language, a page that is no playbook."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way on from a question."""

    text: str
    to: str
    """Question id of the same tree, `trees/other.md#id`, `playbooks/x.md#signs` or
    `guides/x.md#part` (below the language's folder); as written when it is none of these."""
    leads: Leads
    written: str
    """The link target as it stands in the file."""
    place: Place
    group: str = ""
    """Group of the page it leads to; "" for a question of the same tree and for elsewhere."""
    anchor: str = ""
    sign: str = ""
    """Id of the sign this answer stands for, "" when it stands for none."""
    unsure: bool = False
    """The answer of those who cannot tell: set last and quieter."""


@dataclass(frozen=True, slots=True)
class Question:
    """A node that asks; `help` is Markdown and stands between question and answers."""

    id: str
    text: str
    help: str
    answers: tuple[Answer, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a path leaves the tree: a section of a playbook or guide, or another tree."""

    id: str
    """`playbooks/x.md#signs`, `trees/other.md#id`: also what an answer's `to` says."""
    text: str
    """Short name of what the reader finds there."""
    section: str
    """Heading of the section, "" for a whole page."""
    group: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree in one language.  The first question is where it starts."""

    id: str
    lang: str
    title: str
    summary: str
    path: str
    """File its words stand in, for messages: a tree file, or the playbook it is derived from."""
    source: PageRef
    """The same as a reference; links in `help` are relative to it."""
    derived: bool
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]
    """Each once, in the order in which answers first lead there."""

    @property
    def ref(self) -> PageRef:
        """The page the tree has on the site, whether there is a file for it or not."""
        return PageRef(self.lang, Kind.TREE, self.id)

    @property
    def start(self) -> str:
        return self.questions[0].id if self.questions else ""

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions if question.id == id), None)

    def outcome(self, id: str) -> Outcome | None:
        return next((outcome for outcome in self.outcomes if outcome.id == id), None)

    def number(self, id: str) -> int:
        """Number of a question, from 1 in the order of the file; 0 when there is none."""
        return next((n for n, question in enumerate(self.questions, 1) if question.id == id), 0)

    def paths(self, limit: int = 100_000) -> Iterator[tuple[tuple[Question, Answer], ...]]:
        """Every way through the tree that visits no question twice, at most `limit` of them.

        A path is the questions met and the answer given to each; the last answer leads out
        of the tree.  Ways that run into a question already met, a dead end or a question
        that does not exist are no paths.
        """
        questions = {question.id: question for question in self.questions}
        stack: list[tuple[tuple[Question, Answer], ...]] = []
        if self.questions:
            stack = [((self.questions[0], a),) for a in reversed(self.questions[0].answers)]
        given = 0
        while stack and given < limit:
            path = stack.pop()
            answer = path[-1][1]
            if answer.leads is not Leads.QUESTION:
                given += 1
                yield path
                continue
            following = questions.get(answer.to)
            if following is None or any(question.id == answer.to for question, _ in path):
                continue
            stack += [(*path, (following, a)) for a in reversed(following.answers)]

    def depths(self) -> dict[str, int]:
        """Fewest answers from the start to each question and outcome that can be reached."""
        questions = {question.id: question for question in self.questions}
        found = {self.start: 0} if self.questions else {}
        queue = list(found)
        for id in queue:
            for answer in questions[id].answers:
                if answer.to not in found:
                    found[answer.to] = found[id] + 1
                    if answer.leads is Leads.QUESTION and answer.to in questions:
                        queue.append(answer.to)
        return found
