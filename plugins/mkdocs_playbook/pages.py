"""Planned pages as MkDocs sees them: no Markdown to render, a template and a view each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_playbook.plan import PlannedPage


class PlaybookPage(Page):
    """A page that is rendered from the model; MkDocs only writes it."""

    def __init__(self, planned: PlannedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(planned.source.title if planned.source else planned.group, file, config)
        self.planned = planned

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"template": self.planned.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""


def site_files(
    given: Files,
    planned: Iterable[PlannedPage],
    made: Mapping[str, bytes],
    config: MkDocsConfig,
    keep: Callable[[File], bool],
) -> Files:
    """The files of the site: media of the content folder, planned pages, made files."""
    files = [file for file in given if keep(file)]
    for page in planned:
        source = page.url.removesuffix(".html") + ".md"
        file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.page = PlaybookPage(page, file, config)
        files.append(file)
    for address, content in made.items():
        files.append(File.generated(config, address, content=content))
    return Files(files)


def is_media(file: File) -> bool:
    """A picture or another file that content pages show: neither a page nor data nor theme."""
    return (
        file.is_media_file()
        and not file.src_uri.endswith((".yml", ".yaml"))
        and file.src_dir is not None
    )
