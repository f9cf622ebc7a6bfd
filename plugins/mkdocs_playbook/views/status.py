"""The state of the translations: every page in every language, with what is to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_playbook.plan import shown_page
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.words import mark as _
from playbook.model import Kind, PageRef
from playbook.translate import Status, page_status

WORDS = {
    Status.CURRENT: _("up to date"),
    Status.STALE: _("to be looked over"),
    Status.FALLBACK: _("not translated"),
    Status.MISSING: _("missing"),
}
KINDS = {
    Kind.PLAYBOOK: _("Playbooks"),
    Kind.GUIDE: _("Guides"),
    Kind.TREE: _("Keys"),
    Kind.PAGE: _("Pages"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    status: str
    word: str
    href: str
    lang: str


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    title_lang: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Total:
    lang: str
    name: str
    done: int
    pages: int


@dataclass(frozen=True, slots=True)
class StatusView:
    languages: tuple[tuple[str, str], ...]
    """(language, its name in itself)."""
    totals: tuple[Total, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    """Kind of page → rows."""
    left_out: int
    """Rows beyond the first ones of each kind."""


MOST_ROWS = 60
"""Rows shown of each kind; a larger knowledge base lists the rest with `playbook check`."""


def status_view(setting: Setting) -> StatusView:
    """The dashboard of translations."""
    library = setting.library
    rows = {kind: list(_rows(setting, kind)) for kind in KINDS}
    everything = [row for members in rows.values() for row in members]
    totals = tuple(
        Total(
            lang,
            setting.words.language_name(lang),
            sum(row.cells[place].status == Status.CURRENT for row in everything),
            len(everything),
        )
        for place, lang in enumerate(library.languages)
    )
    return StatusView(
        languages=tuple((lang, setting.words.language_name(lang)) for lang in library.languages),
        totals=totals,
        groups=tuple(
            (KINDS[kind], tuple(members[:MOST_ROWS])) for kind, members in rows.items() if members
        ),
        left_out=sum(max(0, len(members) - MOST_ROWS) for members in rows.values()),
    )


def _rows(setting: Setting, kind: Kind) -> Iterator[Row]:
    library = setting.library
    for id in library.groups(kind):
        shown = shown_page(library, PageRef(setting.planned.lang, kind, id))
        if shown is None:
            continue
        refs = (PageRef(lang, kind, id) for lang in library.languages)
        cells = tuple(_cell(setting, ref) for ref in refs)
        yield Row(shown.short or shown.title, shown.ref.lang, cells)


def _cell(setting: Setting, ref: PageRef) -> Cell:
    status = page_status(setting.library, ref)
    return Cell(str(status), WORDS[status], setting.href(ref.url), ref.lang)
