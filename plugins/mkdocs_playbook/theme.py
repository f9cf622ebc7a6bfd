"""Our templates in place of the base theme's, and what they may call."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

TEMPLATES = Path(__file__).parent / "templates"


def use_own_templates(config: MkDocsConfig) -> None:
    """Search the plugin's templates after the site's own and before the base theme's.

    The base theme's static templates (its 404 page and sitemap) give way to ours.
    """
    theme = config.theme
    own = str(TEMPLATES)
    if own not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, own)
    theme.static_templates.clear()


def prepare_environment(env: Environment) -> Environment:
    """Set up translation, escaping and white space for our templates."""
    env.add_extension("jinja2.ext.i18n")
    env.autoescape = True
    env.trim_blocks = True
    env.lstrip_blocks = True
    return env
