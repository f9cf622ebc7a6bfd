"""Where everything stands on the map of a tree: a railway that runs down the page.

    ●  1  What comes back?
    │     Nothing
    ├──●  2  What is open?
    │  │     My questions
    │  ├──■  Unresponsive
    │  │     The invoice
    │  └──■  Non-paying
    │     Noise
    ●  3  How does it sound?

One row a node and lines only to the left of what hangs on them: nothing can cross.  Answers
of one question that lead to the same place share a row.  A question that several questions
lead to is drawn in full where it is met in the fewest answers; elsewhere a row refers to it.
What the last answer leads to goes on in the column of its question, so that a long chain of
questions runs straight down and stays as wide as a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from playbook.tree.graph import Answer, Leads, Question, Tree
from playbook.tree.measure import line_height, text_width, wrap

WIDTH = 320
"""Of the drawing, in its own units: that of the narrowest phone, where they are pixels."""

VIA_SIZE = 13
LABEL_SIZE = 14
QUESTION_SIZE = 15
_LEFT = 12
_STEP = 26
"""Indentation of a branch; less where branches nest deeply."""
_NESTING = 84
"""All the indentation there may be: what is right of it is for words."""
_TEXT = 17
"""From the middle of a node to its words."""
_GAP = 9
_BETWEEN = 3
"""Between two answers that lead to one place."""
_LEAST_ROW = 28
"""Rows are links: this high at least, to be hit with a finger."""


class Mark(StrEnum):
    QUESTION = "question"
    OUTCOME = "outcome"
    AGAIN = "again"
    """A question that is drawn in full elsewhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; `y` is its baseline."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Row:
    """A node and the answer that leads to it."""

    mark: Mark
    to: str
    """What the answer says, or the id of the first question."""
    origin: str
    """Question that the answers belong to, "" for the first row."""
    answers: tuple[int, ...]
    """Numbers of the answers that lead here, from 1; none for the first row."""
    number: int
    """Number of a question, 0 for outcomes."""
    x: float
    y: float
    """Middle of the node."""
    text_x: float
    number_width: float
    """Room the number takes in the first line of the label."""
    via: tuple[Line, ...]
    label: tuple[Line, ...]
    top: float
    bottom: float
    group: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A line from a question to the row of one of its answers."""

    origin: str
    answers: tuple[int, ...]
    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class Layout:
    width: int
    height: float
    rows: tuple[Row, ...]
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class _Stop:
    """A row before its height is known: what it shows and how deep it hangs."""

    mark: Mark
    depth: int
    question: Question | None
    origin: str
    origin_depth: int
    numbers: tuple[int, ...]
    answers: tuple[Answer, ...]


def lay_out(tree: Tree) -> Layout:
    """Rows and tracks of the map of `tree`; empty for a tree without questions."""
    stops = list(_stops(tree))
    deepest = max((stop.depth for stop in stops), default=0)
    step = min(_STEP, _NESTING / deepest) if deepest else _STEP
    rows: list[Row] = []
    tracks: list[Track] = []
    middle: dict[str, float] = {}
    y = 2.0
    for stop in stops:
        row = _row(stop, tree, step, y)
        rows.append(row)
        y = row.bottom + (_GAP if stop.mark is Mark.QUESTION and not stop.origin else _GAP / 2)
        if stop.origin:
            x = _LEFT + step * stop.origin_depth
            start = middle[stop.origin]
            tracks.append(Track(stop.origin, stop.numbers, x, start, row.x, row.y))
        if stop.mark is Mark.QUESTION and stop.question is not None:
            middle[stop.question.id] = row.y
    return Layout(WIDTH, y, tuple(rows), tuple(tracks))


def _parents(tree: Tree) -> Mapping[str, str]:
    """Question → the question below which it is drawn: nearest to the start."""
    questions = {question.id: question for question in tree.questions}
    parents: dict[str, str] = {}
    queue = [tree.start] if tree.questions else []
    for id in queue:
        for answer in questions[id].answers:
            known = answer.to in parents or answer.to == tree.start
            if answer.leads is Leads.QUESTION and answer.to in questions and not known:
                parents[answer.to] = id
                queue.append(answer.to)
    return parents


def _stops(tree: Tree) -> Iterator[_Stop]:
    questions = {question.id: question for question in tree.questions}
    parents = _parents(tree)
    stack: list[_Stop] = []
    if tree.questions:
        stack.append(_Stop(Mark.QUESTION, 0, tree.questions[0], "", 0, (), ()))
    while stack:
        stop = stack.pop()
        yield stop
        if stop.mark is not Mark.QUESTION or stop.question is None:
            continue
        origin = stop.question.id
        here: list[_Stop] = []
        ways = _ways(stop.question)
        for to, numbers in ways.items():
            answers = tuple(stop.question.answers[number - 1] for number in numbers)
            target = questions.get(to) if answers[0].leads is Leads.QUESTION else None
            mark, depth = Mark.OUTCOME, stop.depth + 1
            if target is not None:
                drawn_here = parents.get(to) == origin
                mark = Mark.QUESTION if drawn_here else Mark.AGAIN
                if drawn_here and to == next(reversed(ways)):
                    depth = stop.depth
            here.append(_Stop(mark, depth, target, origin, stop.depth, numbers, answers))
        stack += reversed(here)


def _ways(question: Question) -> dict[str, tuple[int, ...]]:
    """What answers lead to → their numbers, in order of the first."""
    ways: dict[str, tuple[int, ...]] = {}
    for number, answer in enumerate(question.answers, 1):
        ways[answer.to] = (*ways.get(answer.to, ()), number)
    return ways


def _row(stop: _Stop, tree: Tree, step: float, y: float) -> Row:
    x = _LEFT + step * stop.depth
    text_x = x + _TEXT
    room = WIDTH - text_x - 2
    bold = stop.mark is not Mark.AGAIN
    size = QUESTION_SIZE if stop.mark is Mark.QUESTION else LABEL_SIZE
    words, number, group, anchor = _label(stop, tree)
    number_width = text_width(f"{number}. ", size, bold=True) if number else 0.0
    if stop.mark is Mark.AGAIN:
        number_width = text_width(f"→ {number}. ", size)
    top = y
    y += 3
    via: list[Line] = []
    for answer in stop.answers:
        for text in wrap(answer.text, VIA_SIZE, room):
            y += line_height(text, VIA_SIZE)
            via.append(Line(text, _baseline(y, text, VIA_SIZE)))
        y += _BETWEEN if answer is not stop.answers[-1] else 0
    label: list[Line] = []
    middle = y
    for text in wrap(words, size, room - number_width, bold=bold):
        height = line_height(text, size)
        if not label:
            middle = y + height / 2
        y += height
        label.append(Line(text, _baseline(y, text, size)))
    bottom = max(y + 4, top + _LEAST_ROW)
    return Row(
        stop.mark,
        stop.answers[0].to if stop.answers else tree.start,
        stop.origin,
        stop.numbers,
        number,
        x,
        middle,
        text_x,
        number_width,
        tuple(via),
        tuple(label),
        top,
        bottom,
        group,
        anchor,
    )


def _baseline(bottom: float, text: str, size: float) -> float:
    """A little under a quarter of the letters' size hangs below the baseline."""
    return bottom - (line_height(text, size) - size) / 2 - size * 0.2


def _label(stop: _Stop, tree: Tree) -> tuple[str, int, str, str]:
    if stop.question is not None:
        return stop.question.text, tree.number(stop.question.id), "", stop.question.id
    answer = stop.answers[0]
    outcome = tree.outcome(answer.to)
    return outcome.text if outcome else answer.to, 0, answer.group, answer.anchor
