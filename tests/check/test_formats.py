"""Findings written down, letter by letter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from playbook.check import Finding, Severity, select
from playbook.check.formats import write_github, write_json, write_sarif, write_text

GOLDEN = Path(__file__).parent / "golden"
FINDINGS = (
    Finding(
        "item-id", Severity.ERROR, "content/en/playbooks/late.md", 12, 1,
        "the item has no id", "Run `playbook fmt`, or add {#asks-again} at its end.", "They ask.",
    ),
    Finding(
        "proposal", Severity.WARNING, "content/en/playbooks/late.md", 14, 3,
        "a proposal that waits for an editor", "Edit it, or delete it.", "100 %, or more:",
    ),
    Finding(
        "second-reading", Severity.NOTE, "content/ka/guides/გზა a.md", 5, 1,
        "no second reading yet", "Let somebody\nelse read it.", "",
    ),
)  # fmt: skip
RULES = select(["item-id", "proposal", "second-reading"], [])
LEVELS = {"error", "warning", "note"}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("findings.txt", write_text(FINDINGS, pages=4)),
        ("findings.json", write_json(FINDINGS, pages=4)),
        ("findings.sarif", write_sarif(FINDINGS, RULES)),
        ("findings.github", write_github(FINDINGS)),
    ],
)
def test_golden(name: str, written: str) -> None:
    assert written == (GOLDEN / name).read_text("utf-8")


def test_nothing_found_is_said_too() -> None:
    assert write_text((), pages=4) == "4 pages looked at. Nothing to mend.\n"


def test_sarif_has_what_its_schema_requires() -> None:
    """The parts of the SARIF 2.1.0 schema that a log of ours touches."""
    log = json.loads(write_sarif(FINDINGS, RULES))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in LEVELS
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri), "a URI reference is ASCII"
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())


def test_the_fingerprint_outlives_lines_that_come_and_go() -> None:
    import dataclasses

    moved = tuple(dataclasses.replace(f, line=f.line + 7) for f in FINDINGS)

    def prints(findings: tuple[Finding, ...]) -> list[object]:
        results = json.loads(write_sarif(findings, RULES))["runs"][0]["results"]
        return [result["partialFingerprints"] for result in results]

    assert prints(moved) == prints(FINDINGS)


def test_annotations_have_the_documented_form() -> None:
    """`::command key=value,…::message`; %, CR, LF escaped, in values also : and ,"""
    for line in write_github(FINDINGS).splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]+)::(.+)", line)
        assert match, line
        values = dict(part.split("=", 1) for part in match[2].split(","))
        assert list(values) == ["file", "line", "col", "title"]
        assert not re.search(r"%(?![0-9A-F]{2})", match[3])
