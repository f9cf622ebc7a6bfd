"""Views of real pages, and the small pieces they are made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_playbook.dates import newest_by_path
from mkdocs_playbook.plan import PlannedPage, content_pages
from mkdocs_playbook.publish.feed import feed
from mkdocs_playbook.views.citing import Citations
from mkdocs_playbook.views.home import home_view
from mkdocs_playbook.views.index import index_parts
from mkdocs_playbook.views.playbook import playbook_view, split_step
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.views.track import draw_track
from mkdocs_playbook.words import words_of
from playbook.library import load_library, read_page
from playbook.model import Cite, Kind, Library, PageRef, Registry, Source
from playbook.tree import find_tree, load_trees

PAGE = """---
title: The silent client
short: Silent
mark: Nothing comes back
summary: You ask, and nothing comes back.
aliases: [ghost, gone]
---

They are busy.

## Signs {#signs}

- Two questions are open. {#open-questions cite="ka-1:10 ka-1:11"}
- Not edited yet. {.proposed cite="ka-1:12"}

## Strategy {#strategy}

1. **Ask one thing.** Not *five*. *Wait two days.* {#ask cite="editorial" wait="2d" message="first"}
2. Go on. {#go-on cite="ka-1:14"}

## Exit criteria {#exit-criteria}

- Two dates passed. {#dates cite="editorial"}

One yes: write. Two: go, as in [the guide](../guides/leaving.md).

## Messages {#messages}

### First {#first}

When nothing came.

> Hi {name},
>
> about {project & more}: {name}, please.

## Not to be confused with {#not-to-be-confused-with}

- [Loud](loud.md): says too much.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    page = read_page(PAGE, PageRef("en", Kind.PLAYBOOK, "silent"), "content/en/playbooks/silent.md")
    source = Source("ka-1", "a.txt", "0" * 64, "ka", "სათაური", 53)
    registry = Registry(sources=(source,))
    return Library(Path(), ("en", "fi"), "en", registry, {page.ref: page})


@pytest.fixture(scope="module")
def setting(library: Library) -> Setting:
    page = next(iter(library.pages.values()))
    planned = PlannedPage("en", page.ref.group, "playbook.html", page)
    return Setting(library, words_of("en"), planned, lambda url: "leaving" in url)


def test_signs_carry_their_sources_and_proposals_wait(setting: Setting) -> None:
    (sign,) = playbook_view(setting).sign_items
    assert sign.id == "open-questions"
    assert sign.sources == (
        '<span class="srcs" lang="en"><a class="src" href="#source-ka-1" data-short="1:10–11">'
        "Georgian article 1, lines 10–11</a></span>"
    )


def test_step_is_split_into_do_why_and_wait(setting: Setting) -> None:
    first, second = playbook_view(setting).steps
    assert (first.do, first.why, first.wait) == (
        "Ask one thing.",
        "Not <em>five</em>.",
        "Wait two days",
    )
    assert (first.message, first.message_title) == ("first", "First")
    assert (second.do, second.why, second.wait) == ("Go on.", "", "")


def test_emphasis_is_no_wait_without_the_attribute(setting: Setting) -> None:
    step = (
        read_page(
            "---\ntitle: x\n---\n## S {#strategy}\n1. **Do.** *Soft.* {#a}\n",
            PageRef("en", Kind.PLAYBOOK, "x"),
            "x.md",
        )
        .sections[0]
        .items[0]
    )
    assert split_step(setting.prose, step) == ("Do.", "<em>Soft.</em>", "")


def test_message_fields_are_escaped_and_shared(setting: Setting) -> None:
    (card,) = playbook_view(setting).cards
    assert [field.label for field in card.fields] == ["Name", "Project & more"]
    assert card.html.count('data-f="name"') == 2
    assert "[project &amp; more]" in card.html


def test_links_lead_to_the_readers_language(setting: Setting) -> None:
    view = playbook_view(setting)
    assert '<a href="../../en/guides/leaving.html">the guide</a>' in view.rule
    assert view.look_alikes[0].difference == "Says too much."


def test_missing_translation_is_planned_from_the_reference(library: Library) -> None:
    pages = {(page.lang, page.group): page for page in content_pages(library)}
    assert pages["fi", "playbooks/silent"].is_fallback
    assert pages["fi", "playbooks/silent"].text_lang == "en"
    assert not pages["en", "playbooks/silent"].is_fallback


@pytest.mark.parametrize(
    ("cites", "label"),
    [
        ((Cite("ka-1", 4, 4),), "Artikkeli 1 (georgia), rivi 4"),
        ((Cite("ka-1", 4, 4), Cite("ka-1", 48, 50)), "Artikkeli 1 (georgia), rivit 4, 48–50"),
        ((Cite("editorial"),), "Oma arviomme"),
    ],
)
def test_sources_in_words(library: Library, cites: tuple[Cite, ...], label: str) -> None:
    citations = Citations(library.registry, words_of("fi"))
    assert [line.label for line in citations.lines(cites)] == [label]


def test_track_draws_dots_rings_and_bars() -> None:
    track = draw_track(("1r4000000000", "040000000000"))
    assert track is not None
    assert track.dots == (("M4 6h0", "3.8"), ("M20 6h0", "8"))
    assert track.rings.startswith("M10 6a2 2")
    assert track.bars == "M10.5 27v-14h3v14z"
    assert draw_track(None) is None


def test_every_page_of_the_content_has_a_view(project: Path) -> None:
    library = load_library(project / "content")
    for lang in library.languages:
        words = words_of(lang)
        for planned in content_pages(library):
            if planned.lang != lang or planned.template != "playbook.html":
                continue
            view = playbook_view(Setting(library, words, planned, lambda url: True))
            assert len(view.sign_items) >= 5, planned.url
            assert len(view.steps) >= 4, planned.url
            assert len(view.exit_items) >= 3, planned.url
            assert view.rule, planned.url
            assert all(step.do for step in view.steps), planned.url


def test_home_numbers_every_playbook_once(project: Path) -> None:
    library = load_library(project / "content")
    planned = next(p for p in content_pages(library) if p.url == "en/index.html")
    key = find_tree(load_trees(library), "en", "triage")
    view = home_view(Setting(library, words_of("en"), planned, lambda url: True, key=key))
    numbers = [plate.number for category in view.categories for plate in category.plates]
    assert numbers == list(range(1, view.count + 1))
    assert view.key is not None
    assert view.key.answers[0].letter == "a"
    assert view.key.answers[-1].letter == "?"


def test_index_is_cut_into_pages_and_sorted(library: Library) -> None:
    (part,) = index_parts(library, "en")
    texts = [e.text for _, letters in part.kinds for letter in letters for e in letter.entries]
    assert texts == ["ghost", "gone", "Silent", "Two questions are open.", "First"]


def test_newest_date_of_each_path() -> None:
    log = "\x012026-02-02T00:00:00Z\n\na.md\nb c.md\n\x012026-01-01T00:00:00Z\n\na.md\nd.md\n"
    assert newest_by_path(log) == {
        "a.md": "2026-02-02T00:00:00Z",
        "b c.md": "2026-02-02T00:00:00Z",
        "d.md": "2026-01-01T00:00:00Z",
    }


def test_feed_without_dates_is_empty_and_valid(library: Library) -> None:
    content = feed(
        library.pages.values(), lang="en", title="T & U", subtitle="", site_url="https://x/",
        changes={},
    ).decode()  # fmt: skip
    assert "<entry>" not in content
    assert "<title>T &amp; U</title>" in content
    dated = feed(
        library.pages.values(), lang="en", title="T", subtitle="", site_url="https://x/",
        changes={"en/playbooks/silent.md": "2026-11-14T02:00:00+04:00"},
    ).decode()  # fmt: skip
    assert "<updated>2026-11-13T22:00:00Z</updated>" in dated
