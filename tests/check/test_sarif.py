"""What is handed to code scanning fits the official schema of SARIF 2.1.0."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from marked_fixture import Fixture

from playbook.check import RULES, Finding, Severity, check
from playbook.check.formats import write_sarif, write_text
from playbook.library import load_library

HERE = Path(__file__).parent
FIXTURES = sorted((HERE / "fixtures").glob("*.txt"))
SCHEMA = json.loads((HERE / "schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)


def faults(log: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def test_the_schema_is_the_official_one() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_every_fixture_is_told_letter_by_letter(file: Path, tmp_path: Path) -> None:
    """As text, and as SARIF that fits the schema.  After a change that is meant:

    GOLDEN=write pytest tests/check/test_sarif.py, then read the difference.
    """
    fixture = Fixture(tmp_path / "content")
    fixture.write(file.read_text("utf-8"))
    findings = check(load_library(fixture.root, shown_as=Path("content")), shown=Path("content"))
    log = json.loads(write_sarif(findings, RULES))
    assert faults(log) == []
    results = [rule_named(log, result) for result in log["runs"][0]["results"]]
    golden(f"{file.stem}.txt", write_text(findings))
    golden(f"{file.stem}.results.json", json.dumps(results, ensure_ascii=False, indent=1) + "\n")


def rule_named(log: Any, result: dict[str, Any]) -> dict[str, Any]:
    """A result without the number of its rule, which names the same rule as its id."""
    number = result.pop("ruleIndex")
    assert log["runs"][0]["tool"]["driver"]["rules"][number]["id"] == result["ruleId"]
    return result


def golden(name: str, written: str) -> None:
    path = HERE / "golden/fixtures" / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(written, "utf-8")
    assert path.read_text("utf-8") == written


def test_no_golden_file_outlives_its_fixture() -> None:
    names = {path.name for path in (HERE / "golden/fixtures").iterdir()}
    assert names == {f.stem + end for f in FIXTURES for end in (".txt", ".results.json")}


FEW = RULES[:4]
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from([rule.id for rule in FEW]),
    severity=st.sampled_from(list(Severity)),
    path=st.text(min_size=1),
    line=st.integers(1, 10**6),
    column=st.integers(1, 10**6),
    message=st.text(min_size=1),
    fix=st.text(min_size=1),
    found=st.text(),
)


@given(st.lists(FINDINGS, max_size=5))
def test_any_finding_fits_it(findings: list[Finding]) -> None:
    log = json.loads(write_sarif(findings, FEW))
    assert faults(log) == []
    ids = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    for result in log["runs"][0]["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri), "a URI reference is ASCII"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: run.pop("tool"),
        lambda run: run["results"][0].pop("message"),
        lambda run: run["results"][0].update(level="fatal"),
        lambda run: run["results"][0].update(severity="error"),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(
            startLine=0
        ),
    ],
)
def test_the_schema_would_notice(spoil: Any) -> None:
    finding = Finding("item-id", Severity.ERROR, "a.md", 1, 1, "x", "y")
    log = json.loads(write_sarif([finding], RULES))
    spoil(log["runs"][0])
    assert faults(log)
