"""The state of the translations: what there is in every language, and where to begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_playbook.plan import shown_page
from mkdocs_playbook.views.setting import Setting, playbook_order
from mkdocs_playbook.views.support import Article, TreeRow, articles, tree_rows
from mkdocs_playbook.words import mark as _
from playbook.library.hashes import INTRO
from playbook.model import Kind, PageRef
from playbook.translate import Cell, Dashboard, Progress, State, dashboard

READ_TWICE = "twice"
WORDS = {
    State.CURRENT.value: _("up to date"),
    State.STALE.value: _("to be looked over"),
    State.MISSING.value: _("missing"),
    READ_TWICE: _("read twice"),
}
"""State of a section as the page shows it → its word."""
MARKS = {
    State.CURRENT.value: "✓",
    State.STALE.value: "",
    State.MISSING.value: "",
    READ_TWICE: "✓✓",
}
"""What is well is said in short, hundreds of times; what is to be done, in words."""
MOST_PLAYBOOKS = 24
"""Playbooks shown section by section; a larger knowledge base shows those furthest behind."""
MOST_PAGES = 60
"""Rows of the other tables."""
MOST_TO_DO = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A section, or a page as a whole, in one language."""

    state: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A playbook in one language; `whole` stands for all sections where it is not None."""

    language: str
    file: str
    """Link to the file."""
    places: tuple[Place | None, ...]
    """One for each column; None where the page has no such section."""
    whole: Place | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A playbook in every language."""

    title: str
    title_lang: str
    href: str
    original: Place
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Sections of one language."""

    language: str
    progress: Progress
    percent: int


@dataclass(frozen=True, slots=True)
class Task:
    """A page to look over or to translate, and its first section that needs it."""

    title: str
    title_lang: str
    language: str
    state: str
    count: int
    href: str
    changed: str
    """Date of the page's last change in words, "" where nobody knows."""


@dataclass(frozen=True, slots=True)
class Other:
    """A guide, tree or home page: how many of its sections are up to date, by language."""

    title: str
    title_lang: str
    cells: tuple[tuple[Place, int, int], ...]
    """(state and link, sections up to date, sections) of each language."""


@dataclass(frozen=True, slots=True)
class StatusView:
    totals: tuple[Total, ...]
    tasks: tuple[Task, ...]
    more_tasks: int
    columns: tuple[str, ...]
    """Headings of the sections, in the reader's language where its pages have them."""
    groups: tuple[Group, ...]
    languages: tuple[str, ...]
    """Names of those translated into."""
    others: tuple[Other, ...]
    left_out: int
    """Pages beyond the first ones."""
    articles: tuple[Article, ...]
    trees: tuple[TreeRow, ...]
    words: Mapping[str, str]
    """State → its word, in the source language."""
    marks: Mapping[str, str]
    """State → what stands for the word in a table; "" where the word itself does."""


def status_view(setting: Setting) -> StatusView:
    """The dashboard: the numbers of `status.json`, with links to what is to be done."""
    board = dashboard(setting.library)
    cells = {(cell.group, cell.lang): cell for cell in board.cells}
    shown, left_out = _shown_playbooks(setting, board)
    columns = _columns(cells[group, p.lang] for group in shown for p in board.progress)
    others = _others(setting, board, cells)
    behind = board.to_do(setting.changes)
    name = setting.words.language_name
    return StatusView(
        totals=tuple(Total(name(p.lang), p, int(p.share * 100)) for p in board.progress),
        tasks=tuple(_task(setting, cell) for cell in behind[:MOST_TO_DO]),
        more_tasks=max(0, len(behind) - MOST_TO_DO),
        columns=tuple(_heading(setting, shown, id) for id in columns),
        groups=tuple(_group(setting, group, board, cells, columns) for group in shown),
        languages=tuple(name(p.lang) for p in board.progress),
        others=others[:MOST_PAGES],
        left_out=left_out + max(0, len(others) - MOST_PAGES),
        articles=articles(setting, board.cited),
        trees=tree_rows(setting)[:MOST_PAGES],
        words=WORDS,
        marks=MARKS,
    )


def _shown_playbooks(setting: Setting, board: Dashboard) -> tuple[list[str], int]:
    known = dict.fromkeys(cell.group for cell in board.cells)
    every = [f"playbooks/{entry.id}" for entry in playbook_order(setting.library)]
    every = [group for group in every if group in known] or [
        PageRef(board.reference, Kind.PLAYBOOK, id).group
        for id in setting.library.groups(Kind.PLAYBOOK)
    ]
    if len(every) <= MOST_PLAYBOOKS:
        return every, 0
    first = dict.fromkeys(cell.group for cell in board.to_do(setting.changes))
    chosen = set([*(g for g in first if g in set(every)), *every][:MOST_PLAYBOOKS])
    return [group for group in every if group in chosen], len(every) - len(chosen)


