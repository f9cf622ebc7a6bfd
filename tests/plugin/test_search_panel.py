"""What the panel loads beside the index, and the script that starts search on every page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from mkdocs_playbook.search_bootstrap import search_bootstrap
from mkdocs_playbook.search_files import search_files
from mkdocs_playbook.search_panel import BUCKET, bucket_of, panel_files, panel_hashes
from playbook.library import load_library
from playbook.model import Library


@pytest.fixture(scope="module")
def library(project: Path) -> Library:
    return load_library(project / "content")


def data_of(content: bytes, call: str) -> dict[str, object]:
    """What a data script hands over."""
    text = content.decode()
    start = f"playbookSearchPanel.{call}("
    assert text.startswith(start)
    found: dict[str, object] = json.loads(text.removeprefix(start).rstrip().removesuffix(");"))
    return found


def test_buckets_agree_with_the_panel() -> None:
    # The same numbers as in model.test.mjs.
    assert bucket_of("playbooks/unresponsive", 1000) == 33
    assert bucket_of("playbooks/ა", 1000) == 352


def test_every_playbook_has_its_plate_where_the_panel_looks(library: Library) -> None:
    files = panel_files(library)
    for lang, hash in panel_hashes(files).items():
        words = data_of(files[f"search/panel-{lang}.{hash}.js"], "receiveWords")
        buckets = words["buckets"]
        assert isinstance(buckets, list)
        assert len(buckets) == -(-len(library.registry.archetypes) // BUCKET)
        for entry in library.registry.archetypes:
            group = f"playbooks/{entry.id}"
            address = buckets[bucket_of(group, len(buckets))]
            plate = data_of(files[address], "receivePlates")[group]
            assert isinstance(plate, list)
            place, _, *track = plate
            categories = words["categories"]
            assert isinstance(categories, list)
            assert categories[place]["id"] == entry.category
            assert tuple(track) == entry.track


def test_words_are_in_the_reader_s_language(library: Library) -> None:
    files = panel_files(library)
    hashes = panel_hashes(files)
    assert sorted(hashes) == sorted(library.languages)
    words = {
        lang: data_of(files[f"search/panel-{lang}.{hash}.js"], "receiveWords")
        for lang, hash in hashes.items()
    }
    assert {"en": "englanti", "fi": "suomi"}.items() <= dict(words["fi"]["languages"]).items()  # type: ignore[call-overload]
    for found in words.values():
        assert len(found["suggestions"]) == 6  # type: ignore[arg-type]
        assert found["key"]
    assert len({json.dumps(found["categories"]) for found in words.values()}) == len(words)


def test_names_say_when_content_changes(library: Library) -> None:
    first, second = search_files(library), search_files(library)
    assert first == second
    assert "search/playbook-search.js" not in first


def test_the_start_is_one_line_of_script(library: Library, tmp_path: Path) -> None:
    start = search_bootstrap(search_files(library))
    assert len(start.encode()) <= 2048
    assert "\n" not in start
    assert "<" not in start.replace("=>", "")
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    script = tmp_path / "start.js"
    script.write_text(start, encoding="utf-8")
    checked = subprocess.run([node, "--check", str(script)], capture_output=True, text=True)
    assert checked.stderr == ""
