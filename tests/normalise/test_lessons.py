"""The lessons the normaliser learns from: readable, of known names, none twice."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from bench.learn_normaliser import LESSONS, NOISE, _lessons, _rows_of

from playbook.normalise.clean.verdicts import REASONS
from playbook.normalise.facets import FACETS
from playbook.normalise.learned import KEPT, LEARNED
from playbook.normalise.words import DATA

CODES = sorted({path.name.partition(".")[0] for path in LESSONS.glob("*.tsv")})
PARTS = {"heading", "item", "text", "lead"}


def noise_of(code: str) -> list[list[str]]:
    return list(_rows_of(LESSONS / f"{code}.noise.tsv", ("noise", KEPT)))


@pytest.mark.parametrize("code", CODES)
def test_archetypes_are_ones_that_cues_name(code: str) -> None:
    known = set(tomllib.loads((DATA / "cues" / "en.toml").read_text("utf-8"))["archetype"])
    assert {archetype for _, archetype, _ in _lessons(code) if archetype} <= known


@pytest.mark.parametrize("code", CODES)
def test_every_facet_is_taught(code: str) -> None:
    taught = Counter(facet for facet, _, _ in _lessons(code))
    assert set(taught) == {*FACETS, "name"}
    assert min(taught.values()) >= 10


@pytest.mark.parametrize("code", CODES)
def test_noise_has_a_reason_and_what_is_kept_a_part(code: str) -> None:
    rows = noise_of(code)
    assert {reason for label, reason, _ in rows if label == "noise"} <= set(REASONS)
    assert {part for label, part, _ in rows if label == KEPT} <= PARTS
    assert set(NOISE) - {KEPT} <= {reason for label, reason, _ in rows if label == "noise"}


@pytest.mark.parametrize("code", CODES)
def test_no_lesson_stands_twice(code: str) -> None:
    for texts in ((text for _, _, text in _lessons(code)), (row[2] for row in noise_of(code))):
        assert [text for text, times in Counter(texts).items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_what_was_learned_is_there(code: str) -> None:
    kinds = ("archetypes", "facets", "noise")
    assert all((LEARNED / f"{code}.{kind}.tsv").exists() for kind in kinds)


@pytest.mark.parametrize(
    "line", ["sign\tunresponsive", "sing\tunresponsive\tNo answer.", "sign\t-\t "]
)
def test_a_line_that_is_no_lesson_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "en.tsv"
    path.write_text(f"# a comment\n\nsign\t-\tHe hides.\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"^en\.tsv:4: "):
        list(_rows_of(path, ("sign",)))
