"""A new knowledge base on another subject, that builds, checks and searches at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources

from babel import Locale, UnknownLocaleError

from playbook.errors import PlaybookError
from playbook.library import read_page
from playbook.library.hashes import section_hashes
from playbook.model import Kind, PageRef
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.scaffold.playbook_page import playbook_text
from playbook.scaffold.words import words_of
from playbook.translate import Stamp, with_stamp

EXAMPLE, CATEGORY = "example", "everyday"
_PLAIN = {
    "Makefile": "makefile.txt",
    "mkdocs.yml": "mkdocs.yml.txt",
    ".gitignore": "gitignore.txt",
    "README.md": "readme.txt",
    "tests/test_knowledge_base.py": "test_knowledge_base.py.txt",
}
"""File → its template; `@name@` in a template is filled in."""


def new_knowledge_base(name: str, languages: Sequence[str], tools: str) -> Mapping[str, str]:
    """The files of a new knowledge base: path below its folder → text.

    The first of `languages` is the one others are translated from; `tools` is what pip
    installs this program from.  Raises PlaybookError for something that is no language.
    """
    for lang in languages:
        _refuse_bad_language(lang)
    reference = languages[0]
    values = {"name": name, "languages": ", ".join(languages), "reference": reference}
    files = {path: _template(template, values) for path, template in _PLAIN.items()}
    files["requirements.txt"] = f"{tools}\n"
    files["content/archetypes.yml"] = _archetypes(reference)
    files["content/sources.yml"] = "# Articles that playbooks cite.\nsources: []\n"
    words = words_of(reference)
    files[f"content/{reference}/index.md"] = _home(name, words)
    files[f"content/{reference}/playbooks/{EXAMPLE}.md"] = playbook_text(EXAMPLE, words)
    files[f"content/{reference}/trees/triage.md"] = _triage(words)
    for lang in languages[1:]:
        files[f"content/{lang}/index.md"] = _home(name, words_of(lang), reference)
    return files


def _refuse_bad_language(lang: str) -> None:
    try:
        known = bool(LANGUAGE_PATTERN.fullmatch(lang)) and bool(Locale.parse(lang, sep="-"))
    except (UnknownLocaleError, ValueError):
        known = False
    if not known:
        raise PlaybookError(
            "not a language", found=lang, way_out="Give codes like en, fi or pt-BR."
        )


def _template(name: str, values: Mapping[str, str]) -> str:
    text = (resources.files("playbook.scaffold") / "data" / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text


def _archetypes(reference: str) -> str:
    return (
        "# Every kind of case this knowledge base knows: ids and structure, no prose.\n"
        "# Start another: playbook new archetype ID --category CATEGORY\n"
        f"reference: {reference}\n"
        "archetypes:\n"
        f"  - id: {EXAMPLE}\n"
        f"    category: {CATEGORY}\n"
    )


def _home(name: str, words: Mapping[str, str], original: str = "") -> str:
    """A home page; a translation says that it was made from the one in `original`."""
    text = f"""---
title: "{words["home"]}"
short: "{name}"
summary: "{words["home-summary"]}"
---

## {words["category"]} {{#{CATEGORY}}}

{words["category-sentence"]}
"""
    if not original:
        return text
    page = read_page(_home(name, words_of(original)), PageRef(original, Kind.PAGE, "index"), "")
    return with_stamp(text, Stamp(original, section_hashes(page)))


def _triage(words: Mapping[str, str]) -> str:
    return f"""---
title: "{words["home"]}"
summary: "{words["home-summary"]}"
---

## {words["triage-question"]} {{#first-question}}

{words["triage-help"]}

- [{words["triage-strategy"]}](../playbooks/{EXAMPLE}.md#strategy)
- [{words["triage-signs"]}](../playbooks/{EXAMPLE}.md#signs)
"""
