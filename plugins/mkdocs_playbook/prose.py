"""Contributed Markdown → HTML: links resolved, attribute blocks read, raw HTML sanitised.

The same parser as the content reader's, so that what is checked is what is shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from playbook.library.attributes import parse_cites, split_attributes
from playbook.model import Cite

EnvType = MutableMapping[str, Any]

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&!\n]")
"""A text without any of these has no inline markup."""

_NEXT_ITEM = re.compile(r"\n(?=- |\d+\. )")
_INDENT = re.compile(r"\n *")

_TAGS = {
    "a", "abbr", "b", "bdi", "blockquote", "br", "code", "dd", "del", "details", "dfn", "dl",
    "dt", "em", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
    "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "rel"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "*": {"lang", "dir"},
}
_CLASSES = {"a": {"ext"}, "span": {"vh"}}
_END = "text-align:right"
_SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: an address ready for `href`, and whether it leaves the site."""

    href: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """How the Markdown of one page becomes HTML."""

    target: Callable[[str], Target]
    """A link's written target → where it leads."""
    elsewhere: str
    """Words for a screen reader after a link that leaves the site."""
    cite: Callable[[tuple[Cite, ...]], str] = lambda cites: ""
    """Cites of an item → HTML set after it."""

    def inline(self, markdown: str) -> str:
        """Text of an item or a sentence."""
        if not _MARKUP.search(markdown):
            return html.escape(markdown, quote=False)
        return self.rendered(inline_tokens(markdown))

    def listed(self, markdown: str) -> str:
        """A list whose items are a paragraph each, such as derived trees hold: what `blocks`
        makes of it, without a parser of blocks."""
        items = _NEXT_ITEM.split(markdown)
        mark = items[0].partition(" ")[0]
        number = mark.removesuffix(".")
        opening, closing = ("<ul>", "</ul>") if mark == "-" else ("<ol>", "</ol>")
        if mark not in ("-", "1."):
            opening = f'<ol start="{number}">'
        texts = (_INDENT.sub("\n", item.partition(" ")[2]) for item in items)
        lines = (f"<li>{self.inline(text)}</li>" for text in texts)
        return "\n".join((opening, *lines, closing)) + "\n"

    def rendered(self, tokens: Sequence[Token]) -> str:
        """Inline tokens, or some of them."""
        return _clean_if_raw(tokens, _render(tokens, self))

    def blocks(self, markdown: str) -> str:
        """Paragraphs, lists, tables, deeper headings."""
        env: dict[str, Any] = {"prose": self}
        return str(_MARKDOWN.renderer.render(_MARKDOWN.parse(markdown, env), _OPTIONS, env))


def inline_tokens(markdown: str) -> list[Token]:
    """The inline tokens of a text."""
    return list(_MARKDOWN.parseInline(markdown)[0].children or ())


def sanitised(fragment: str) -> str:
    """A fragment of HTML with what is not on the short list of harmless tags taken out."""
    return nh3.clean(
        fragment,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _render(tokens: Sequence[Token], prose: Prose) -> str:
    env: dict[str, Any] = {"prose": prose}
    return _renderer().renderInline(tokens, _OPTIONS, env).strip()


def _renderer() -> RendererHTML:
    renderer = _MARKDOWN.renderer
    assert isinstance(renderer, RendererHTML)
    return renderer


def _clean_if_raw(tokens: Sequence[Token], text: str) -> str:
    return sanitised(text) if any(token.type == "html_inline" for token in tokens) else text


def _read_attributes(state: StateCore) -> None:
    """Take the attribute block off headings, items and paragraphs; keep it on the block.

    An unedited proposal is left out.  The alignment of a table's cells becomes a class: the
    site's policy knows no inline style.
    """
    proposed: list[int] = []
    for index, token in enumerate(state.tokens):
        if token.type in ("td_open", "th_open") and token.attrs.pop("style", None) == _END:
            token.attrSet("class", "end")
        if token.type != "inline":
            continue
        text, found, _ = split_attributes(token.content)
        if found is None:
            continue
        token.content = text
        opening = state.tokens[index - 1]
        if index > 1 and state.tokens[index - 2].type == "list_item_open":
            opening = state.tokens[index - 2]
        if found.id:
            opening.attrSet("id", found.id)
        if "proposed" in found.classes:
            proposed.append(state.tokens.index(opening))
        token.meta["cites"] = parse_cites(found.get("cite") or "")[0]
    for start in reversed(proposed):
        level = state.tokens[start].level
        stop = next(
            i for i in range(start + 1, len(state.tokens)) if state.tokens[i].level == level
        )
        del state.tokens[start : stop + 1]


class _Renderer(RendererHTML):
    """HTML with our links; every inline run that holds raw HTML is sanitised."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        out: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                children = token.children or ()
                text = _clean_if_raw(children, self.renderInline(children, options, env))
                cites = token.meta.get("cites")
                out.append(text + env["prose"].cite(cites) if cites else text)
            elif token.type in self.rules:
                out.append(self.rules[token.type](tokens, index, options, env))
            else:
                out.append(self.renderToken(tokens, index, options, env))
        return "".join(out)

    def html_block(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return sanitised(tokens[index].content)

    def link_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        target: Target = env["prose"].target(str(token.attrGet("href") or ""))
        token.meta["external"] = target.external
        href = html.escape(target.href)
        if target.external:
            return f'<a class="ext" rel="noreferrer" href="{href}">'
        return f'<a href="{href}">'

    def link_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        depth = 0
        for token in reversed(tokens[:index]):
            if token.type == "link_close":
                depth += 1
            elif token.type == "link_open":
                if depth == 0:
                    if token.meta.get("external"):
                        words = html.escape(env["prose"].elsewhere)
                        return f'<span class="vh"> ({words})</span></a>'
                    break
                depth -= 1
        return "</a>"

    def image(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        target: Target = env["prose"].target(str(token.attrGet("src") or ""))
        alt = html.escape(token.content)
        if target.external:  # no request leaves the site
            return alt
        return f'<img src="{html.escape(target.href)}" alt="{alt}" loading="lazy">'

    def table_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return '<div class="scroll" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return "</table></div>\n"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", renderer_cls=_Renderer).enable("table")
    parser.core.ruler.before("inline", "attributes", _read_attributes)
    return parser


_MARKDOWN = _parser()
_OPTIONS: OptionsDict = _MARKDOWN.options
