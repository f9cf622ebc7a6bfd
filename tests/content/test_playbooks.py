"""Every playbook in every language has what a reader in trouble needs, in the right measure."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from playbook.model import Kind, Library, Page

LANGUAGES = ("en", "fi", "hi", "ka")
SENTENCE_END = re.compile(r"(?<=[.!?।…])[\"”“’']?\s+")


def playbooks(library: Library, lang: str) -> tuple[Page, ...]:
    return library.of_kind(lang, Kind.PLAYBOOK)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_archetype_has_its_playbook(library: Library, lang: str) -> None:
    assert not [entry.id for entry in library.registry.archetypes if entry.planned]
    wanted = {entry.id for entry in library.registry.archetypes}
    assert {page.ref.id for page in playbooks(library, lang)} == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_measures(library: Library, lang: str) -> None:
    def count(page: Page, section: str) -> int:
        found = page.section(section)
        return len(found.list_items) if found else 0

    limits = {
        "signs": (6, 10),
        "strategy": (5, 8),
        "exit-criteria": (3, 6),
        "not-to-be-confused-with": (2, 3),
        "next-time": (2, 5),
    }
    wrong = [
        (page.path, section, count(page, section))
        for page in playbooks(library, lang)
        for section, (least, most) in limits.items()
        if not least <= count(page, section) <= most
    ]
    assert wrong == []
    for page in playbooks(library, lang):
        messages = page.section("messages")
        assert messages is not None and len(messages.messages) == 3, page.path
        assert all(message.fields for message in messages.messages), page.path
        assert 8 <= len(page.aliases) <= 20, (page.path, len(page.aliases))
        assert page.intro_text and page.summary and page.text("mark") and page.text("short")


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_translations_have_the_shape_of_the_reference(library: Library, lang: str) -> None:
    def shape(page: Page) -> list[object]:
        return [
            (
                section.id,
                [
                    (item.id, item.kind, item.cites, item.wait, item.message)
                    for item in section.items
                ],
                [(message.id, bool(message.fields)) for message in section.messages],
                [link.target for link in section.links],
            )
            for section in page.sections
        ]

    kinds = (Kind.PLAYBOOK, Kind.GUIDE, Kind.TREE)
    for kind in kinds:
        for page in library.of_kind("en", kind):
            other = library.pages.get(page.ref.into(lang))
            assert other is not None, f"{page.ref.group} is missing in {lang}"
            assert shape(other) == shape(page), other.path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_stands_in_two_playbooks(library: Library, lang: str) -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for page in playbooks(library, lang):
        texts = [page.intro_text]
        for section in page.sections:
            texts += [item.text for item in section.items]
            for message in section.messages:
                texts += [message.when, *message.text.split("\n\n")]
        for text in texts:
            for sentence in SENTENCE_END.split(text):
                words = re.sub(r"\{[^}]*\}", "{}", sentence).strip().casefold()
                if len(words.split()) > 3:
                    places[words].add(page.ref.id)
    repeats = {sentence: ids for sentence, ids in places.items() if len(ids) > 1}
    assert repeats == {}
