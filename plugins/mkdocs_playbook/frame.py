"""What stands around every page: head, language switch, links for contributors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from mkdocs_playbook.plan import HOME, KEY, Plan, PlannedPage
from mkdocs_playbook.words import Words


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    lang: str
    name: str
    """The language's name in itself."""
    href: str
    canonical: str
    current: bool
    translated: bool


@dataclass(frozen=True, slots=True)
class Contribute:
    """Links to the repository; each may be ""."""

    edit: str
    translate: str
    report: str


@dataclass(frozen=True, slots=True)
class Frame:
    lang: str
    text_lang: str
    root: str
    url: str
    group: str
    part: str
    """Part of the site it belongs to: `playbooks`, `key`, `guides` or ""."""
    title: str
    """The page's own title."""
    site_name: str
    tagline: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    noindex: bool
    fallback: bool
    home: str
    contribute: Contribute | None
    changed: str
    """Date of the last change in the reader's language, "" when unknown."""

    @property
    def full_title(self) -> str:
        if self.title == self.site_name:
            return self.title
        return f"{self.title} · {self.site_name}" if self.title else self.site_name


@dataclass(frozen=True, slots=True)
class Repository:
    """Where contributors change the content: an address, a branch, the content folder."""

    address: str
    branch: str
    content: str

    def place(self, path: str, line: int) -> str:
        """Where a line of a content file is seen, a click away from being edited."""
        file = quote(f"{self.content}/{path}")
        return f"{self.address}/blob/{self.branch}/{file}?plain=1#L{line}"

    def new_file(self, path: str) -> str:
        """Where a content file that is not there yet is written."""
        folder, _, name = f"{self.content}/{path}".rpartition("/")
        return f"{self.address}/new/{self.branch}/{quote(folder)}?{urlencode({'filename': name})}"

    def links(self, planned: PlannedPage) -> Contribute | None:
        """Links for a page that shows a content file; None for others."""
        if not self.address or planned.source is None:
            return None
        shown = planned.source.ref
        wanted = shown.into(planned.lang)
        edit = f"{self.address}/edit/{self.branch}/{quote(f'{self.content}/{shown.path}')}"
        new = self.new_file(wanted.path)
        title = urlencode({"title": f"{self.content}/{shown.path}"})
        translate = new if planned.is_fallback else ""
        return Contribute(edit, translate, f"{self.address}/issues/new?{title}")


def part_of(planned: PlannedPage, plan: Plan) -> str:
    """The part of the site a page belongs to; a playbook's own tree belongs to the playbooks."""
    folder, _, id = planned.group.rpartition("/")
    if folder != "trees":
        return folder if folder in ("playbooks", "guides") else ""
    if id == KEY:
        return "key"
    return "playbooks" if f"playbooks/{id}" in plan.groups else "guides"


def frame_of(
    planned: PlannedPage,
    plan: Plan,
    words: Mapping[str, Words],
    *,
    title: str,
    description: str,
    site_url: str,
    site_name: str,
    tagline: str,
    repository: Repository,
    changed: str = "",
    noindex: bool = False,
) -> Frame:
    """The frame of one page."""
    siblings = plan.groups[planned.group]
    alternates = tuple(
        Alternate(
            lang=lang,
            name=words[lang].own_name(),
            href=planned.root + other.url,
            canonical=site_url + other.url,
            current=lang == planned.lang,
            translated=not other.is_fallback,
        )
        for lang, other in siblings.items()
        if lang
    )
    return Frame(
        lang=planned.lang,
        text_lang=planned.text_lang,
        root=planned.root,
        url=planned.url,
        group=planned.group,
        part=part_of(planned, plan),
        title=title,
        site_name=site_name,
        tagline=tagline,
        description=description,
        canonical=site_url + planned.url,
        alternates=alternates,
        noindex=noindex or planned.is_fallback,
        fallback=planned.is_fallback,
        home=f"{planned.root}{planned.lang}/{HOME}.html",
        contribute=repository.links(planned),
        changed=changed and words[planned.lang].date(changed),
    )
