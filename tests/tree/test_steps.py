"""The addresses of steps (`10-steps.js`), as Node runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GRAPH = {"a": ["b", "b", "c", ""], "b": ["c", ""], "c": ["a", ""]}


@pytest.fixture(scope="module")
def steps(project: Path) -> Callable[..., Any]:
    """Calls a function of the script with JSON arguments and the graph above."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    script = project / "plugins/mkdocs_playbook/assets/tree/10-steps.js"

    def call(name: str, *arguments: object) -> Any:
        program = (
            f"const steps = require({json.dumps(str(script))});"
            f"const graph = new Map(Object.entries({json.dumps(GRAPH)}));"
            f"const given = {json.dumps(arguments)};"
            f"console.log(JSON.stringify(steps.{name}(...given, graph)));"
        )
        done = subprocess.run([node, "-e", program], capture_output=True, check=True, text=True)
        return json.loads(done.stdout)

    return call


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
