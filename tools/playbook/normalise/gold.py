"""Annotated articles: the text and, line by line, what an expert says of it.

A `.gold` file is the article with a label and a tab before every line that is not blank:

    # lang: en
    H	How to deal with a client who is silent
    H@unresponsive	The silent client
    C.s	Questions stay unanswered for weeks.
    C.t+e	Ask once more. If nothing comes, stop working with them.
    N	Share on Facebook

`H` heading, `C` content, `N` noise, `M` about the article; `N/M` either will do.  After the
dot the facet: `s` sign, `t` strategy, `e` exit, `d` definition, `n` none; more after `+`.
`@id` opens an archetype, which holds until the next heading; `@-` ends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from playbook.errors import PlaybookError

ENDING = ".gold"
LABELS = {"H": "heading", "C": "content", "N": "noise", "M": "meta"}
FACETS = {"s": "sign", "t": "strategy", "e": "exit", "d": "definition", "n": "none"}
_CODE = re.compile(
    r"(?P<labels>[HCNM](?:/[HCNM])*)(?:\.(?P<facets>[stedn](?:\+[stedn])*))?(?:@(?P<archetype>[a-z-]+))?"
)


@dataclass(frozen=True, slots=True)
class GoldLine:
    n: int
    labels: tuple[str, ...]
    """The first is the annotator's choice, the others are as good."""
    facet: str
    also: tuple[str, ...]
    archetype: str
    """"" for none."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and its annotation."""

    name: str
    language: str
    text: str
    lines: tuple[GoldLine, ...]
    archetypes: frozenset[str]
    """Every archetype that may come out."""


def read_gold(path: Path) -> Gold:
    """Read a `.gold` file.

    Raises PlaybookError with the line that cannot be read.
    """
    fields: dict[str, str] = {}
    texts: list[str] = []
    lines: list[GoldLine] = []
    current = ""
    for number, raw in enumerate(_read(path).split("\n"), 1):
        if not texts and raw.startswith("# ") and "\t" not in raw:
            key, _, value = raw[2:].partition(":")
            fields[key.strip()] = value.strip()
            continue
        code, tab, text = raw.partition("\t")
        if not raw.strip():
            texts.append("")
            continue
        match = _CODE.fullmatch(code)
        if not tab or match is None:
            raise PlaybookError(
                "this line has no label",
                path=path,
                line=number,
                found=raw,
                way_out="Write the label, a tab and the line, for example `C.s`.",
            )
        labels = tuple(LABELS[letter] for letter in match["labels"].split("/"))
        named = match["archetype"]
        if labels[0] == "heading":
            current = named or ""
        elif named:
            current = named
        current = "" if current == "-" else current
        facets = [FACETS[letter] for letter in (match["facets"] or "n").split("+")]
        texts.append(text)
        lines.append(
            GoldLine(
                len(texts),
                labels,
                facets[0] if labels[0] == "content" else "none",
                tuple(facets[1:]),
                current if labels[0] in ("content", "heading") else "",
            )
        )
    while texts and not texts[-1]:
        texts.pop()
    allowed = frozenset(fields.get("archetypes", "").split()) | {
        line.archetype for line in lines if line.archetype
    }
    return Gold(path.stem, fields.get("lang", "und"), "\n".join(texts), tuple(lines), allowed)


def find_gold(path: Path) -> list[Path]:
    """The annotated articles that a file or folder stands for, sorted.

    Raises PlaybookError when there are none.
    """
    found = sorted(path.rglob(f"*{ENDING}")) if path.is_dir() else [path]
    if not found or not found[0].exists():
        raise PlaybookError(
            "no annotated articles here",
            path=path,
            way_out=f"Give a file that ends in {ENDING}, or a folder of them.",
        )
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PlaybookError(
            f"cannot be read: {error}", path=path, way_out="Check its name and encoding."
        ) from None
