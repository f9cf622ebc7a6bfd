"""The pages for addresses that lead nowhere, in one language or in all, and for no connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_playbook.words import Words
from mkdocs_playbook.words import mark as _

MISSING = (
    _("This page does not exist"),
    _("Perhaps it has moved. From here you get everywhere:"),
)
OFFLINE = (
    _("No connection"),
    _("This page is not saved on this device. What you have visited before opens from here:"),
)
HOME = _("Home")
INDEX = _("Index A–Z")


@dataclass(frozen=True, slots=True)
class MissingView:
    lang: str
    title: str
    help: str
    home: str
    index: str


def missing_view(
    words: Mapping[str, Words], lang: str, *, offline: bool = False
) -> tuple[MissingView, ...]:
    """The words of the page in `lang`, or in every language when it is "".

    `offline` is the page the service worker shows for what it has not kept.
    """
    texts = (*(OFFLINE if offline else MISSING), HOME, INDEX)
    return tuple(
        MissingView(own.lang, *(own.gettext(text) for text in texts))
        for own in words.values()
        if lang in ("", own.lang)
    )
