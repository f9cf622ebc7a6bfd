"""Start a translation: the reference's page, to be written over."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.errors import PlaybookError
from playbook.model import Library, Page, PageRef
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.translate.rebuild import new_page


@dataclass(frozen=True, slots=True)
class Started:
    """A page to write."""

    ref: PageRef
    text: str


def start_translation(library: Library, reference: Page, lang: str) -> Started:
    """The first text of a translation: structure, ids and cites, with the reference's words.

    It carries no stamp, so that every section counts as stale until it is marked.  Raises
    PlaybookError when the page is there already or `lang` is no language to translate into.
    """
    if lang == library.reference or not LANGUAGE_PATTERN.fullmatch(lang):
        raise PlaybookError(
            "not a language to translate into",
            found=lang,
            way_out="Give a language code, like fi or pt-BR.",
        )
    ref = reference.ref.into(lang)
    if ref in library.pages or (library.root / ref.path).exists():
        raise PlaybookError(
            "the translation is there already",
            path=ref.path,
            way_out=f"See what is stale in it: playbook translate diff {ref.group} {lang}.",
        )
    return Started(ref, new_page(reference, {}))
