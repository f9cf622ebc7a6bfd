"""The whole site as data: what is gathered once, and what each page then asks for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_playbook.assets import Assets, gather_assets
from mkdocs_playbook.dates import last_changes
from mkdocs_playbook.frame import Frame, Repository, frame_of
from mkdocs_playbook.plan import HOME, Plan, PlannedPage, content_pages, own_pages, shown_page
from mkdocs_playbook.policy import JS_FLAG, policy
from mkdocs_playbook.views.guide import guide_view
from mkdocs_playbook.views.home import KEY, home_view
from mkdocs_playbook.views.playbook import playbook_view
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.words import Words, words_of
from playbook.library import load_library
from playbook.model import Kind, Library, PageRef

View = object


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
    pseudo: bool = False


VIEWS: Mapping[str, Callable[[Setting], View]] = {
    "home.html": home_view,
    "playbook.html": playbook_view,
    "guide.html": guide_view,
}
"""Template → the view it shows."""

OWN_PAGES: Mapping[str, str] = {}
"""Pages that the site makes in every language: group → template."""


@dataclass
class Site:
    """Everything gathered for one build."""

    options: Options
    library: Library
    plan: Plan
    words: Mapping[str, Words]
    assets: Assets
    changes: Mapping[str, str]
    inline_scripts: tuple[str, ...] = (JS_FLAG,)
    policy: str = ""
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Language → name and tagline of the site."""

    def frame(self, planned: PlannedPage, title: str, description: str) -> Frame:
        options = self.options
        name, tagline = self.names[planned.lang or self.library.reference]
        path = planned.source.ref.path if planned.source else ""
        return frame_of(
            planned,
            self.plan,
            self.words,
            title=title,
            description=description,
            site_url=options.site_url,
            site_name=name,
            tagline=tagline,
            repository=Repository(options.repo_url, options.branch, options.in_repository),
            changed=self.changes.get(path, ""),
        )

    def context(self, planned: PlannedPage) -> dict[str, object]:
        """What the template of a page is given."""
        lang = planned.lang or self.library.reference
        words = self.words[lang]
        setting = Setting(self.library, words, planned, self.plan.by_url.__contains__)
        make_view = VIEWS.get(planned.template)
        view = make_view(setting) if make_view else None
        page = planned.source
        title = page.title if page else ""
        description = page.summary if page else ""
        return {
            "lang": lang,
            "root": planned.root,
            "planned": planned,
            "view": view,
            "frame": self.frame(planned, title, description),
            "site": self,
            "gettext": words.gettext,
            "ngettext": words.ngettext,
            "_": words.gettext,
            "words": words,
            "key_url": self.key_url(lang),
            "js_flag": JS_FLAG,
            "footer_links": (),
        }

    def key_url(self, lang: str) -> str:
        """Address of the key below the root, "" when there is none."""
        url = PageRef(lang, Kind.TREE, KEY).url
        return url if url in self.plan.by_url else ""


def gather(options: Options) -> Site:
    """Read the knowledge base and plan its site."""
    library = load_library(options.content, shown_as=options.shown_as)
    words = {
        lang: words_of(lang, options.catalogues, pseudo=options.pseudo)
        for lang in library.languages
    }
    pages = [*content_pages(library), *own_pages(library, dict(OWN_PAGES))]
    pages.append(PlannedPage("", "index", "choose.html"))
    plan = Plan(tuple(sorted(pages, key=lambda page: page.url)))
    assets = gather_assets(options.brand)
    site = Site(
        options=options,
        library=library,
        plan=plan,
        words=words,
        assets=assets,
        changes=last_changes(options.content),
        names=_names(library),
    )
    site.policy = policy(site.inline_scripts)
    _add_words(site)
    return site


def _names(library: Library) -> dict[str, tuple[str, str]]:
    """The site's name and tagline in each language, from its home page."""
    names: dict[str, tuple[str, str]] = {}
    for lang in library.languages:
        page = shown_page(library, PageRef(lang, Kind.PAGE, HOME))
        names[lang] = (page.short, page.text("mark")) if page else (lang, "")
    return names


def _add_words(site: Site) -> None:
    for lang, words in site.words.items():
        table = json.dumps({"lang": words.lang}, ensure_ascii=False, separators=(",", ":"))
        content = f"window.playbookWords={table};\n".encode()
        site.assets.words[lang] = site.assets.add(f"words-{lang}.js", content)
