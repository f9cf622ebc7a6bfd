"""Drawing the map of a tree of 60 nodes, cold and warm, in the words of each language.

Prints a line a language: seconds and size.  Aim: under 0.2 s and 60 KB.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from playbook.library import load_library
from playbook.model import Kind, Library, PageRef, Place
from playbook.tree import Answer, Leads, Outcome, Question, Tree, find_tree, load_trees
from playbook.tree.draw import draw_map

QUESTIONS, OUTCOMES = 20, 40
SECONDS, KILOBYTES = 0.2, 60.0
CONTENT = Path(__file__).resolve().parent.parent / "content"


def tree_of_sixty(library: Library, lang: str) -> Tree:
    """Three answers a question, each with the words of the language's triage tree."""
    model = find_tree(load_trees(library), lang, "triage")
    assert model is not None, f"{lang} has no triage tree"
    answers = [answer.text for question in model.questions for answer in question.answers]
    place = Place(1)
    questions = []
    for number in range(QUESTIONS):
        given = []
        for branch in range(3 * number + 1, 3 * number + 4):
            words = answers[branch % len(answers)]
            if branch < QUESTIONS:
                to = f"q{branch}"
                given.append(Answer(words, to, Leads.QUESTION, f"#{to}", place))
            else:
                group = f"playbooks/p{branch % OUTCOMES}"
                to = f"{group}.md#signs"
                given.append(Answer(words, to, Leads.SECTION, to, place, group, "signs"))
        text = model.questions[number % len(model.questions)].text
        questions.append(Question(f"q{number}", text, "", tuple(given), place))
    outcomes = tuple(
        Outcome(f"playbooks/p{n}.md#signs", answers[n], "", f"playbooks/p{n}", "signs")
        for n in range(OUTCOMES)
    )
    ref = PageRef(lang, Kind.TREE, "sixty")
    return Tree("sixty", lang, "Sixty", "", "", ref, False, tuple(questions), outcomes)


def measure(lang: str) -> int:
    """Draw once with nothing remembered and once more; 1 when over the aim."""
    tree = tree_of_sixty(load_library(CONTENT), lang)
    times = []
    for _ in range(2):
        start = time.perf_counter()
        svg = draw_map(tree, title="Map", description="Questions")
        times.append(time.perf_counter() - start)
    size = len(svg.encode()) / 1024
    print(f"{lang}: {times[0]:.3f} s cold, {times[1]:.3f} s warm, {size:.1f} KB")
    return int(times[0] > SECONDS or size > KILOBYTES)


def main() -> int:
    """Each language in a process of its own, so that nothing is remembered."""
    if len(sys.argv) > 1:
        return measure(sys.argv[1])
    failed = 0
    for lang in load_library(CONTENT).languages:
        failed |= subprocess.run([sys.executable, "-m", "bench.maps", lang], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
