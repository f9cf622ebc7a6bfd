"""Which page a contributor means: `unresponsive`, `guides/leaving`, `index`."""

from __future__ import annotations

import difflib

from playbook.errors import PlaybookError
from playbook.model import Library, Page, PageRef, ref_of_group


def reference_page(library: Library, name: str) -> Page:
    """The page of the reference called `name`, with or without its folder.

    Raises PlaybookError when there is none, or several without the folder.
    """
    groups = [ref.group for ref in library.pages if ref.lang == library.reference]
    wanted = name.removesuffix(".md").strip("/")
    found = [group for group in groups if wanted in (group, group.rpartition("/")[2])]
    if wanted in found:
        found = [wanted]
    if not found:
        short = [group.rpartition("/")[2] for group in groups]
        near = difflib.get_close_matches(wanted, [*groups, *short], n=1)
        hint = f"Did you mean {near[0]}?" if near else "See them: playbook translate status."
        raise PlaybookError(f"{library.reference} has no page `{name}`", way_out=hint)
    if len(found) > 1:
        raise PlaybookError(
            f"`{name}` is the name of several pages",
            way_out=f"Write one of {', '.join(sorted(found))}.",
        )
    ref = ref_of_group(library.reference, found[0])
    assert ref is not None
    return library.pages[ref]


def translation_of(library: Library, reference: Page, lang: str) -> Page:
    """The translation of a page.

    Raises PlaybookError when the language is the reference's, or there is no translation.
    """
    if lang == library.reference:
        raise PlaybookError(
            f"{lang} is the language others are translated from",
            way_out=f"Name another: {', '.join(library.languages[1:]) or 'there is none yet'}.",
        )
    ref: PageRef = reference.ref.into(lang)
    page = library.pages.get(ref)
    if page is None:
        raise PlaybookError(
            "there is no such translation",
            path=ref.path,
            way_out=f"Start it: playbook translate start {ref.group} {lang}.",
        )
    return page
