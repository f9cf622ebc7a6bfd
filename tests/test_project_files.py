"""Workflows, schemas and hooks say what the code says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from playbook.check.rules.front_matter_keys import KNOWN
from playbook.cli import COMMANDS
from playbook.library import load_library
from playbook.scaffold import new_archetype, new_knowledge_base, new_tree

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


def schema(project: Path, name: str) -> dict[str, Any]:
    data = json.loads((project / f"schemas/{name}.schema.json").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def test_the_front_matter_schema_knows_the_keys_we_read(project: Path) -> None:
    assert tuple(schema(project, "front-matter")["properties"]) == KNOWN


SCHEMAS = ("archetypes", "front-matter", "sources")


def faults(project: Path, name: str, data: Any) -> list[str]:
    """What a schema says is wrong with some data."""
    validator = Draft202012Validator(schema(project, name))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(project: Path, name: str) -> None:
    Draft202012Validator.check_schema(schema(project, name))


@pytest.mark.parametrize("name", ["archetypes", "sources"])
def test_our_registries_fit_their_schemas(project: Path, name: str) -> None:
    data = yaml.safe_load((project / f"content/{name}.yml").read_text("utf-8"))
    assert faults(project, name, data) == []


def test_the_front_matter_of_every_page_fits_its_schema(project: Path) -> None:
    library = load_library(project / "content")
    assert len(library.pages) > 80
    for page in library.pages.values():
        assert faults(project, "front-matter", dict(page.front)) == [], page.path


@pytest.mark.parametrize("languages", [["en", "fi"], ["ka"]])
def test_what_we_start_fits_the_schemas(
    project: Path, tmp_path: Path, languages: list[str]
) -> None:
    files = new_knowledge_base("Neighbours", languages, "x")
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    library = load_library(tmp_path / "content")
    files = {**new_archetype(library, "picky", None), **new_tree(library, "before-you-sign")}
    for path, text in files.items():
        (tmp_path / "content" / path).write_text(text, "utf-8")
    for page in load_library(tmp_path / "content").pages.values():
        assert faults(project, "front-matter", dict(page.front)) == [], page.path
    for name in ("archetypes", "sources"):
        data = yaml.safe_load((tmp_path / f"content/{name}.yml").read_text("utf-8"))
        assert faults(project, name, data) == []


GOOD = {
    "archetypes": """
        archetypes:
          - {id: late, category: money, related: [loud], track: ["111222333444", "200200200200"]}
    """,
    "sources": f"""
        sources:
          - {{id: ka-1, file: a.txt, sha256: {"a" * 64}, language: ka, title: T, lines: 9}}
    """,
    "front-matter": """
        title: The late client
        aliases: [slow payer, 90]
        reviewed: 1
        translation: {of: en, sections: {intro: "0123456789ab"}}
    """,
}
BROKEN = [
    ("archetypes", "id: late", "id: The Late"),
    ("archetypes", "id: late, ", ""),
    ("archetypes", "category: money", "category: [money]"),
    ("archetypes", "category: money", "kategory: money"),
    ("archetypes", "[loud]", "loud"),
    ("archetypes", "[loud]", "[loud, loud]"),
    ("archetypes", '"111222333444"', '"1112"'),
    ("archetypes", "200200200200", "2002002002rr"),
    ("archetypes", "archetypes:", "archetype:"),
    ("sources", "id: ka-1", "id: ka_1"),
    ("sources", "a" * 64, "a" * 63),
    ("sources", "lines: 9", "lines: 0"),
    ("sources", "lines: 9", "lines: nine"),
    ("sources", ", title: T", ""),
    ("sources", "language: ka", "language: Georgian"),
    ("front-matter", "title: The late client", "titel: The late client"),
    ("front-matter", "title: The late client", "title: ''"),
    ("front-matter", "title: The late client", "title: [late]"),
    ("front-matter", "[slow payer, 90]", "slow payer"),
    ("front-matter", "[slow payer, 90]", "[slow payer, [90]]"),
    ("front-matter", "reviewed: 1", "reviewed: once"),
    ("front-matter", "reviewed: 1", "reviewed: -1"),
    ("front-matter", "0123456789ab", "0123"),
    ("front-matter", "intro:", "The intro:"),
    ("front-matter", "of: en", "from: en"),
]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_good_example_fits(project: Path, name: str) -> None:
    assert faults(project, name, yaml.safe_load(GOOD[name])) == []


@pytest.mark.parametrize(("name", "old", "new"), BROKEN)
def test_an_editor_underlines_what_is_broken(project: Path, name: str, old: str, new: str) -> None:
    assert GOOD[name].count(old) == 1
    assert faults(project, name, yaml.safe_load(GOOD[name].replace(old, new)))


def test_the_editor_finds_the_schemas(project: Path) -> None:
    settings = json.loads((project / ".vscode/settings.json").read_text("utf-8"))
    named = set(settings["yaml.schemas"])
    assert named == {f"schemas/{name}.schema.json" for name in SCHEMAS}
    assert all((project / path).is_file() for path in named)


def test_owners_of_paths_there_are(project: Path) -> None:
    """Each line, once its # is taken away, names a path; each language has one."""
    lines = (project / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    paths = [match[1] for line in lines if (match := re.match(r"# (/\S+)\s+@", line))]
    assert all((project / path.strip("/")).is_dir() for path in paths)
    languages = load_library(project / "content").languages
    assert {f"/content/{lang}/" for lang in languages} <= set(paths)
    assert not [line for line in lines if line and not line.startswith("#")], "valid in any fork"


def test_hooks_call_commands_there_are(project: Path) -> None:
    hooks = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["playbook-check", "playbook-fmt"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "playbook"
        assert command in COMMANDS
        assert re.search(hook["files"], "content/en/playbooks/late.md")
