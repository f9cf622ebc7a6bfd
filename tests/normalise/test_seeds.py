"""The four source articles against their annotation, which are not part of the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import read_article
from playbook.normalise.results import Result

# The annotation names types in words; FACTS.md says which archetypes they became.
ARCHETYPES = {
    "unresponsive client": {"unresponsive"},
    "controlling client": {"controlling"},
    '"keep working, I will pay you eventually" client': {"non-paying"},
    "over-anxious questioner": {"anxious"},
    "distrustful judge": {"untrusting"},
    "client upset by hidden facts": {"blindsided"},
    "solution-seeker in a crisis": {"in-crisis"},
    "never-satisfied nit-picker": {"never-satisfied"},
    "ultra-hands-on client": {"hands-on"},
    "untrusting client": {"untrusting"},
    '"I could do it better myself" client': {"know-better"},
    "difficult customer": {"aggressive", "never-satisfied"},
}


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[tuple[dict[str, Any], Result]]:
    found = []
    for path in sorted((shared / "gold_seeds").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        article = read_article(str(shared / "seeds" / gold["file"]))
        found.append((gold, normalise(article, source_id="s")))
    return found


def test_noise(seeds: list[tuple[dict[str, Any], Result]]) -> None:
    right = extra = missing = 0
    for gold, result in seeds:
        got = {line.n: line.label for line in result.lines}
        assert sorted(got) == [line["n"] for line in gold["lines"]]
        for line in gold["lines"]:
            fair = {line["label"], *line.get("alt_labels", [])}
            is_noise = got[line["n"]] == "noise"
            should = is_noise if got[line["n"]] in fair else line["label"] == "noise"
            right += is_noise and should
            extra += is_noise and not should
            missing += should and not is_noise
    assert 2 * right / (2 * right + extra + missing) >= 0.98


def test_splices_are_repaired_to_the_letter(seeds: list[tuple[dict[str, Any], Result]]) -> None:
    count = 0
    for gold, result in seeds:
        got = {line.n: line for line in result.lines}
        for line in gold["lines"]:
            if "repaired" in line:
                count += 1
                assert got[line["n"]].text == line["repaired"]
                assert list(got[line["n"]].removed) == line["spans_noise"]
    assert count == 3


def test_facets(seeds: list[tuple[dict[str, Any], Result]]) -> None:
    right = total = 0
    for gold, result in seeds:
        got = {line.n: line for line in result.lines}
        for line in gold["lines"]:
            if line["label"] == "content":
                total += 1
                right += got[line["n"]].facet in (line["facet"], *line.get("also", []))
    assert right / total >= 0.90


def test_archetypes(seeds: list[tuple[dict[str, Any], Result]]) -> None:
    right = total = 0
    for gold, result in seeds:
        got = {line.n: line.archetype for line in result.lines}
        allowed: set[str] = set()
        for line in gold["lines"]:
            expected = ARCHETYPES.get(line.get("archetype"), set())
            allowed |= expected
            if line["label"] != "noise":
                total += 1
                right += got[line["n"]] in expected if expected else got[line["n"]] is None
        assert {archetype.id for archetype in result.archetypes} <= allowed
    assert right / total >= 0.95
