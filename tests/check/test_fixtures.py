"""Every broken fixture has exactly the findings that are marked in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_fixture import Fixture

from playbook.check import RULES

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


def test_the_base_has_no_findings(tmp_path: Path) -> None:
    fixture = Fixture(tmp_path / "content")
    fixture.write("")
    assert fixture.found() == set()


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_fixture_has_the_findings_marked_in_it(file: Path, tmp_path: Path) -> None:
    fixture = Fixture(tmp_path / "content")
    fixture.write(file.read_text("utf-8"))
    assert fixture.expected, "a fixture marks at least one finding"
    assert fixture.found() == fixture.expected


def test_every_rule_has_a_fixture(project: Path) -> None:
    seen = {
        rule
        for file in FIXTURES
        for line in file.read_text("utf-8").splitlines()
        if "◀" in line
        for rule in line.rpartition("◀")[2].split()
    }
    # The rules about trees are tried where the trees are.
    wanted = {rule.id for rule in RULES if not rule.id.startswith("tree-")}
    assert wanted - seen == set()


def test_there_are_at_least_sixty() -> None:
    assert len(FIXTURES) >= 60
