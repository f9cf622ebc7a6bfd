"""Interface words: every catalogue whole, placeholders kept, none left in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_playbook.assets import ASSETS, script_messages
from mkdocs_playbook.catalogues import collected, read_catalogue, untranslated, updated
from mkdocs_playbook.words import LOCALE, script_words, words_of

LANGUAGES = sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/playbook.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def test_languages_of_the_content_have_a_catalogue(project: Path) -> None:
    folders = {path.parent.name for path in (project / "content").glob("*/index.md")}
    assert folders - {"en"} <= set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalogue_is_up_to_date_and_whole(lang: str) -> None:
    path = LOCALE / lang / "LC_MESSAGES" / "playbook.po"
    catalog = updated(read_catalogue(path, lang), collected())
    assert untranslated(catalog) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_placeholders_are_kept(lang: str) -> None:
    for message in read_catalogue(LOCALE / lang / "LC_MESSAGES" / "playbook.po", lang):
        ids = message.id if isinstance(message.id, tuple | list) else [message.id]
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        for text in strings if message.id else ():
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(ids[-1])), text


def test_scripts_get_plural_forms_by_category() -> None:
    words = words_of("fi")
    found = script_words(words, ["%(n)s result.\0%(n)s results.", "Copied"])
    assert found["plural"] == {"other": 0, "one": 1}
    assert found["words"] == {
        "%(n)s result.": ["%(n)s osumaa.", "%(n)s osuma."],
        "Copied": "Kopioitu",
    }


def test_words_of_scripts_are_found() -> None:
    assert "Copied" in script_messages()
    assert any("\0" in message for message in script_messages())


def test_scripts_ask_for_words_as_they_stand() -> None:
    """A word put together from parts would be in no catalogue."""
    for path in ASSETS.rglob("*.js"):
        source = path.read_text(encoding="utf-8")
        for call in re.finditer(r"playbook(?:Text|Plural)\(\s*(.)", source):
            assert call[1] == '"', f"{path.name}: {source[call.start() : call.end() + 40]}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_scripts_are_translated(lang: str) -> None:
    catalog = read_catalogue(LOCALE / lang / "LC_MESSAGES" / "playbook.po", lang)
    for asked in script_messages():
        message = catalog.get(asked.partition("\0")[0])
        assert message is not None and message.string, asked


def test_language_without_a_catalogue_speaks_english() -> None:
    assert words_of("sv").gettext("Copied") == "Copied"
    assert words_of("sv").own_name() == "svenska"


def test_dates_lists_and_names_come_from_cldr() -> None:
    words = words_of("fi")
    assert words.date("2026-11-14T10:00:00+00:00") == "14. marraskuuta 2026"
    assert words.language_name("ka") == "georgia"
    assert words.listing(["a", "b", "c"]) == "a, b ja c"
