"""The page on the state of the translations: every section, its state, and where to go."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mkdocs_playbook.frame import Repository
from mkdocs_playbook.plan import PlannedPage
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.views.status import StatusView, status_view
from mkdocs_playbook.words import words_of
from playbook.export import export_status
from playbook.library import load_library
from playbook.translate import dashboard
from playbook.translate.mark import mark_sections
from playbook.translate.staleness import section_states

BASE = Path(__file__).parent.parent / "check" / "base"
REPOSITORY = Repository("https://git.example.org/x/y", "main", "content")
CHANGES = {"ka/playbooks/late.md": "2026-03-01T00:00:00Z", "ka/playbooks/loud.md": "2026-01-01"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two playbooks in two languages; each has a section that went stale, `late` lacks one."""
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    for file in root.rglob("ka/**/*.md"):
        file.write_text(file.read_text("utf-8").replace("translation: STAMP\n", ""), "utf-8")
    library = load_library(root)
    for ref, page in library.pages.items():
        if ref.lang == "ka":
            reference = library.pages[ref.into("en")]
            marked = mark_sections(library, page, reference, list(section_states(page, reference)))
            (root / page.ref.path).write_text(marked.files[page.ref.path], "utf-8")
    (root / "ka/guides/leaving.md").unlink()
    for name in ("late", "loud"):
        file = root / f"en/playbooks/{name}.md"
        text = file.read_text("utf-8")
        first = re.search(r"^- \w+", text, flags=re.MULTILINE)
        assert first
        file.write_text(text.replace(first[0], f"{first[0]} now", 1), "utf-8")
    late = root / "ka/playbooks/late.md"
    late.write_text(late.read_text("utf-8").split("## წერილები")[0], "utf-8")
    return root


def view_of(content: Path, repository: Repository | None = REPOSITORY) -> StatusView:
    library = load_library(content)
    planned = PlannedPage("en", "status", "status.html")
    setting = Setting(
        library, words_of("en"), planned, lambda url: True, repository=repository, changes=CHANGES
    )
    return status_view(setting)


def test_every_section_has_its_state(content: Path) -> None:
    view = view_of(content)
    states = {
        (group.title, row.language): [place.state if place else "" for place in row.places]
        for group in view.groups
        for row in group.rows
    }
    assert states == {
        ("The late client", "Georgian"): ["current", "stale", "current", "current", "missing"],
        ("The loud client", "Georgian"): ["current", "stale", "current", "current", ""],
    }
    assert view.columns[:3] == ("Opening", "Signs", "Strategy")


def test_what_is_to_do_leads_to_the_file_at_its_section(content: Path) -> None:
    view = view_of(content)
    (row,) = next(group.rows for group in view.groups if group.title == "The late client")
    opening, signs, *_, messages = row.places
    lines = (content / "ka/playbooks/late.md").read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, start=1) if "{#signs}" in line)
    file = "https://git.example.org/x/y/blob/main/content/ka/playbooks/late.md?plain=1"
    assert signs is not None and messages is not None and opening is not None
    assert signs.href == f"{file}#L{number}"
    assert messages.href.startswith(f"{file}#L"), "a section that is missing: near the end"
    assert opening.href == "../ka/playbooks/late.html"
    assert row.file == f"{file}#L1"


def test_a_page_that_is_not_there_leads_to_a_new_file(content: Path) -> None:
    (guide,) = [other for other in view_of(content).others if other.title == "Leaving well"]
    ((place, done, every),) = guide.cells
    assert (place.state, done, every) == ("missing", 0, 2)
    assert place.href == (
        "https://git.example.org/x/y/new/main/content/ka/guides?filename=leaving.md"
    )


def test_those_left_alone_the_longest_come_first_and_missing_pages_last(content: Path) -> None:
    tasks = view_of(content).tasks
    assert [(task.title, task.state) for task in tasks] == [
        ("The loud client", "stale"),
        ("The late client", "stale"),
        ("Leaving well", "missing"),
    ]
    assert tasks[0].changed == "January 1, 2026"


def test_without_a_repository_everything_leads_to_the_site(content: Path) -> None:
    view = view_of(content, Repository("", "main", "content"))
    links = [place.href for g in view.groups for r in g.rows for place in r.places if place]
    links += [task.href for task in view.tasks]
    assert all(link.startswith("../ka/") for link in links)


def test_the_numbers_are_those_of_the_data(content: Path) -> None:
    library = load_library(content)
    data = export_status(library, dashboard(library), library.languages)
    view = view_of(content)
    (total,) = view.totals
    (told,) = data["languages"]  # type: ignore[misc]
    progress = total.progress
    assert (told["current"], told["stale"], told["missing"], told["read_twice"]) == (
        progress.current, progress.stale, progress.missing, progress.read_twice,
    )  # fmt: skip
    for article, source in zip(view.articles, data["sources"], strict=True):  # type: ignore[arg-type]
        assert (article.used, article.lines) == (source["used"], source["lines"])
        facts = {item for items in source["supports"].values() for item in items}
        assert article.facts == len(facts) == sum(page.facts for page in article.pages)
    assert {(t.size.questions, t.size.answers, t.size.longest) for t in view.trees} == {
        (tree["questions"], tree["answers"], tree["longest"])
        for tree in data["trees"]  # type: ignore[attr-defined]
    }
