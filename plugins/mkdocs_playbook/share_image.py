"""The picture other sites show when a page is shared: title, tell-tale sign and track.

Drawn as SVG and turned into PNG by resvg, which shapes Georgian and Devanagari properly, with
no fonts but those the site ships.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

import resvg_py

from mkdocs_playbook.plan import PlannedPage
from mkdocs_playbook.views.track import Track, draw_track
from playbook.model import Page, Registry
from playbook.tree.measure import wrap

WIDTH, HEIGHT = 1200, 630
FAMILY = "Guide Serif"
_INK, _QUIET = "#17211C", "#49554E"
_MARGIN = 80
_TITLE_SIZES = (92, 78, 66)
_MOST_LINES = 3
_LEADING = 1.18
_NARROW = 0.88
"""Our narrow serif takes about this much of the width of the measured sans."""

_VERSION = "1"
"""Part of a picture's name in the cache: raise it when the drawing changes."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a picture."""

    title: str
    mark: str
    site_name: str
    track: Track | None


def share_address(lang: str, group: str) -> str:
    """Address of a page's picture below the root."""
    return f"share/{lang}/{group.replace('/', '-')}.png"


def share_card(page: Page, site_name: str, registry: Registry) -> Card:
    """The card of a page; a home page is its question."""
    entry = registry.archetype(page.ref.id)
    mark = page.mark if entry else page.text("mark")
    return Card(page.title, mark, site_name, draw_track(entry.track) if entry else None)


def draw_cards(
    pages: Iterable[PlannedPage],
    site_names: Mapping[str, str],
    registry: Registry,
    fonts: Path | None,
    cache: Path | None,
) -> dict[str, bytes]:
    """Address below the root → picture of each page that is translated; none without `fonts`."""
    if fonts is None or not fonts.is_dir():
        return {}
    pictures: dict[str, bytes] = {}
    for page in pages:
        if page.source and not page.is_fallback:
            card = share_card(page.source, site_names[page.lang], registry)
            pictures[share_address(page.lang, page.group)] = draw_card(card, fonts, cache)
    return pictures


def draw_card(card: Card, fonts: Path, cache: Path | None = None) -> bytes:
    """The PNG; taken from `cache` when the same card was drawn before."""
    svg = card_svg(card)
    draw = partial(_png, svg, sorted(str(path) for path in fonts.glob("*.ttf")))
    return _cached(svg, cache, draw) if cache else draw()


def card_svg(card: Card) -> str:
    """The drawing: 1200 by 630, paper, ink and one green."""
    size, lines = _fitted(card.title)
    top = 160 + size * 0.6
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FAMILY}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#F5F6F2"/>',
        f'<rect width="{WIDTH}" height="14" fill="#0A5540"/>',
        _text(112, 34, _QUIET, card.site_name),
    ]
    for number, line in enumerate(lines):
        y = top + number * size * _LEADING
        parts.append(_text(y, size, _INK, line))
    below = top + (len(lines) - 1) * size * _LEADING + 70
    marks = wrap(card.mark, 40 * _NARROW, WIDTH - 2 * _MARGIN)[:1]
    parts += [_text(below, 40, _QUIET, line) for line in marks]
    parts += [_track(card.track), "</svg>"]
    return "".join(parts)


def _text(y: float, size: int, colour: str, words: str) -> str:
    return (
        f'<text x="{_MARGIN}" y="{y:.0f}" font-size="{size}" fill="{colour}">{escape(words)}</text>'
    )


def _fitted(title: str) -> tuple[int, Sequence[str]]:
    """The largest size at which the title takes no more lines than there is room for."""
    lines: Sequence[str] = [title]
    for size in _TITLE_SIZES:
        lines = wrap(title, size * _NARROW, WIDTH - 2 * _MARGIN, bold=True)
        if len(lines) < _MOST_LINES:
            return size, lines
    return _TITLE_SIZES[-1], lines[:_MOST_LINES]


def _track(track: Track | None) -> str:
    if track is None:
        return ""
    dots = "".join(
        f'<path d="{path}" stroke="#17211C" stroke-linecap="round" stroke-width="{width}"/>'
        for path, width in track.dots
    )
    rings = f'<path d="{track.rings}" fill="none" stroke="#0A5540" stroke-width="1.5"/>'
    bars = f'<path d="{track.bars}" fill="#0A5540"/>'
    base = '<path d="M0 27.5H96" stroke="#76837B"/>'
    return f'<g transform="translate({_MARGIN} 458) scale(4.2)">{base}{dots}{rings}{bars}</g>'


def _png(svg: str, fonts: list[str]) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts))


def _cached(svg: str, cache: Path, draw: Callable[[], bytes]) -> bytes:
    digest = hashlib.sha256(f"{_VERSION}{resvg_py.__version__}{svg}".encode()).hexdigest()
    path = cache / f"{digest[:32]}.png"
    if path.is_file():
        return path.read_bytes()
    content = draw()
    cache.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return content
