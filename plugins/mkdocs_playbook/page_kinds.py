"""What is particular to a kind of page: its view, its title, whether it is listed or pictured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_playbook.views.guide import guide_view
from mkdocs_playbook.views.home import home_view
from mkdocs_playbook.views.playbook import playbook_view
from mkdocs_playbook.views.search import search_view
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.views.status import status_view
from mkdocs_playbook.words import mark as _

View = object

VIEWS: Mapping[str, Callable[[Setting], View]] = {
    "home.html": home_view,
    "playbook.html": playbook_view,
    "guide.html": guide_view,
    "search-page.html": search_view,
    "status.html": status_view,
}
"""Template → the view it shows."""

TREE_TEMPLATE = "tree.html"
INDEX_TEMPLATE = "index-az.html"
MISSING_TEMPLATE = "404.html"

TITLES = {
    INDEX_TEMPLATE: (
        _("Index A–Z"),
        _("Every playbook under all its names, every sign and every message."),
    ),
    "status.html": (
        _("State of the translations"),
        _(
            "What is up to date, what has changed in the original since, and what waits for a "
            "translator."
        ),
    ),
    "about.html": (
        _("About and licence"),
        _("Where the playbooks come from, what happens with your data, and the licence."),
    ),
    "search-page.html": (_("Search"), _("Describe what you see, in any of the languages.")),
    MISSING_TEMPLATE: (
        _("This page does not exist"),
        _("The address leads nowhere on this site."),
    ),
}
"""Template of a page the site makes itself → its title and description."""

PICTURED = {"playbook.html", "home.html"}
"""Templates of pages with a picture of their own for other sites' previews."""

UNLISTED = {MISSING_TEMPLATE, "search-page.html"}
"""Templates of pages that search engines leave out."""

FOOTER = (
    ("a-z.html", _("Index A–Z")),
    ("about.html#offline", _("Download for offline use")),
    ("about.html", _("About and licence")),
)
"""Links at the foot of every page, below the language's folder."""