def _columns(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for cell in cells for id in cell.sections))


def _heading(setting: Setting, groups: list[str], id: str) -> str:
    if id == INTRO:
        return setting.words.gettext(_("Opening"))
    for lang in (setting.planned.lang, setting.library.reference):
        for group in groups:
            page = setting.library.page(lang, group)
            section = page.section(id) if page else None
            if section:
                return section.heading
    return id


def _group(
    setting: Setting,
    group: str,
    board: Dashboard,
    cells: Mapping[tuple[str, str], Cell],
    columns: tuple[str, ...],
) -> Group:
    ref = PageRef(setting.planned.lang, Kind.PLAYBOOK, group.rpartition("/")[2])
    page = shown_page(setting.library, ref)
    assert page is not None
    original = setting.library.pages[ref.into(board.reference)]
    state = READ_TWICE if original.reviewed else State.CURRENT.value
    place = Place(state, _file(setting, original.ref, 1))
    rows = (_row(setting, cells[group, p.lang], columns) for p in board.progress)
    title, href = page.short or page.title, setting.href(ref.url)
    return Group(title, page.ref.lang, href, place, tuple(rows))


def _row(setting: Setting, cell: Cell, columns: tuple[str, ...]) -> Row:
    language, file = setting.words.language_name(cell.lang), _to_do(setting, cell, INTRO)
    if not cell.lines:
        return Row(language, file, (), Place(State.MISSING.value, file))
    places = (_place(setting, cell, id) if id in cell.sections else None for id in columns)
    return Row(language, file, tuple(places))


def _place(setting: Setting, cell: Cell, section: str) -> Place:
    """What is to be done leads to the file; what is done, to where it is read.

    Addresses of a repository are long: one for every section would be most of the page.
    """
    if cell.sections[section] is not State.CURRENT:
        return Place(_shown(cell, section), _to_do(setting, cell, section))
    anchor = "" if section == INTRO else section
    return Place(_shown(cell, section), setting.href(cell.ref.url, anchor))


def _shown(cell: Cell, section: str) -> str:
    state = cell.sections[section]
    return READ_TWICE if state is State.CURRENT and cell.reviewed else state.value


def _others(
    setting: Setting, board: Dashboard, cells: Mapping[tuple[str, str], Cell]
) -> tuple[Other, ...]:
    groups = dict.fromkeys(
        (cell.ref.kind, cell.ref.id) for cell in board.cells if cell.ref.kind is not Kind.PLAYBOOK
    )
    return tuple(_other(setting, kind, id, board, cells) for kind, id in groups)


def _other(
    setting: Setting,
    kind: Kind,
    id: str,
    board: Dashboard,
    cells: Mapping[tuple[str, str], Cell],
) -> Other:
    ref = PageRef(setting.planned.lang, kind, id)
    page = shown_page(setting.library, ref)
    assert page is not None
    found: list[tuple[Place, int, int]] = []
    for progress in board.progress:
        cell = cells[ref.group, progress.lang]
        first = _first_to_do(cell)
        state = _shown(cell, first) if cell.lines else State.MISSING.value
        place = Place(state, _to_do(setting, cell, first))
        found.append((place, cell.count(State.CURRENT), len(cell.sections)))
    return Other(page.title, page.ref.lang, tuple(found))


def _task(setting: Setting, cell: Cell) -> Task:
    page = shown_page(setting.library, PageRef(setting.planned.lang, cell.ref.kind, cell.ref.id))
    assert page is not None
    stale = cell.count(State.STALE)
    date = setting.changes.get(cell.path, "")
    return Task(
        title=page.short or page.title,
        title_lang=page.ref.lang,
        language=setting.words.language_name(cell.lang),
        state=(State.STALE if stale else State.MISSING).value,
        count=stale or cell.count(State.MISSING),
        href=_to_do(setting, cell, _first_to_do(cell)),
        changed=setting.words.date(date) if date else "",
    )


def _first_to_do(cell: Cell) -> str:
    for state in (State.STALE, State.MISSING):
        for id, found in cell.sections.items():
            if found is state:
                return id
    return INTRO


def _to_do(setting: Setting, cell: Cell, section: str) -> str:
    """The file at a section; a page that is not there yet leads to a new file."""
    repository = setting.repository
    if not cell.lines and repository and repository.address:
        return repository.new_file(cell.path)
    line = cell.lines.get(section) or max(cell.lines.values(), default=1)
    return _file(setting, cell.ref, line)


def _file(setting: Setting, ref: PageRef, line: int) -> str:
    """A line of a file in the repository; without one, the page on the site."""
    if setting.repository and setting.repository.address:
        return setting.repository.place(ref.path, line)
    return setting.href(ref.url)
