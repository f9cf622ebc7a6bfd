"""The whole site as data: what is gathered once, and what each page then asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs_playbook.assets import Assets, gather_assets
from mkdocs_playbook.content_errors import refuse_errors
from mkdocs_playbook.dates import last_changes
from mkdocs_playbook.frame import Frame, Repository, frame_of
from mkdocs_playbook.page_kinds import (
    FOOTER,
    INDEX_TEMPLATE,
    MISSING_TEMPLATE,
    PICTURED,
    TITLES,
    TREE_TEMPLATE,
    UNLISTED,
    VIEWS,
    View,
)
from mkdocs_playbook.plan import HOME, KEY, OFFLINE_PAGE, Plan, PlannedPage, plan_site, shown_page
from mkdocs_playbook.policy import JS_FLAG, policy
from mkdocs_playbook.publish import published_files
from mkdocs_playbook.publish.linked_data import linked_data
from mkdocs_playbook.publish.offline import file_hash
from mkdocs_playbook.search_bootstrap import search_bootstrap
from mkdocs_playbook.search_files import search_files
from mkdocs_playbook.share_image import draw_cards, share_address
from mkdocs_playbook.views.citing import Citations
from mkdocs_playbook.views.index import IndexPart, index_parts
from mkdocs_playbook.views.missing import missing_view
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.views.tree import tree_view
from mkdocs_playbook.words import Words, words_of
from playbook.library import load_library
from playbook.model import Kind, Library, Page, PageRef
from playbook.translate import State, section_states
from playbook.tree import Lead, Tree, back_links, load_trees

MOST_PICTURED = 400
"""A knowledge base of more pages has pictures of its home pages only: each takes a tenth of a
second to draw."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a site sets."""

    content: Path
    shown_as: Path
    """The content folder as messages name it."""
    site_url: str = ""
    """Address of the site's root, with a slash at its end."""
    repo_url: str = ""
    branch: str = "main"
    in_repository: str = "content"
    """The content folder below the repository's root."""
    brand: Path | None = None
    """The site's own folder of tokens, fonts and pictures."""
    catalogues: tuple[Path, ...] = ()
    cache: Path | None = None
    """Where pictures are kept from one build to the next."""
    archive: str = ""
    """Name of an archive of the whole site, made with it; "" for none."""
    pseudo: bool = False
    preview: bool = False
    """A live preview: no policy, which would refuse the reloading script, and no worker that
    keeps pages."""


