"""What the fuzzer does to articles: other forms of the same text, and damage that knows its
structure (lines, blocks, tags, words)."""

from __future__ import annotations

import html
import random
import re
import textwrap
from collections.abc import Callable, Sequence

Form = Callable[[str, random.Random], str]
Mutation = Callable[[str, random.Random, Sequence[str]], str]

_TAGS = ("p", "div", "ul", "li", "ol", "h2", "table", "tr", "td", "b", "a", "span", "nav",
         "aside", "dl", "dt", "dd", "pre", "script", "title", "figure", "button", "select",
         "option", "details", "summary", "blockquote")  # fmt: skip
_MARKS = ("# ", "## ", "- ", "* ", "1. ", "> ", "| ", "**", "_", "`", "```\n", "---\n", "\t",
          "    ", "![", "](", "{#x}", '{.proposed cite="x:1"}', "&amp;", "&#x27;", "&nbsp;",
          "<!--", "-->", "<br>", "\\", "…", "[…]", "©", "»", "\u00a0", "\u00ad")  # fmt: skip
_LETTERS = "abk äöåõ კლიენტი ग्राहक् क्लाइंट ждёт ñß 客户 ลูกค้า عميل לקוח 👩‍👧 "
_LETTERS += "\u0301\u200b\u200d\u202e\ufeff\u2028\x0b\x85"


def as_html(text: str, rng: random.Random) -> str:
    """A page: short lines as headings, bullets as items, the rest as paragraphs."""
    parts: list[str] = []
    for line in text.split("\n"):
        body = html.escape(line.strip())
        if not body:
            continue
        tag = "li" if line.lstrip()[:1] in "-*•" else "h2" if len(line) < 50 else "p"
        parts.append(f"<{tag}>{body}</{tag}>" if rng.random() < 0.9 else f"<{tag}>{body}")
    joint = rng.choice(("", "\n", "\n\n", " "))
    inside = joint.join(parts)
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{joint}{inside}</body></html>"


def as_wrapped(text: str, rng: random.Random) -> str:
    """Broken at a page's width, some words hyphenated."""
    width = rng.randrange(40, 100)
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def as_one_line(text: str, rng: random.Random) -> str:
    return rng.choice((" ", "  ", " | ", "\t", "<br>")).join(text.split("\n"))


def as_table(text: str, rng: random.Random) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    width = rng.randrange(2, 5)
    rows = [" | ".join(lines[i : i + width]) for i in range(0, len(lines), width)]
    return "\n".join(f"| {row} |" for row in rows)


def as_crlf(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice(("\r\n", "\r", "\n\r")))


def as_bare(text: str, rng: random.Random) -> str:
    """Without blank lines and marks at the beginnings of lines."""
    return "\n".join(re.sub(r"^[\W\d_]+", "", line) for line in text.split("\n") if line.strip())


FORMS: tuple[Form, ...] = (as_html, as_wrapped, as_one_line, as_table, as_crlf, as_bare)


def shuffle_lines(text: str, rng: random.Random, _: Sequence[str]) -> str:
    lines = text.split("\n")
    first = rng.randrange(len(lines))
    part = lines[first : first + rng.randrange(2, 40)]
    rng.shuffle(part)
    lines[first : first + len(part)] = part
    return "\n".join(lines)


def cut(text: str, rng: random.Random, _: Sequence[str]) -> str:
    """A stretch taken out, in the middle of words and tags."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.choice((1, 3, 30, 300, 3000)) :]


def cut_short(text: str, rng: random.Random, _: Sequence[str]) -> str:
    return text[: rng.randrange(len(text) + 1)]


def repeat(text: str, rng: random.Random, _: Sequence[str]) -> str:
    """A block, line or word comes again and again."""
    size = rng.choice((3, 20, 200, 2000))
    at = rng.randrange(len(text) + 1)
    part = text[at : at + size]
    return text[:at] + part * min(40, 1 + 20_000 // max(1, len(part))) + text[at:]


def splice(text: str, rng: random.Random, texts: Sequence[str]) -> str:
    """A stretch of another article, often in another script, set in anywhere."""
    other = rng.choice(texts)
    start = rng.randrange(len(other))
    at = rng.randrange(len(text) + 1)
    return text[:at] + other[start : start + rng.choice((5, 40, 400, 4000))] + text[at:]


def nest(text: str, rng: random.Random, _: Sequence[str]) -> str:
    """Tags around stretches, closed in the wrong order or not at all."""
    for _round in range(rng.randrange(1, 12)):
        tag = rng.choice(_TAGS)
        start, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        opening = f"<{tag}>" * rng.choice((1, 1, 1, 300))
        if rng.random() < 0.3:
            opening = f"<{tag} class=\"{rng.choice(('share', 'toc', 'author', 'x'))}\" alt='q r'>"
        closing = f"</{tag}>" if rng.random() < 0.8 else ""
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


def sprinkle(text: str, rng: random.Random, _: Sequence[str]) -> str:
    """Marks of Markdown and HTML anywhere."""
    for _round in range(rng.randrange(1, 30)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(_MARKS) * rng.choice((1, 1, 2, 9)) + text[at:]
    return text


def scribble(text: str, rng: random.Random, _: Sequence[str]) -> str:
    """Random letters, marks and unassigned code points."""
    for _round in range(rng.randrange(1, 12)):
        at = rng.randrange(len(text) + 1)
        odd = "".join(
            rng.choice(_LETTERS) if rng.random() < 0.7 else chr(rng.randrange(1, 0xD7FF))
            for _ in range(rng.randrange(1, 20))
        )
        text = text[:at] + odd + text[at:]
    return text


def swap_script(text: str, rng: random.Random, texts: Sequence[str]) -> str:
    """Every other word from an article in another language."""
    others = rng.choice(texts).split()
    words = re.split(r"(\s+)", text)
    share = rng.choice((0.05, 0.3, 0.8))
    return "".join(
        rng.choice(others) if word.strip() and rng.random() < share else word for word in words
    )


def respace(text: str, rng: random.Random, _: Sequence[str]) -> str:
    """Blanks and line ends lost, doubled or of other kinds."""
    found = rng.choice((" ", "\n", "\n\n", ". "))
    blank = rng.choice(("", "  ", "\u00a0", "\n", "\n\n\n", "\t", "\u3000", "\u200b"))
    share = rng.choice((0.1, 0.5, 1.0))
    parts = text.split(found)
    return (
        "".join(part + (blank if rng.random() < share else found) for part in parts[:-1])
        + parts[-1]
    )


MUTATIONS: tuple[Mutation, ...] = (
    shuffle_lines, cut, cut_short, repeat, splice, nest, sprinkle, scribble, swap_script, respace,
)  # fmt: skip
