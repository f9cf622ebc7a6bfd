"""A page to read a normalisation by: the article line by line, the draft beside it.

Self-contained: style inside, nothing loaded from anywhere, no script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from playbook.normalise.clean.verdicts import REASONS
from playbook.normalise.output import Written
from playbook.normalise.results import LineResult, Result
from playbook.normalise.run import Outcome
from playbook.normalise.terminal import plain_warning

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1c1e;--paper:#fff;--soft:#6b6b70;--line:#d9d9de;
--sign:#b25c00;--strategy:#0b6b3a;--exit:#a3123a;--definition:#2b4fa8;--none:#6b6b70}
@media(prefers-color-scheme:dark){:root{--ink:#ececef;--paper:#17181a;--soft:#a0a0a8;
--line:#3a3b40;--sign:#f0a35a;--strategy:#6fd09b;--exit:#ff8ba7;--definition:#9db8ff;--none:#a0a0a8}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
header,main{max-width:110rem;margin:0 auto;padding:1rem}
h1{font-size:1.3rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
.key span{margin-right:1rem}section>h2:first-child{margin-top:.5rem}
.pair>div>h3:first-child{margin-top:0}
@media(min-width:60rem){.pair>div{position:sticky;top:1rem;align-self:start;
max-height:calc(100vh - 2rem);overflow:auto}}
.pair{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem}
@media(max-width:60rem){.pair{grid-template-columns:minmax(0,1fr)}}
ol{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:3rem minmax(0,1fr) 9rem;gap:.75rem;padding:.25rem 0;
border-bottom:1px solid var(--line)}
@media(max-width:40rem){li{grid-template-columns:2.2rem minmax(0,1fr)}.who{grid-column:2}}
.n,.who,.why{color:var(--soft);font-size:.85rem}
.n{text-align:right}
.t{border-left:4px solid transparent;padding-left:.6rem;overflow-wrap:anywhere}
.sign{border-color:var(--sign)}.strategy{border-color:var(--strategy)}
.exit{border-color:var(--exit)}.definition{border-color:var(--definition)}
.none{border-color:var(--line)}
b.sign{color:var(--sign)}b.strategy{color:var(--strategy)}b.exit{color:var(--exit)}
b.definition{color:var(--definition)}b.none{color:var(--none)}
b{border:0;padding:0}
.heading .t{font-weight:700}
del{color:var(--soft);text-decoration-thickness:1px}
.why{display:block}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);padding:.75rem;
font:.85rem/1.5 ui-monospace,monospace;margin:0 0 1rem}
"""
_FACETS = ("sign", "strategy", "exit", "definition", "none")


def report_page(outcomes: Sequence[Outcome], pages: Sequence[Written]) -> str:
    """The whole page; `pages` are the drafts made of the articles."""
    return "".join(_page(outcomes, pages))


def _page(outcomes: Sequence[Outcome], pages: Sequence[Written]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    yield '<link rel="icon" href="data:,">\n<title>Normalised articles</title>\n'
    yield f"<style>{_STYLE}</style></head>\n<body>\n"
    yield "<header><h1>Normalised articles</h1>\n<p class='key'>Kept: "
    yield "".join(f'<span><b class="{facet}">▌</b>{facet}</span>' for facet in _FACETS)
    yield "Removed: <del>struck through</del>, with the reason.</p></header>\n<main>\n"
    for outcome in outcomes:
        if outcome.result is not None:
            yield from _article(outcome.result, outcome.raw, pages)
    yield "</main>\n</body>\n</html>\n"


def _article(result: Result, raw: Sequence[str], pages: Sequence[Written]) -> Iterator[str]:
    source = result.source
    lang = escape(source.language)
    yield f'<section><h2 lang="{lang}">{escape(source.title or source.name)}</h2>\n'
    yield f"<p>{escape(source.path)} · {escape(source.id)} · {lang} · {escape(source.encoding)}</p>"
    if warning := plain_warning(result):
        yield f"\n<p><strong>{escape(warning)}</strong></p>"
    yield f'\n<div class="pair">\n<ol lang="{lang}">\n'
    for line in result.lines:
        yield _line(line, raw[line.n - 1])
    yield "</ol>\n<div>\n"
    names = {archetype.id for archetype in result.archetypes}
    for page in pages:
        if page.language == source.language and page.archetype in names:
            yield f"<h3>{escape(page.language)}/{escape(page.archetype)}</h3>\n"
            yield f'<pre lang="{escape(page.language)}">{escape(page.change.text)}</pre>\n'
    if not names:
        yield "<p>No archetype is named in this article, so there is no draft.</p>\n"
    yield "</div>\n</div></section>\n"


def _line(line: LineResult, raw: str) -> str:
    facet = line.facet if line.label == "content" else "none"
    also = f" + {', '.join(line.also)}" if line.also else ""
    told = f"{facet}{also}" if line.label == "content" else line.label
    why = ""
    if line.reason:
        told_why = f"{line.reason}: {REASONS.get(line.reason, '')}"
        why = f'<span class="why">{escape(told_why)}</span>'
    who = escape(line.archetype or "")
    return (
        f'<li class="{escape(line.label)}"><span class="n">{line.n}</span>'
        f'<span class="t {facet}">{_marked(line, raw)}{why}</span>'
        f'<span class="who">{escape(told)}<br>{who}</span></li>\n'
    )


def _marked(line: LineResult, raw: str) -> str:
    """The line as it was, what was removed struck through."""
    out: list[str] = []
    at = 0
    for part in line.removed:
        found = raw.find(part, at)
        if found < 0:
            continue
        out.append(f"{escape(raw[at:found])}<del>{escape(part)}</del>")
        at = found + len(part)
    return "".join(out) + escape(raw[at:])
