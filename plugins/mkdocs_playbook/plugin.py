"""The plugin: every handler unpacks what MkDocs gives it and makes one call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_playbook.finish import finish
from mkdocs_playbook.pages import PlaybookPage, is_media, site_files
from mkdocs_playbook.site import Options, Site, gather
from mkdocs_playbook.theme import prepare_environment, use_own_templates
from playbook.errors import PlaybookError


class PlaybookConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    branch = config_options.Type(str, default="main")
    """Branch that contributors edit."""
    brand = config_options.Type(str, default="assets")
    """Folder of tokens, fonts and pictures inside the theme's custom_dir."""
    archive = config_options.Type(str, default="")
    """Name of an archive of the whole site, made with it."""
    pseudo = config_options.Type(bool, default=False)
    """Bracket every interface word, to see what is not translated."""


class PlaybookPlugin(BasePlugin[PlaybookConfig]):  # type: ignore[no-untyped-call]
    """A knowledge base of playbooks as a site in several languages."""

    site: Site
    preview = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        use_own_templates(config)
        try:
            self.site = gather(options_of(config, self.config, preview=self.preview))
        except PlaybookError as error:
            raise PluginError(str(error)) from error
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        made = self.site.made()
        docs = Path(config.docs_dir)
        return site_files(
            files,
            self.site.plan.pages,
            made,
            config,
            lambda file: is_media(file) and Path(file.src_dir or "") == docs,
        )

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        return prepare_environment(env)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if isinstance(page, PlaybookPage):
            config.theme["language"] = page.planned.lang or self.site.library.reference
            values: Any = context
            values.update(self.site.context(page.planned))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        self.site.saw(page.url, output)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        finish(self.site, Path(config.site_dir))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        for folder in (Path(__file__).parent, *config.theme.dirs[:1]):
            server.watch(str(folder))
        return server


def options_of(config: MkDocsConfig, own: PlaybookConfig, *, preview: bool = False) -> Options:
    """The settings of mkdocs.yml, with paths resolved from where it stands."""
    base = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    content = Path(config.docs_dir)
    custom = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    site_url = config.site_url or ""
    inside = content.relative_to(base) if content.is_relative_to(base) else content
    return Options(
        content=content,
        shown_as=inside,
        site_url=site_url if not site_url or site_url.endswith("/") else site_url + "/",
        repo_url=(config.repo_url or "").rstrip("/"),
        branch=own.branch,
        in_repository=inside.as_posix(),
        brand=custom / own.brand if custom else None,
        catalogues=(custom / "locale",) if custom else (),
        cache=base / ".cache" / "share",
        archive=own.archive,
        pseudo=own.pseudo,
        preview=preview,
    )
