"""What every view is built from: the library, the reader's words, ways to link and to cite."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_playbook.frame import Repository
from mkdocs_playbook.plan import PlannedPage, shown_page
from mkdocs_playbook.prose import Prose, Target
from mkdocs_playbook.views.citing import Citations
from mkdocs_playbook.views.track import Track, draw_track
from mkdocs_playbook.words import Words
from playbook.model import Archetype, Kind, Library, Page, PageRef, resolve
from playbook.tree import Lead, Tree


@dataclass(frozen=True)
class Setting:
    """One page of the site in the making."""

    library: Library
    words: Words
    planned: PlannedPage
    addresses: Callable[[str], bool]
    """Whether the site has a page at an address below its root."""
    stale: frozenset[str] = frozenset()
    """Sections of the page whose reference has moved on."""
    key: Tree | None = None
    """The tree that leads from what one sees to a playbook, as the reader gets it."""
    leads: tuple[Lead, ...] = ()
    """Answers of trees that lead to this page."""
    repository: Repository | None = None
    changes: Mapping[str, str] = field(default_factory=dict)
    """Path below the content folder → ISO date of its last change."""

    @cached_property
    def citations(self) -> Citations:
        return Citations(self.library.registry, self.words)

    @cached_property
    def prose(self) -> Prose:
        elsewhere = self.words.gettext("leads to another site")
        return Prose(self.target, elsewhere, self.citations.html)

    @property
    def page(self) -> Page:
        """The content page shown."""
        assert self.planned.source is not None
        return self.planned.source

    def target(self, written: str) -> Target:
        """Where a link of the page leads, in the reader's language."""
        if written.startswith("#"):
            return Target(written)
        if ":" in written.split("/")[0].split("#")[0] or written.startswith("//"):
            return Target(written, external=not written.startswith("mailto:"))
        ref, anchor = resolve(self.page.ref, written)
        if ref is not None:
            url = ref.into(self.planned.lang).url
            if self.addresses(url):
                return Target(self.href(url, anchor))
        return Target(self.planned.root + _below_root(self.page.ref, written))

    def href(self, url: str, anchor: str = "") -> str:
        """An address below the root, as seen from this page."""
        return self.planned.root + url + (f"#{anchor}" if anchor else "")

    def tree_href(self, id: str) -> str:
        """Address of a tree, "" when the site has none of that id."""
        url = PageRef(self.planned.lang, Kind.TREE, id).url
        return self.href(url) if self.addresses(url) else ""

    def track_of(self, id: str) -> Track | None:
        entry = self.library.registry.archetype(id)
        return draw_track(entry.track) if entry else None

    def playbook(self, id: str) -> Page | None:
        """The playbook of an archetype as the reader gets it."""
        return shown_page(self.library, PageRef(self.planned.lang, Kind.PLAYBOOK, id))


def playbook_order(library: Library) -> tuple[Archetype, ...]:
    """Archetypes that have a playbook, by category in the order of first mention."""
    have = set(library.groups(Kind.PLAYBOOK))
    entries = [entry for entry in library.registry.archetypes if entry.id in have]
    categories = list(dict.fromkeys(entry.category for entry in entries))
    return tuple(sorted(entries, key=lambda entry: categories.index(entry.category)))


def _below_root(ref: PageRef, written: str) -> str:
    """A link to a file that is no page (a picture), as an address below the root."""
    parts = ref.path.split("/")[:-1]
    for part in written.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
