"""JSON-LD: what a page is, said to search engines; only what the page really shows."""

from __future__ import annotations

import json
import re

from mkdocs_playbook.frame import Frame
from mkdocs_playbook.views.guide import GuideView
from mkdocs_playbook.views.home import HomeView
from mkdocs_playbook.views.playbook import PlaybookView

_TAG = re.compile(r"<[^>]+>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&"}
_CONTEXT = "https://schema.org"


def linked_data(view: object, frame: Frame, site_url: str) -> str:
    """A JSON-LD object for a page, safe inside a script element; "" when there is none.

    A playbook's steps are a HowTo; a home page is a WebSite with its playbooks as a list; a
    guide is an Article.  A fallback page gets none: it is not for search engines.
    """
    if not site_url or frame.fallback:
        return ""
    if isinstance(view, PlaybookView):
        return _script(_how_to(view, frame))
    if isinstance(view, HomeView):
        return _script(_web_site(view, frame, site_url))
    if isinstance(view, GuideView):
        return _script(_article(view, frame))
    return ""


def _how_to(view: PlaybookView, frame: Frame) -> dict[str, object]:
    steps = [
        {
            "@type": "HowToStep",
            "position": position,
            "name": _plain(step.do),
            "text": _plain(f"{step.do} {step.why}"),
            **({"url": f"{frame.canonical}#{step.id}"} if step.id else {}),
        }
        for position, step in enumerate(view.steps, start=1)
    ]
    return {
        "@context": _CONTEXT,
        "@type": "HowTo",
        "name": view.title,
        "description": view.lead,
        "inLanguage": frame.lang,
        "url": frame.canonical,
        "step": steps,
    }


def _web_site(view: HomeView, frame: Frame, site_url: str) -> dict[str, object]:
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": frame.site_name,
        "description": view.lead,
        "inLanguage": frame.lang,
        "url": frame.canonical,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{site_url}{frame.lang}/search.html?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def _article(view: GuideView, frame: Frame) -> dict[str, object]:
    return {
        "@context": _CONTEXT,
        "@type": "Article",
        "headline": view.title,
        "description": view.lead,
        "inLanguage": frame.lang,
        "url": frame.canonical,
        "articleSection": [section.heading for section in view.sections],
    }


def _plain(html: str) -> str:
    text = _TAG.sub("", html)
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return " ".join(text.split())


def _script(data: dict[str, object]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