@dataclass
class Site:
    """Everything gathered for one build."""

    options: Options
    library: Library
    trees: Mapping[tuple[str, str], Tree]
    """(language, id) → the tree in that language."""
    plan: Plan
    words: Mapping[str, Words]
    assets: Assets
    changes: Mapping[str, str]
    """Path below the content folder → ISO date of its last change."""
    index: Mapping[str, tuple[IndexPart, ...]]
    """Language → the pages of its A–Z."""
    search: Mapping[str, bytes]
    """Address below the root → file of the search."""

    hashes: dict[str, str] = field(default_factory=dict)
    """Address below the root → hash of every file written."""

    unlisted = UNLISTED

    @cached_property
    def repository(self) -> Repository:
        options = self.options
        return Repository(options.repo_url, options.branch, options.in_repository)

    @cached_property
    def policy(self) -> str:
        return policy(self.inline_scripts)

    @cached_property
    def inline_scripts(self) -> tuple[str, ...]:
        """The only inline scripts of the site, the same on every page."""
        return (JS_FLAG, search_bootstrap(dict(self.search))) if self.search else (JS_FLAG,)

    @cached_property
    def names(self) -> Mapping[str, tuple[str, str]]:
        """Language → name and tagline of the site, from its home page."""
        names: dict[str, tuple[str, str]] = {}
        for lang in self.library.languages:
            page = shown_page(self.library, PageRef(lang, Kind.PAGE, HOME))
            names[lang] = (page.short, page.text("mark")) if page else (lang, "")
        return names

    @cached_property
    def citations(self) -> Mapping[str, Citations]:
        """Language → the sources in its words."""
        registry = self.library.registry
        return {lang: Citations(registry, words) for lang, words in self.words.items()}

    @cached_property
    def leads(self) -> Mapping[tuple[str, str], tuple[Lead, ...]]:
        """(language, group) → the answers of trees that lead to that page, in their order."""
        table: dict[tuple[str, str], list[Lead]] = {}
        for (lang, group, _anchor), found in back_links(self.trees.values()).items():
            table.setdefault((lang, group), []).extend(found)
        return {key: tuple(found) for key, found in table.items()}

    def made(self) -> dict[str, bytes]:
        """Address below the root → every file that is no page."""
        files = {
            **self.assets.files,
            **self.search,
            **dict(published_files(self)),
            **self.share_images,
        }
        self.hashes.update((address, file_hash(content)) for address, content in files.items())
        return files

    @cached_property
    def share_images(self) -> Mapping[str, bytes]:
        """Address below the root → picture of each translated playbook and home page."""
        shown = (page for page in self.plan.pages if page.template in PICTURED)
        if len(self.library.pages) > MOST_PICTURED:
            shown = (page for page in shown if page.group == HOME)
        fonts = self.options.brand / "share" if self.options.brand else None
        names = {lang: name for lang, (name, _) in self.names.items()}
        return draw_cards(shown, names, self.library.registry, fonts, self.options.cache)

    def saw(self, url: str, output: str) -> None:
        """Note the content of a page that is about to be written."""
        self.hashes[url] = file_hash(output.encode())

    def reader(self, planned: PlannedPage) -> str:
        """Language of the interface; the chooser speaks the reference."""
        return planned.lang or self.library.reference

    def tree(self, lang: str, id: str) -> Tree | None:
        """A tree as a reader of `lang` gets it: in their language where there is one."""
        langs = (lang, self.library.reference, *self.library.languages)
        return next((self.trees[lang, id] for lang in langs if (lang, id) in self.trees), None)

    def setting(self, planned: PlannedPage) -> Setting:
        lang = self.reader(planned)
        return Setting(
            library=self.library,
            words=self.words[lang],
            planned=planned,
            addresses=self.plan.by_url.__contains__,
            key=self.tree(lang, KEY) if planned.group == HOME else None,
            stale=self._stale(planned.source),
            leads=self.leads.get((lang, planned.group), ()),
            repository=self.repository,
            changes=self.changes,
        )

    def frame(self, planned: PlannedPage, title: str, description: str) -> Frame:
        name, tagline = self.names[self.reader(planned)]
        path = planned.source.ref.path if planned.source else ""
        return frame_of(
            planned,
            self.plan,
            self.words,
            title=title,
            description=description,
            site_url=self.options.site_url,
            site_name=name,
            tagline=tagline,
            noindex=planned.template in UNLISTED,
            repository=self.repository,
            changed=self.changes.get(path, ""),
        )

    def context(self, planned: PlannedPage) -> dict[str, object]:
        """What the template of a page is given."""
        lang = self.reader(planned)
        words = self.words[lang]
        setting = self.setting(planned)
        title, description = self.heading(planned, words)
        view = self.view(setting)
        frame = self.frame(planned, title, description)
        return {
            "lang": lang,
            "root": planned.root,
            "planned": planned,
            "view": view,
            "frame": frame,
            "share_image": self.share_image(planned),
            "linked_data": linked_data(view, frame, self.options.site_url),
            "site": self,
            "gettext": words.gettext,
            "ngettext": words.ngettext,
            "_": words.gettext,
            "words": words,
            "key_url": self.key_url(lang),
            "footer_links": [(f"{lang}/{address}", name) for address, name in FOOTER],
        }

    def heading(self, planned: PlannedPage, words: Words) -> tuple[str, str]:
        """Title and description of a page."""
        if planned.template == TREE_TEMPLATE and (tree := self.tree(planned.lang, planned.id)):
            return tree.title, tree.summary
        if planned.source:
            return planned.source.title, planned.source.summary
        if planned.template in TITLES:
            title, description = TITLES[planned.template]
            return words.gettext(title), words.gettext(description)
        home = shown_page(self.library, PageRef(words.lang, Kind.PAGE, HOME))
        return self.names[words.lang][0], home.summary if home else ""

    def share_image(self, planned: PlannedPage) -> str:
        """Address of the picture for a page: its own, else that of its home page, else ""."""
        addresses = (share_address(planned.lang, group) for group in (planned.group, HOME))
        return next((address for address in addresses if address in self.share_images), "")

    def view(self, setting: Setting) -> View:
        """The view of a page, by its template."""
        if setting.planned.template == TREE_TEMPLATE:
            tree = self.tree(setting.planned.lang, setting.planned.id)
            return tree_view(setting, tree) if tree else None
        if setting.planned.template == INDEX_TEMPLATE:
            return self.index[setting.planned.lang][setting.planned.number - 1]
        if setting.planned.template == MISSING_TEMPLATE:
            offline = setting.planned.group == OFFLINE_PAGE
            return missing_view(self.words, setting.planned.lang, offline=offline)
        make = VIEWS.get(setting.planned.template)
        return make(setting) if make else None

    def key_url(self, lang: str) -> str:
        """Address of the key below the root, "" when there is none."""
        url = PageRef(lang, Kind.TREE, KEY).url
        return url if url in self.plan.by_url else ""

    def _stale(self, page: Page | None) -> frozenset[str]:
        """Sections of a translation that its reference has left behind."""
        if page is None or page.ref.lang == self.library.reference:
            return frozenset()
        reference = self.library.pages.get(page.ref.into(self.library.reference))
        if reference is None or "translation" not in page.front:
            return frozenset()
        states = section_states(page, reference)
        return frozenset(id for id, state in states.items() if state is State.STALE)


def gather(options: Options) -> Site:
    """Read the knowledge base and plan its site.

    Raises PlaybookError when the content is no knowledge base or has errors.
    """
    library = load_library(options.content, shown_as=options.shown_as)
    refuse_errors(library, options.shown_as)
    trees = {(tree.lang, tree.id): tree for tree in load_trees(library)}
    words = {
        lang: words_of(lang, options.catalogues, pseudo=options.pseudo)
        for lang in library.languages
    }
    index = {lang: index_parts(library, lang) for lang in library.languages}
    sizes = {lang: len(parts) for lang, parts in index.items()}
    base = urlsplit(options.site_url).path or "/"
    return Site(
        options=options,
        library=library,
        trees=trees,
        plan=plan_site(library, trees.values(), sizes, base),
        words=words,
        assets=gather_assets(options.brand, words),
        changes=last_changes(options.content),
        index=index,
        search=search_files(library),
    )
