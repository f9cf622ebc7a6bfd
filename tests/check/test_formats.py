"""Findings written down, letter by letter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_the_fingerprint_outlives_lines_that_come_and_go() -> None:
    import dataclasses

    moved = tuple(dataclasses.replace(f, line=f.line + 7) for f in FINDINGS)

    def prints(findings: tuple[Finding, ...]) -> list[object]:
        results = json.loads(write_sarif(findings, RULES))["runs"][0]["results"]
        return [result["partialFingerprints"] for result in results]

    assert prints(moved) == prints(FINDINGS)


UNTOLD = {"%0D": "\r", "%0A": "\n", "%25": "%"}
"""How GitHub's runner reads the message of a workflow command."""
UNTOLD_VALUE = {**UNTOLD, "%3A": ":", "%2C": ","}
"""… and a value of its properties."""


def read_back(command: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub reads it: `::command key=value,…::message`."""
    match = re.fullmatch(r"::(error|warning|notice) ([^:\r\n]+)::([^\r\n]*)", command)
    assert match, command

    def untold(text: str, table: dict[str, str]) -> str:
        return re.sub("|".join(table), lambda found: table[found.group()], text)

    values = dict(part.split("=", 1) for part in match[2].split(","))
    told = {key: untold(value, UNTOLD_VALUE) for key, value in values.items()}
    return match[1], told, untold(match[3], UNTOLD)


def test_annotations_say_the_same_when_read_back() -> None:
    read = [read_back(line) for line in write_github(FINDINGS).splitlines()]
    assert [command for command, _, _ in read] == ["error", "warning", "notice"]
    for finding, (_, values, message) in zip(FINDINGS, read, strict=True):
        assert values == {
            "file": finding.path,
            "line": str(finding.line),
            "col": str(finding.column),
            "title": finding.rule,
        }
        assert message == f"{finding.message}. {finding.fix}"


TOLD = st.text(st.sampled_from("a%:,=\r\n0A25DC გ::") | st.characters(codec="utf-8"))


@given(path=TOLD, message=TOLD)
def test_nothing_in_a_finding_breaks_out_of_its_annotation(path: str, message: str) -> None:
    finding = Finding("item-id", Severity.ERROR, path, 1, 1, message, "Mend it.")
    written = write_github([finding])
    assert written.count("\n") == 1
    _, values, told = read_back(written[:-1])
    assert values["file"] == path
    assert told == f"{message}. Mend it."
