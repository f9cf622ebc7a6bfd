"""Imports run one way, MkDocs stays in its plugin, and one module knows Whoosh."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = (
    ("errors", "model"),
    ("text",),
    ("library",),
    ("normalise",),
    ("translate",),
    ("tree",),
    ("export",),
    ("check", "search", "scaffold"),
    ("cli",),
)
"""From the ground up.  A package imports from layers below its own and from itself."""

RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def modules(root: Path) -> Iterator[tuple[Path, str]]:
    """Every module below a source root, with its dotted name."""
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        yield path, ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[str]:
    """Dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""


def layer_of(name: str) -> str | None:
    """`playbook.check.run` → `check`; None for what belongs to no layer."""
    parts = name.split(".")
    return parts[1] if parts[0] == "playbook" and len(parts) > 1 else None


@pytest.fixture(scope="module")
def tools(project: Path) -> list[tuple[Path, str]]:
    return list(modules(project / "tools"))


def test_every_package_has_a_layer(tools: list[tuple[Path, str]]) -> None:
    packages = {layer for _, name in tools if (layer := layer_of(name))}
    assert packages - {"__main__"} == set(RANK)


def test_imports_run_from_later_to_earlier_layers(tools: list[tuple[Path, str]]) -> None:
    wrong = []
    for path, name in tools:
        own = layer_of(name)
        if own not in RANK:
            continue
        for other in imports(path):
            theirs = layer_of(other)
            if theirs in RANK and theirs != own and RANK[theirs] >= RANK[own]:
                wrong.append(f"{name} imports {other}")
    assert wrong == []


def test_only_the_plugin_imports_mkdocs(project: Path, tools: list[tuple[Path, str]]) -> None:
    wrong = [
        f"{name} imports {other}"
        for path, name in tools
        for other in imports(path)
        if other.split(".")[0] in ("mkdocs", "mkdocs_playbook", "material")
    ]
    assert wrong == []


def test_one_module_alone_imports_whoosh(project: Path, tools: list[tuple[Path, str]]) -> None:
    every = [*tools, *modules(project / "plugins")]
    users = {name for path, name in every for o in imports(path) if o.split(".")[0] == "whoosh"}
    assert len(users) == 1, users


def test_only_the_command_line_prints_and_exits(tools: list[tuple[Path, str]]) -> None:
    wrong = []
    for path, name in tools:
        if layer_of(name) in ("cli", "__main__", None):
            continue
        text = path.read_text("utf-8")
        if "__main__" in text:
            # A script that writes one of our data files says what it wrote.
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.exit"):
                wrong.append(f"{name}:{node.lineno}")
    assert wrong == []
