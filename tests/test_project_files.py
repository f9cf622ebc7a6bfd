"""Workflows, schemas and hooks say what the code says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from playbook.check.rules.front_matter_keys import KNOWN
from playbook.cli import COMMANDS
from playbook.library import load_library

WORKFLOWS = ("check", "site")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_digest(project: Path, name: str) -> None:
    text = (project / f".github/workflows/{name}.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), f"{action} without its version"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_jobs_may_do_no_more_than_they_need(project: Path, name: str) -> None:
    data = yaml.safe_load((project / f".github/workflows/{name}.yml").read_text("utf-8"))
    assert data["permissions"] == {"contents": "read"}
    # YAML reads the key `on` as true.
    assert "pull_request_target" not in data[True]
    writes = {
        (job, right)
        for job, body in data["jobs"].items()
        for right, level in body.get("permissions", {}).items()
        if level == "write"
    }
    assert writes <= {
        ("code-scanning", "security-events"),
        ("deploy", "pages"),
        ("deploy", "id-token"),
    }


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_from_outside_is_put_into_a_script(project: Path, name: str) -> None:
    data = yaml.safe_load((project / f".github/workflows/{name}.yml").read_text("utf-8"))
    for job in data["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def schema(project: Path, name: str) -> dict:  # type: ignore[type-arg]
    data = json.loads((project / f"schemas/{name}.schema.json").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def test_the_front_matter_schema_knows_the_keys_we_read(project: Path) -> None:
    assert tuple(schema(project, "front-matter")["properties"]) == KNOWN


def test_our_own_files_fit_their_schemas(project: Path) -> None:
    library = load_library(project / "content")
    front = schema(project, "front-matter")
    for page in library.pages.values():
        assert set(page.front) <= set(front["properties"])
        assert set(front["required"]) <= set(page.front)
    for name in ("archetypes", "sources"):
        entry = schema(project, name)["properties"][name]["items"]
        data = yaml.safe_load((project / f"content/{name}.yml").read_text("utf-8"))
        for found in data[name]:
            assert set(entry["required"]) <= set(found) <= set(entry["properties"])
            for key, value in found.items():
                pattern = entry["properties"][key].get("pattern")
                assert not pattern or re.search(pattern, value), f"{key}: {value}"


def test_hooks_call_commands_there_are(project: Path) -> None:
    hooks = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["playbook-check", "playbook-fmt"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "playbook"
        assert command in COMMANDS
        assert re.search(hook["files"], "content/en/playbooks/late.md")
