"""The reasons for which a line is noise or is about the document, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from playbook.normalise.scan import Document


class Label(StrEnum):
    """What a line is to a reader."""

    HEADING = "heading"
    CONTENT = "content"
    NOISE = "noise"
    META = "meta"


REASONS: dict[str, str] = {
    "markup": "only structural marks: tags, rules, table borders",
    "seo-phrase": "a search phrase above the title, or the title again in another spelling",
    "breadcrumb": "the path to the page in its site",
    "navigation": "a menu, a button, a link to another part of the site",
    "read-also": "a link to another article set between the lines",
    "related-posts": "titles of other articles, in a list of them",
    "promotion": "an advert or sponsor's note, a series that is promoted",
    "call-to-action": "an invitation to buy, book, follow or answer",
    "newsletter": "a prompt to subscribe",
    "cookie-notice": "a notice on cookies, consent or a switched-off script",
    "share-buttons": "labels of share buttons",
    "image-credit": "where a picture comes from",
    "caption": "a picture's caption or alternative text, a label of a link",
    "cms-error": "what the publishing software should not have shown",
    "code": "program text, a short code, a style",
    "contents-label": "the heading of a table of contents that is not there",
    "author": "who wrote it, or a stand-in for a name",
    "date": "when it was published",
    "reading-time": "how long it takes to read",
    "tags": "key words and categories",
    "counter": "how many comments, shares or views",
    "comment-form": "a form for comments and its small print",
    "comments": "comments of readers",
    "thread": "who wrote a post in a thread, and its buttons",
    "copyright": "rights and legal small print",
    "address": "only a link, mail address or telephone number",
    "repeated": "a line that comes back where no grammar wants it",
    "running-head": "a printed page's head, foot or number",
    "spam": "a phrase that sells something else",
    "foreign": "a line in another language among page furniture",
    "excerpt": "the beginning of another article, cut off",
    "fragment": "a piece of a broken line",
    "invisible": "characters nobody sees",
    "table-of-contents": "an entry of a table of contents",
    "front-matter": "a field of the front matter",
    "page-title": "the title in the page's head, before the one on the page",
}
META_REASONS = frozenset(("table-of-contents", "front-matter", "page-title"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a block is no part of the article's text."""

    reason: str

    @property
    def label(self) -> Label:
        return Label.META if self.reason in META_REASONS else Label.NOISE


Taken = Mapping[int, Verdict]
"""Blocks already judged, by index."""

Mechanism = Callable[[Document, Taken], dict[int, Verdict]]
"""Looks at a document and says which further blocks are noise, and why."""
