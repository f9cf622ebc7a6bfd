"""A tree as text, JSON data, a Graphviz drawing or a Mermaid drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from playbook.library import plain_text
from playbook.tree.graph import Leads, Outcome, Question, Tree
from playbook.tree.phrases import UNSURE_LETTER, phrases_of

_WIDTH = 80


def as_data(tree: Tree) -> dict[str, object]:
    """`{"id", "lang", "start", "nodes": [{"id", "kind", "text", "answers", "links"}]}`.

    An answer's `to` is the id of a node of the tree, or `trees/other.md#id`.
    """
    nodes: list[Mapping[str, object]] = [_question_data(q) for q in tree.questions]
    nodes += [_outcome_data(o) for o in tree.outcomes if not o.group.startswith("trees/")]
    return {"id": tree.id, "lang": tree.lang, "start": tree.start, "nodes": nodes}


def _question_data(question: Question) -> Mapping[str, object]:
    answers = [{"text": answer.text, "to": answer.to} for answer in question.answers]
    links = dict.fromkeys(a.to for a in question.answers if a.leads is Leads.SECTION)
    return {
        "id": question.id,
        "kind": "question",
        "text": question.text,
        "answers": answers,
        "links": list(links),
    }


def _outcome_data(outcome: Outcome) -> Mapping[str, object]:
    return {
        "id": outcome.id,
        "kind": "outcome",
        "text": outcome.text,
        "answers": [],
        "links": [outcome.id],
    }


def as_text(tree: Tree) -> str:
    """The key as it stands on the page: numbered questions, lettered answers, where they lead."""
    lines = [tree.title, *_wrapped(tree.summary, "")]
    for number, question in enumerate(tree.questions, 1):
        lines += ["", *_wrapped(question.text, "    ", f"{number}.".ljust(4))]
        for paragraph in say_help(question):
            lines += _wrapped(paragraph, "    ", "    ")
        letters = say_answers(tree, question)
        for answer, (letter, text) in zip(question.answers, letters, strict=True):
            lines += _wrapped(text, "       ", f"    {letter}  ")
            lines.append(f"       → {_place(tree, answer.to)}")
    return "\n".join(lines) + "\n"


def say_help(question: Question) -> list[str]:
    """The help without its markup, a paragraph or list item each; numbers are kept."""
    said: list[str] = []
    for line in question.help.splitlines():
        mark, _, rest = line.partition(" ")
        is_item = mark.removesuffix(".").isdigit() or mark == "-"
        said.append(f"{mark} {plain_text(rest)}" if is_item else plain_text(line))
    return [line for line in said if line]


def say_answers(tree: Tree, question: Question) -> list[tuple[str, str]]:
    """Answers with their letters in the language of the tree."""
    phrases = phrases_of(tree.lang)
    return [
        (UNSURE_LETTER if answer.unsure else phrases.letter(position), answer.text)
        for position, answer in enumerate(question.answers)
    ]


def _place(tree: Tree, to: str) -> str:
    if number := tree.number(to):
        return str(number)
    outcome = tree.outcome(to)
    return f"{outcome.text} ({to})" if outcome else to


def _wrapped(text: str, indent: str, first: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=indent)


def as_dot(tree: Tree) -> str:
    """A Graphviz digraph: `playbook tree triage --format dot | dot -Tsvg`."""
    lines = [f"digraph {_quoted(tree.id)} {{", "  rankdir=LR;", "  node [shape=box];"]
    for question in tree.questions:
        lines.append(f"  {_quoted(question.id)} [label={_quoted(question.text)}];")
    for outcome in tree.outcomes:
        label = _quoted(outcome.text)
        lines.append(f"  {_quoted(outcome.id)} [label={label}, style=filled];")
    for question in tree.questions:
        for answer in question.answers:
            ends = f"{_quoted(question.id)} -> {_quoted(answer.to)}"
            lines.append(f"  {ends} [label={_quoted(answer.text)}];")
    return "\n".join([*lines, "}"]) + "\n"


def as_mermaid(tree: Tree) -> str:
    """A Mermaid flowchart, as code hosts draw it in Markdown."""
    names = {question.id: f"q{n}" for n, question in enumerate(tree.questions, 1)}
    names |= {outcome.id: f"o{n}" for n, outcome in enumerate(tree.outcomes, 1)}
    lines = ["flowchart TD"]
    for question in tree.questions:
        lines.append(f"  {names[question.id]}{{{{{_mermaid(question.text)}}}}}")
    for outcome in tree.outcomes:
        lines.append(f"  {names[outcome.id]}[{_mermaid(outcome.text)}]")
    for question in tree.questions:
        for answer in question.answers:
            end = names.get(answer.to)
            if end is not None:
                lines.append(f"  {names[question.id]} -->|{_mermaid(answer.text)}| {end}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _mermaid(text: str) -> str:
    """Quoted, with the characters Mermaid reads as its own written as entities."""
    escaped = text.replace("#", "#35;").replace('"', "#quot;").replace("\n", " ")
    return f'"{escaped.replace("<", "#lt;").replace(">", "#gt;")}"'
