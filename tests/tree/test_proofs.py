"""Broken trees: each fault is found on its line, and nothing else is found.

A fixture is one or more files (`=== path`) put over the base knowledge base; `--- path` takes
one out.  A line that ends in `<!-- rule -->` must be reported by that rule; what belongs to a
file that is not there is written as `<!-- at path:line rule -->`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.model import Library
from playbook.tree import RULES, TreeFault, prove

BROKEN = sorted((Path(__file__).parent / "fixtures" / "broken").glob("*.md"))
MARK = re.compile(r"[ ]*<!-- (tree-[a-z -]+) -->$")
AT = re.compile(r"<!-- at (\S+):(\d+) (tree-[a-z-]+) -->")

Expected = Counter[tuple[str, int, str]]


def read_fixture(path: Path) -> tuple[dict[str, str | None], Expected]:
    """Files of a fixture without their marks, and what is expected where."""
    files: dict[str, str | None] = {}
    lines: dict[str, list[str]] = {}
    expected: Expected = Counter()
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            name = line[4:]
            lines[name] = []
        elif line.startswith("--- "):
            files[line[4:]] = None
        elif at := AT.fullmatch(line):
            expected[at[1], int(at[2]), at[3]] += 1
        else:
            mark = MARK.search(line)
            for code in mark[1].split() if mark else ():
                expected[name, len(lines[name]) + 1, code] += 1
            lines[name].append(MARK.sub("", line))
    files |= {name: "\n".join(text) + "\n" for name, text in lines.items()}
    return files, expected


def found_in(faults: tuple[TreeFault, ...]) -> Expected:
    return Counter((f.path.removeprefix("content/"), f.line, f.code) for f in faults)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_tree_is_found_on_its_line(
    path: Path, knowledge_base: Callable[..., Library]
) -> None:
    files, expected = read_fixture(path)
    assert expected, "a fixture without a mark shows nothing"
    assert found_in(prove(knowledge_base(files))) == expected


def test_the_base_is_sound(knowledge_base: Callable[..., Library]) -> None:
    assert prove(knowledge_base()) == ()


def test_every_rule_has_a_fixture() -> None:
    expected = {code for path in BROKEN for _, _, code in read_fixture(path)[1]}
    assert expected == {rule.code for rule in RULES}


def test_rules_have_unique_codes_and_both_examples() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    for rule in RULES:
        assert rule.severity in ("error", "warning")
        assert rule.bad.strip() and rule.good.strip() and rule.bad != rule.good
        assert rule.summary.endswith(".") and rule.why.endswith(".")


def test_a_fault_quotes_the_text_and_says_the_way_out(
    knowledge_base: Callable[..., Library],
) -> None:
    files, _ = read_fixture(Path(__file__).parent / "fixtures/broken/dangling-question.md")
    (fault,) = prove(knowledge_base(files))
    assert (fault.line, fault.column) == (7, 13)
    assert fault.found == "#what-is-opne"
    assert fault.message == "there is no question #what-is-opne here"
    assert fault.fix == "Did you mean what-is-open?"


def test_our_own_trees_are_sound(content: Library) -> None:
    assert [f"{f.path}:{f.line} {f.code} {f.message}" for f in prove(content)] == []
