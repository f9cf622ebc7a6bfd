"""Start a translation: the reference's page, to be written over."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.errors import PlaybookError
from playbook.model import Library, Page, PageRef
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.translate.rebuild import new_page
from playbook.translate.staleness import HOME, is_translated


@dataclass(frozen=True, slots=True)
class Started:
    """A page to write."""

    ref: PageRef
    text: str


def start_language(library: Library, lang: str) -> tuple[Started, ...]:
    """Every page of the reference that `lang` lacks, started; the home page first.

    Pages about a language itself (its glossary, its style) are no translations.  Raises
    PlaybookError when `lang` is no language to translate into.
    """
    refuse_language(library, lang)
    found = [
        page
        for ref, page in library.pages.items()
        if ref.lang == library.reference
        and is_translated(ref)
        and not (library.root / ref.into(lang).path).exists()
    ]
    order = sorted(found, key=lambda page: (page.ref.group != HOME, page.ref))
    return tuple(start_translation(library, page, lang) for page in order)


def start_translation(library: Library, reference: Page, lang: str) -> Started:
    """The first text of a translation: structure, ids and cites, with the reference's words.

    It carries no stamp, so that every section counts as stale until it is marked.  Raises
    PlaybookError when the page is there already or `lang` is no language to translate into.
    """
    refuse_language(library, lang)
    ref = reference.ref.into(lang)
    if ref in library.pages or (library.root / ref.path).exists():
        raise PlaybookError(
            "the translation is there already",
            path=ref.path,
            way_out=f"See what is stale in it: playbook translate diff {ref.group} {lang}.",
        )
    return Started(ref, new_page(reference, {}))


def refuse_language(library: Library, lang: str) -> None:
    """Raise PlaybookError unless pages can be translated into `lang`."""
    if lang == library.reference or not LANGUAGE_PATTERN.fullmatch(lang):
        others = ", ".join(library.languages[1:])
        raise PlaybookError(
            "not a language to translate into",
            found=lang,
            way_out=f"Name one: {others + ', ' if others else ''}or the code of a new one.",
        )
