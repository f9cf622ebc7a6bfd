"""Whole builds of a copy: any path, the same bytes, errors in the checker's words."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import lxml.html
import pytest

from mkdocs_playbook.words import words_of
from playbook.library import load_library
from playbook.tree import load_trees

pytestmark = pytest.mark.slow

BRACKETS = "⟦⟧"


def copy_of(project: Path, folder: Path) -> Path:
    """The site's sources in a folder of their own."""
    folder.mkdir(parents=True)
    for name in ("content", "site_overrides"):
        shutil.copytree(project / name, folder / name)
    shutil.copy(project / "mkdocs.yml", folder)
    return folder


def build(
    folder: Path, out: Path, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    command += ["-f", str(folder / "mkdocs.yml"), "-d", str(out)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def fingerprints(site: Path) -> Mapping[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def copy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy without one Finnish playbook, in a path with a space and Georgian letters."""
    folder = copy_of(project, tmp_path_factory.mktemp("copy") / "ჩემი საიტი 1")
    (folder / "content" / "fi" / "playbooks" / "aggressive.md").unlink()
    return folder


@pytest.fixture(scope="module")
def site(copy: Path) -> Path:
    out = copy / "built here"
    run = build(copy, out, copy.parent)
    assert run.returncode == 0, run.stderr
    return out


def test_same_bytes_in_another_place_zone_and_hash_order(site: Path, copy: Path) -> None:
    other = copy.parent / "other"
    settings = {"TZ": "Asia/Tbilisi", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    run = build(copy, other, copy, **settings)
    assert run.returncode == 0, run.stderr
    assert fingerprints(other) == fingerprints(site)


def test_missing_translation_is_shown_from_the_reference(site: Path) -> None:
    page = lxml.html.fromstring((site / "fi/playbooks/aggressive.html").read_text("utf-8"))
    assert page.get("lang") == "fi"
    assert page.xpath('//*[@lang="en"][.//h1]')
    assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert page.xpath('//*[contains(@class, "notice")]')
    (link,) = page.xpath('//*[contains(@class, "notice")]//a/@href')
    assert "/new/main/content/fi/playbooks?filename=aggressive.md" in link
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert "fi/playbooks/aggressive.html" not in listed
    other = lxml.html.fromstring((site / "en/playbooks/aggressive.html").read_text("utf-8"))
    assert "fi" not in other.xpath('//link[@rel="alternate"]/@hreflang')


def test_errors_of_the_content_stop_the_build(project: Path, tmp_path: Path) -> None:
    folder = copy_of(project, tmp_path / "broken")
    page = folder / "content" / "en" / "playbooks" / "anxious.md"
    text = page.read_text("utf-8").replace('cite="editorial"', 'cite="nowhere:1"', 1)
    page.write_text(text, "utf-8")
    line = next(n for n, text in enumerate(text.split("\n"), 1) if "nowhere:1" in text)
    run = build(folder, tmp_path / "out", tmp_path)
    assert run.returncode != 0
    assert f"content/en/playbooks/anxious.md:{line}:" in run.stderr
    assert "error cite-source" in run.stderr
    assert "Traceback" not in run.stderr


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def content_letters(project: Path) -> str:
    """All that pages show of the content: files, titles of articles, derived trees; and what
    comes from CLDR or is a file's name."""
    library = load_library(project / "content")
    shown = [(project / page.path).read_text("utf-8") for page in library.pages.values()]
    shown += [source.title for source in library.registry.sources]
    for tree in load_trees(library):
        shown += [tree.title, tree.summary]
        for question in tree.questions:
            shown += [question.text, *(answer.text for answer in question.answers)]
    for lang in library.languages:
        shown += [words_of("en").language_name(lang), words_of(lang).own_name()]
    shown += [words_of("en").listing(page.aliases[:6]) for page in library.pages.values()]
    shown.append("llms.txt")
    return letters(" ".join(shown))


def words_on(page: lxml.html.HtmlElement) -> Iterator[str]:
    """Every text of a page, and what only a screen reader says, in pieces; no addresses."""
    for text in texts_of(page):
        if not set(BRACKETS) & set(text):
            yield from re.split(r" · |https?://\S+|[():]", text)


def texts_of(page: lxml.html.HtmlElement) -> Iterator[str]:
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        yield element.text or ""
        yield from (child.tail or "" for child in element)
        for name in ("aria-label", "title", "placeholder", "alt"):
            yield element.get(name) or ""


def test_no_interface_word_escapes_translation(project: Path, tmp_path: Path) -> None:
    """Every word that does not come from the content is bracketed in the pseudo-language."""
    folder = copy_of(project, tmp_path / "pseudo")
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("- playbook:\n", "- playbook:\n      pseudo: true\n")
    )
    out = tmp_path / "out"
    run = build(folder, out, tmp_path)
    assert run.returncode == 0, run.stderr
    shown = content_letters(project)
    escaped = {
        f"{path.relative_to(out)}: {text.strip()}"
        for path in out.glob("en/**/*.html")
        for text in words_on(lxml.html.fromstring(path.read_bytes()))
        if letters(text) not in shown
    }
    assert escaped == set()
