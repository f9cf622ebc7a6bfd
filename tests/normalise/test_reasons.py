"""Every reason that can come out is documented, and cue files name no other."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from playbook.normalise.clean.cue_words import LIMITS
from playbook.normalise.clean.verdicts import REASONS
from playbook.normalise.cue_files import CUES, cue_languages


def test_documented(project: Path) -> None:
    page = (project / "docs" / "normalise.md").read_text("utf-8")
    assert [reason for reason in REASONS if f"| `{reason}` |" not in page] == []


@pytest.mark.parametrize("language", cue_languages())
def test_cue_files_name_known_reasons_and_facets(language: str) -> None:
    text = (CUES / f"{language}.toml").read_text("utf-8")
    assert text.startswith("#") and "Source:" in text.split("\n\n")[0]
    data = tomllib.loads(text)
    assert set(data["noise"]) <= set(REASONS) and set(data["noise"]) - {"counter"} <= set(LIMITS)
    assert set(data["facet"]) <= {"sign", "strategy", "exit", "definition", "none"}
    assert set(data["topic"]) <= {
        "client",
        "someone",
        "difficult",
        "condition",
        "denial",
        "narrator",
        "persists",
        "said",
    }
