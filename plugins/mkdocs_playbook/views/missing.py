"""The page for addresses that lead nowhere, in one language or in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_playbook.words import Words
from mkdocs_playbook.words import mark as _

TITLE = _("This page does not exist")
HELP = _("Perhaps it has moved. From here you get everywhere:")
HOME = _("Home")
INDEX = _("Index A–Z")


@dataclass(frozen=True, slots=True)
class MissingView:
    lang: str
    title: str
    help: str
    home: str
    index: str


def missing_view(words: Mapping[str, Words], lang: str) -> tuple[MissingView, ...]:
    """The words of the page in `lang`, or in every language when it is ""."""
    return tuple(
        MissingView(own.lang, *(own.gettext(text) for text in (TITLE, HELP, HOME, INDEX)))
        for own in words.values()
        if lang in ("", own.lang)
    )
