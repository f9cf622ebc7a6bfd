"""A changed word makes its section stale, and nothing else does."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from playbook.library import load_library, read_page
from playbook.library.hashes import section_hashes
from playbook.model import Page
from playbook.translate import Status, page_status
from playbook.translate.segments import segments_of

PLACES = 200


def reference_pages(project: Path) -> list[Page]:
    library = load_library(project / "content")
    return [page for page in library.pages.values() if page.ref.lang == library.reference]


def reread(page: Page, source: str) -> Page:
    return read_page(source, page.ref, page.path)


def body_lines(page: Page) -> list[int]:
    """Numbers (from 0) of lines with words, below the front matter."""
    lines = page.source.split("\n")
    return [n for n in range(page.body_line - 1, len(lines)) if re.search(r"\w", lines[n])]


def white_space(line: str, pick: random.Random) -> str:
    spots = [m.start() for m in re.finditer(r"(?<=[^\s>.#-]) (?=[^\s{])", line)]
    if not spots:
        return line + "  " * pick.randint(1, 2)
    spot = pick.choice(spots)
    return line[:spot] + " " * pick.randint(2, 4) + line[spot + 1 :]


def wrapping(line: str, pick: random.Random) -> str:
    spots = [m.start() for m in re.finditer(r"(?<=\w) (?=[^\W\d])", line.split("{#")[0])]
    if not spots or line.startswith(("#", "- [")):
        return line
    spot = pick.choice(spots)
    mark = re.match(r"(\s*)(?:(> ?)|[-*] |\d+\. )?", line)
    assert mark
    indent = mark[2] or " " * len(mark.group())
    return f"{line[:spot]}\n{indent}{line[spot + 1 :]}"


def markup(line: str, pick: random.Random) -> str:
    head, brace, tail = line.partition(" {#")
    words = list(re.finditer(r"(?<=[\s])[^\W\d_]{4,}(?=[\s,.])", head))
    if not words or "[" in head or head.startswith("#") or "*" in head:
        return line
    word = pick.choice(words)
    around = pick.choice(["**", "*", "_"])
    marked = f"{head[: word.start()]}{around}{word.group()}{around}{head[word.end() :]}"
    return marked + brace + tail


def link(line: str, pick: random.Random) -> str:
    head, brace, tail = line.partition(" {#")
    words = list(re.finditer(r"(?<=\s)[^\W\d_]{4,}(?=[\s,.])", head))
    if not words or "[" in head or head.startswith("#") or "*" in head:
        return line
    word = pick.choice(words)
    linked = f"{head[: word.start()]}[{word.group()}](leaving.md){head[word.end() :]}"
    return linked + brace + tail


def list_mark(line: str, pick: random.Random) -> str:
    numbered = re.sub(r"^\d+\. ", f"{pick.randint(10, 99)}. ", line)
    return re.sub(r"^- ", "* ", numbered)


@pytest.mark.parametrize("edit", [white_space, wrapping, markup, link, list_mark])
def test_an_edit_that_changes_no_word_leaves_every_hash(project: Path, edit) -> None:  # type: ignore[no-untyped-def]
    pick = random.Random(f"{edit.__name__} 1")
    pages = reference_pages(project)
    tried = 0
    while tried < PLACES:
        page = pick.choice(pages)
        lines = page.source.split("\n")
        number = pick.choice(body_lines(page))
        after = edit(lines[number], pick)
        if after == lines[number]:
            continue
        tried += 1
        lines[number] = after
        changed = reread(page, "\n".join(lines))
        assert section_hashes(changed) == section_hashes(page), f"{page.path}:{number + 1}: {after}"


def test_a_changed_word_marks_its_section_and_no_other(project: Path) -> None:
    pick = random.Random("words 1")
    pages = reference_pages(project)
    tried = 0
    while tried < PLACES:
        page = pick.choice(pages)
        lines = page.source.split("\n")
        number = pick.choice(body_lines(page))
        words = list(
            re.finditer(r"(?<=[\s*“>-])[^\W\d_]{3,}(?=[\s,.*?])", lines[number].split("{#")[0])
        )
        if not words:
            continue
        tried += 1
        word = pick.choice(words)
        line = lines[number]
        lines[number] = f"{line[: word.start()]}changed{line[word.end() :]}"
        before, after = section_hashes(page), section_hashes(reread(page, "\n".join(lines)))
        moved = [id for id in before if before[id] != after.get(id)]
        above = [s.id for s in page.sections if s.place.line <= number + 1]
        assert moved == [above[-1] if above else "intro"], f"{page.path}:{number + 1}"


def test_ids_cites_and_link_targets_are_no_words(content: Path) -> None:
    page = load_library(content).page("en", "playbooks/late")
    assert page
    source = page.source.replace("so-1:4", "so-1:7").replace("leaving.md#hand-over", "leaving.md")
    assert section_hashes(reread(page, source)) == section_hashes(page)


def test_a_proposal_makes_nothing_stale_until_it_is_taken_on(content: Path) -> None:
    page = load_library(content).page("en", "playbooks/late")
    assert page
    sign = "- They ask for the invoice again."
    proposal = '- They pay half. {.proposed cite="so-1:9"}'
    proposed = page.source.replace(sign, f"{proposal}\n{sign}")
    assert section_hashes(reread(page, proposed)) == section_hashes(page)
    assert [s.key for s in segments_of(reread(page, proposed))] == [
        s.key for s in segments_of(page)
    ]
    taken = proposed.replace("{.proposed ", "{#pay-half ")
    before, after = section_hashes(page), section_hashes(reread(page, taken))
    assert [id for id in before if before[id] != after[id]] == ["signs"]


def test_status_follows_the_hashes(content: Path) -> None:
    library = load_library(content)
    page = library.page("ka", "playbooks/late")
    assert page and page_status(library, page.ref) is Status.CURRENT
    file = content / "en/playbooks/late.md"
    file.write_text(file.read_text("utf-8").replace("nine days late", "ten days late"), "utf-8")
    assert page_status(load_library(content), page.ref) is Status.STALE
    (content / "ka/playbooks/late.md").unlink()
    assert page_status(load_library(content), page.ref) is Status.FALLBACK
    file.unlink()
    assert page_status(load_library(content), page.ref) is Status.MISSING
