"""The addresses of steps (`10-steps.js`), as Node runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

GRAPH = {"a": ["b", "b", "c", ""], "b": ["c", ""], "c": ["a", ""]}


LISTEN = """
require(process.argv[1]);
const graph = new Map(Object.entries(JSON.parse(process.argv[2])));
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const [name, given] = JSON.parse(line);
  console.log(JSON.stringify(globalThis.playbookSteps[name](...given, graph)));
});
"""


@pytest.fixture(scope="module")
def steps(project: Path) -> Iterator[Callable[..., Any]]:
    """Calls a function of the script with JSON arguments and the graph above."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    script = project / "plugins/mkdocs_playbook/assets/tree/10-steps.js"
    command = [node, "-e", LISTEN, str(script), json.dumps(GRAPH)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        questions, answers = process.stdin, process.stdout
        assert questions is not None and answers is not None

        def call(name: str, *arguments: object) -> Any:
            print(json.dumps([name, arguments]), file=questions, flush=True)
            return json.loads(answers.readline())

        yield call
        questions.close()


def state(at: str, *path: tuple[str, int]) -> dict[str, object]:
    return {"path": [{"question": q, "answer": n} for q, n in path], "at": at}


@pytest.mark.parametrize(
    ("hash", "found"),
    [
        ("#a", state("a")),
        ("b", state("b")),
        ("#a.1/b", state("b", ("a", 1))),
        ("#a.2/b/c", state("c", ("a", 2), ("b", 1))),
        ("#a/c", state("c", ("a", 3))),
        ("#a/b", state("b", ("a", 1))),
        # A path that does not hold any more: what follows the break stays.
        ("#b/a/c", state("c", ("a", 3))),
        ("#gone/b/c", state("c", ("b", 1))),
        ("#a.9/b", state("b", ("a", 1))),
        # Round a circle and on.
        ("#a/c/a.2/b", state("b", ("a", 3), ("c", 1), ("a", 2))),
        ("#gone", None),
        ("", None),
        ("#a/", None),
        ("#main", None),
        ("#a/<b>", None),
    ],
)
def test_reading(hash: str, found: object, steps: Callable[..., Any]) -> None:
    assert steps("read", hash) == found


@pytest.mark.parametrize(
    ("hash"), ["#a", "#a.1/b", "#a.2/b/c", "#a/c", "#a/c/a.2/b", "#b/c/a/c/a.1/b"]
)
def test_writing_is_the_way_back(hash: str, steps: Callable[..., Any]) -> None:
    assert steps("write", steps("read", hash)) == hash


def test_answering_and_going_back(steps: Callable[..., Any]) -> None:
    after = steps("answered", state("a"), 2)
    assert after == state("b", ("a", 2))
    assert steps("before", after, 0) == state("a")
    assert steps("answered", state("a"), 4) == state("a"), "this answer leaves the tree"
