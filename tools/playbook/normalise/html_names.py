"""What HTML elements and their class names say about the text in them."""

from __future__ import annotations

import re
from functools import lru_cache

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "legend",
        "dl",
        "dt",
        "dd",
        "address",
        "details",
        "summary",
        "body",
        "html",
        "head",
        "title",
        "hr",
        "br",
        "caption",
        "center",
        "option",
        "select",
        "textarea",
        "button",
        "noscript",
        "iframe",
        "svg",
        "script",
        "style",
        "template",
        "video",
        "audio",
        "object",
        "canvas",
        "menu",
        "hgroup",
        "search",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "link",
        "mark",
        "meta",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "base",
        "embed",
        "param",
        "track",
        "area",
        "map",
        "picture",
        "nobr",
        "acronym",
    ]
)
KNOWN = BLOCKS | INLINE
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
RAW = frozenset(
    ["script", "style", "template", "svg", "iframe", "object", "canvas", "video", "audio"]
)
"""Nothing in them is text of the article."""
TRANSPARENT = frozenset(["html", "body", "div", "section", "article", "main", "center", "hgroup"])
"""Boxes around text that may itself be plain text or Markdown."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset(("b", "strong"))

_BY_TAG = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "button": "button",
    "select": "form",
    "option": "form",
    "textarea": "form",
    "label": "form",
    "figcaption": "caption",
    "time": "date",
    "noscript": "form",
    "head": "head",
    "title": "title",
}

_BY_CLASS = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (
            r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|skip-?link|pagination|pager)(?:$|[-_ ])",
            "nav",
        ),
        (r"bread-?crumb", "breadcrumb"),
        (r"(?:^|[-_ ])(?:footer|colophon|copyright)(?:$|[-_ ])", "footer"),
        (r"(?:^|[-_ ])(?:sidebar|widget|widgets|secondary)(?:$|[-_ ])", "aside"),
        (r"(?:^|[-_ ])(?:share|sharing|sharedaddy|social|addtoany|addthis)(?:$|[-_ ])", "share"),
        (
            r"(?:^|[-_ ])(?:related|recommended|read-?more|more-?posts|also-?like|you-?may-?like"
            r"|up-?next|popular)(?:$|[-_ ])",
            "related",
        ),
        (r"(?:^|[-_ ])(?:comments?|respond|disqus|reply|comment-?form)(?:$|[-_ ])", "comments"),
        (
            r"(?:^|[-_ ])(?:newsletter|subscribe|subscription|signup|sign-?up|optin|mailchimp)",
            "signup",
        ),
        (r"(?:^|[-_ ])(?:cookie|cookies|consent|gdpr)", "cookies"),
        (
            r"(?:^|[-_ ])(?:ad|ads|advert|advertisement|adsbygoogle|banner|promo|promotion"
            r"|sponsored|popup|modal|cta)(?:$|[-_ ])",
            "advert",
        ),
        (
            r"(?:^|[-_ ])(?:byline|author|author-?bio|post-?meta|entry-?meta|posted-?on|meta"
            r"|post-?date|published|reading-?time)(?:$|[-_ ])",
            "byline",
        ),
        (
            r"(?:^|[-_ ])(?:tags?|tag-?list|tagcloud|post-?tags|categories|cat-?links)(?:$|[-_ ])",
            "tags",
        ),
        (r"(?:^|[-_ ])(?:caption|credit|wp-caption-text|image-?credit)(?:$|[-_ ])", "caption"),
        (r"(?:^|[-_ ])(?:toc|table-?of-?contents|ez-toc\S*)(?:$|[-_ ])", "contents"),
    )
)
_ROLES = {
    "navigation": "nav",
    "banner": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "form": "form",
    "button": "button",
    "dialog": "advert",
}
_PAGE = frozenset(("html", "body", "main", "article", "h1", "h2", "h3"))
"""Their class names describe the whole page (`comments-open`), not what stands in them."""


@lru_cache(maxsize=1 << 10)
def hints_of(tag: str, classes: str, role: str) -> frozenset[str]:
    """What an element says about its content."""
    found = {_BY_TAG[tag]} if tag in _BY_TAG else set()
    if role in _ROLES and tag not in _PAGE:
        found.add(_ROLES[role])
    if classes and tag not in _PAGE:
        lower = classes.lower()
        found.update(hint for pattern, hint in _BY_CLASS if pattern.search(lower))
    return frozenset(found)
