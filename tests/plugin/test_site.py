"""The gathered site: staleness, addresses, and handlers that stay thin."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from mkdocs_playbook.policy import policy, script_hash
from mkdocs_playbook.publish.offline import offline_files
from mkdocs_playbook.site import Options, Site, gather
from playbook.errors import PlaybookError

PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "mkdocs_playbook"


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    content = project / "content"
    return gather(Options(content, Path("content"), site_url="https://x.example/base/"))


def test_a_stale_section_alone_is_marked(site: Site) -> None:
    fi = site.plan.groups["playbooks/unresponsive"]["fi"]
    assert fi.source is not None
    front = dict(fi.source.front)
    stamp = front["translation"]
    assert isinstance(stamp, dict)
    sections = {**stamp["sections"], "signs": "0" * 12}
    front["translation"] = {**stamp, "sections": sections}
    changed = type(fi.source)(
        **{name: getattr(fi.source, name) for name in fi.source.__slots__} | {"front": front}
    )
    assert site._stale(fi.source) == frozenset()
    assert site._stale(changed) == {"signs"}


def test_root_of_a_page_for_any_address_is_that_of_the_server(site: Site) -> None:
    assert site.plan.by_url["404.html"].root == "/base/"
    assert site.plan.by_url["en/playbooks/unresponsive.html"].root == "../../"
    assert site.plan.by_url["index.html"].root == ""


def test_a_folder_that_is_no_knowledge_base_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError, match="no such content folder"):
        gather(Options(tmp_path / "nowhere", Path("nowhere")))


def test_policy_hashes_every_inline_script() -> None:
    rules = policy(["a()", "b()"])
    assert f"'{script_hash('a()')}' '{script_hash('b()')}'" in rules
    assert "unsafe" not in rules


def test_offline_lists_by_language_and_version_by_content() -> None:
    hashes = {"index.html": "1", "fi/a.html": "2", "assets/words-fi.js": "3", "sitemap.xml": "4"}
    files = offline_files(hashes, ["en", "fi"], {"assets/words-fi.js": "fi"})
    assert files["offline/shell.json"] == b'[["index.html","1"]]'
    assert files["offline/fi.json"] == b'[["assets/words-fi.js","3"],["fi/a.html","2"]]'
    assert files["offline/en.json"] == b"[]"
    other = offline_files({**hashes, "fi/a.html": "9"}, ["en", "fi"], {})
    assert other["sw.js"] != files["sw.js"]
    assert b"%VERSION%" not in files["sw.js"]


def test_only_the_thin_modules_know_of_mkdocs() -> None:
    knowing = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names.append(node.module)
            if any(name.split(".")[0] == "mkdocs" for name in names):
                knowing.add(path.relative_to(PACKAGE).as_posix())
    assert knowing <= {"plugin.py", "pages.py", "theme.py"}
