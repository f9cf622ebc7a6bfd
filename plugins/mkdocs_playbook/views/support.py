"""What rests on what: the articles and the statements they support, and the size of the trees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_playbook.plan import shown_page
from mkdocs_playbook.views.citing import spans
from mkdocs_playbook.views.setting import Setting
from playbook.model import PageRef, ref_of_group
from playbook.tree import load_trees
from playbook.tree.size import TreeSize, tree_size

Cited = Mapping[str, Mapping[int, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Supported:
    """A page, and what it says from one article."""

    title: str
    title_lang: str
    href: str
    facts: int
    lines: str
    """Lines of the article: `4, 10–12`."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source and what it supports."""

    title: str
    lang: str
    language: str
    lines: int
    used: int
    facts: int
    pages: tuple[Supported, ...]


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One tree as the reader gets it."""

    title: str
    title_lang: str
    href: str
    derived: bool
    size: TreeSize


def articles(setting: Setting, cited: Cited) -> tuple[Article, ...]:
    """Every source of the registry, in its order."""
    found: list[Article] = []
    for source in setting.library.registry.sources:
        lines = cited[source.id]
        facts: dict[str, list[int]] = {}
        for number, items in lines.items():
            for item in items:
                facts.setdefault(item, []).append(number)
        found.append(
            Article(
                title=source.title,
                lang=source.language,
                language=setting.words.language_name(source.language),
                lines=source.lines,
                used=len(lines),
                facts=len(facts),
                pages=_pages(setting, facts),
            )
        )
    return tuple(found)


def _pages(setting: Setting, facts: Mapping[str, list[int]]) -> tuple[Supported, ...]:
    by_group: dict[str, list[list[int]]] = {}
    for item, numbers in facts.items():
        by_group.setdefault(item.partition("#")[0], []).append(numbers)
    found: list[Supported] = []
    for group in sorted(by_group):
        ref = ref_of_group(setting.planned.lang, group)
        page = shown_page(setting.library, ref) if ref else None
        if ref is None or page is None:
            continue
        lines = spans((n, n) for numbers in by_group[group] for n in numbers)
        title = page.short or page.title
        href = setting.href(ref.url)
        found.append(Supported(title, page.ref.lang, href, len(by_group[group]), lines))
    return tuple(found)


def tree_rows(setting: Setting) -> tuple[TreeRow, ...]:
    """The reference's trees, with the reader's titles: their shape is the same everywhere."""
    library, lang = setting.library, setting.planned.lang
    trees = load_trees(library)
    own = {tree.id: tree for tree in trees if tree.lang == lang}
    rows: list[TreeRow] = []
    for tree in trees:
        if tree.lang == library.reference:
            shown = own.get(tree.id, tree)
            href = setting.href(PageRef(lang, shown.ref.kind, tree.id).url)
            rows.append(TreeRow(shown.title, shown.lang, href, tree.derived, tree_size(tree)))
    return tuple(sorted(rows, key=lambda row: row.derived))
