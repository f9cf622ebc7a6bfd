"""The knowledge base as one JSON object."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from playbook.export import export_library
from playbook.library import load_library

BASE = Path(__file__).parent / "check" / "base"


@pytest.fixture
def exported(tmp_path: Path) -> dict:  # type: ignore[type-arg]
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    (root / "ka/playbooks/loud.md").unlink()
    with (root / "archetypes.yml").open("a") as file:
        file.write("  - id: picky\n    category: money\n    planned: true\n")
    return json.loads(json.dumps(export_library(load_library(root))))


def test_a_playbook_with_its_items(exported: dict) -> None:  # type: ignore[type-arg]
    late = exported["archetypes"][0]
    assert (late["id"], late["category"], late["related"]) == ("late", "money", ["loud"])
    page = late["playbooks"]["en"]
    assert (page["path"], page["url"]) == ("en/playbooks/late.md", "en/playbooks/late.html")
    assert page["sections"]["signs"][1] == {
        "id": "asks-again",
        "text": "They ask for the invoice again.",
        "cite": ["so-1:5-6"],
        "line": 12,
    }
    assert [len(page["sections"][id]) for id in page["sections"]] == [2, 2, 1]


def test_every_status(exported: dict) -> None:  # type: ignore[type-arg]
    found = {
        archetype["id"]: {lang: page["status"] for lang, page in archetype["playbooks"].items()}
        for archetype in exported["archetypes"]
    }
    assert found == {
        "late": {"en": "current", "ka": "stale"},
        "loud": {"en": "current", "ka": "fallback"},
        "picky": {"en": "missing", "ka": "missing"},
    }


def test_a_fallback_shows_the_file_its_text_stands_in(exported: dict) -> None:  # type: ignore[type-arg]
    page = exported["archetypes"][1]["playbooks"]["ka"]
    assert (page["title"], page["path"]) == ("The loud client", "en/playbooks/loud.md")
    assert page["url"] == "ka/playbooks/loud.html"


def test_guides_trees_and_sources(exported: dict) -> None:  # type: ignore[type-arg]
    assert exported["guides"][0]["pages"]["en"]["items"][0]["cite"] == ["so-1:20"]
    assert exported["sources"][0]["lines"] == 20
    triage = next(t for t in exported["trees"] if (t["id"], t["lang"]) == ("triage", "en"))
    assert triage["start"] == "what-comes-back"
    assert triage["nodes"][0]["answers"][0] == {
        "text": "Money, but late",
        "to": "playbooks/late.md#strategy",
    }
    assert {node["kind"] for node in triage["nodes"]} == {"question", "outcome"}


def test_every_answer_leads_to_a_node_or_another_tree(exported: dict) -> None:  # type: ignore[type-arg]
    for tree in exported["trees"]:
        nodes = {node["id"] for node in tree["nodes"]}
        for node in tree["nodes"]:
            for answer in node["answers"]:
                assert answer["to"] in nodes or answer["to"].startswith("trees/")
