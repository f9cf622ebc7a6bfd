"""Our own trees: how deep they are, whom they reach, and where people in a situation arrive."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from playbook.model import Library
from playbook.tree import Leads, Tree, find_tree, load_trees
from playbook.tree.walk import begin

SITUATIONS = yaml.safe_load(Path(__file__).with_name("situations.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(lang, answers, archetype, id=f"{lang}-{number}")
    for lang, cases in SITUATIONS.items()
    for number, (_, answers, archetype) in enumerate(cases, 1)
]


@pytest.fixture(scope="module")
def trees(content: Library) -> tuple[Tree, ...]:
    return load_trees(content)


def tree(trees: tuple[Tree, ...], lang: str, id: str) -> Tree:
    found = find_tree(trees, lang, id)
    assert found is not None, f"{lang} has no tree {id}"
    return found


@pytest.mark.parametrize(("lang", "answers", "archetype"), CASES)
def test_a_situation_leads_to_its_archetype(
    lang: str, answers: list[int], archetype: str, trees: tuple[Tree, ...]
) -> None:
    walk = begin({tree.id: tree for tree in trees if tree.lang == lang}, "triage")
    for answer in answers:
        walk = walk.answer(answer)
    assert walk.end is not None
    assert walk.end.group == f"playbooks/{archetype}"


@pytest.mark.parametrize("lang", SITUATIONS)
def test_twenty_situations_cover_every_archetype(lang: str, content: Library) -> None:
    cases = SITUATIONS[lang]
    wanted = {entry.id for entry in content.registry.archetypes if not entry.planned}
    assert len(cases) == 20
    assert {archetype for _, _, archetype in cases} == wanted


@pytest.mark.parametrize("lang", SITUATIONS)
def test_triage_reaches_every_archetype_within_five_answers(
    lang: str, content: Library, trees: tuple[Tree, ...]
) -> None:
    reached: dict[str, int] = {}
    for path in tree(trees, lang, "triage").paths():
        group = path[-1][1].group
        reached[group] = max(reached.get(group, 0), len(path))
    for archetype in content.registry.archetypes:
        assert 1 <= reached[f"playbooks/{archetype.id}"] <= 5


def test_every_path_ends_in_a_section(trees: tuple[Tree, ...]) -> None:
    for one in trees:
        paths = list(one.paths())
        assert paths
        for path in paths:
            assert path[-1][1].leads in (Leads.SECTION, Leads.TREE), one.path


@pytest.mark.parametrize("lang", SITUATIONS)
def test_stay_or_leave_asks_at_most_five_questions(lang: str, trees: tuple[Tree, ...]) -> None:
    assert max(len(path) for path in tree(trees, lang, "stay-or-leave").paths()) <= 5
