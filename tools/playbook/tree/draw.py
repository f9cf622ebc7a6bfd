"""The map of a tree as SVG: links, colours by custom properties, no script and no style inside.

Colours stand as attributes, which any style sheet overrides: on the site the tokens of light
and dark do, and the drawing is still readable where there is no style sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from playbook.tree.graph import Tree
from playbook.tree.layout import (
    LABEL_SIZE,
    QUESTION_SIZE,
    VIA_SIZE,
    WIDTH,
    Line,
    Mark,
    Row,
    Track,
    lay_out,
)

Href = Callable[[str, str], str]
"""Group and anchor → address; the group is "" for the tree's own page."""

_CORNER = 9
_NODE = 6.5
_SQUARE = 9


def relative_href(group: str, anchor: str) -> str:
    """Addresses as seen from a tree's page on the site."""
    page = f"../{group}.html" if group else ""
    return f"{page}#{anchor}" if anchor else page or "#"


def draw_map(
    tree: Tree, *, title: str, description: str, href: Href = relative_href, id: str = "map"
) -> str:
    """The map of `tree` as an `<svg>` element.

    `title` and `description` are read out by screen readers; `id` keeps several maps on one
    page apart.
    """
    layout = lay_out(tree)
    tracks = "".join(_track(track) for track in layout.tracks)
    rows = "".join(_row(row, href) for row in layout.rows)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="map" role="group"'
        f' lang="{escape(tree.lang)}" viewBox="0 0 {layout.width} {_n(layout.height)}"'
        f' aria-labelledby="{id}-t {id}-d">'
        f'<title id="{id}-t">{escape(title)}</title><desc id="{id}-d">{escape(description)}</desc>'
        f'<g class="es" fill="none" stroke="#78857d" stroke-width="1.5">{tracks}</g>'
        f'<g fill="currentColor" font-size="{LABEL_SIZE}">{rows}</g></svg>'
    )


def _track(track: Track) -> str:
    if track.x == track.to_x:
        way = f"M{_n(track.x)} {_n(track.y + _NODE)}V{_n(track.to_y - _NODE)}"
    else:
        way = (
            f"M{_n(track.x)} {_n(track.y + _NODE)}V{_n(track.to_y - _CORNER)}"
            f"q0 {_CORNER} {_CORNER} {_CORNER}H{_n(track.to_x - _NODE)}"
        )
    return f'<path data-e="{_names(track.origin, track.answers)}" d="{way}"/>'


def _names(origin: str, answers: tuple[int, ...]) -> str:
    """What the script finds a track by: `left-open.1 left-open.2`."""
    return escape(" ".join(f"{origin}.{number}" for number in answers))


def _row(row: Row, href: Href) -> str:
    own = row.mark is not Mark.OUTCOME
    address = href("" if own else row.group, row.anchor)
    if not own and not row.group:
        address = row.to
    edge = f' data-e="{_names(row.origin, row.answers)}"' if row.origin else ""
    node = f' data-n="{escape(row.anchor)}"' if row.mark is Mark.QUESTION else ""
    left = row.x - _NODE - 3
    hit = (
        f'<rect class="hit" fill="none" x="{_n(left)}" y="{_n(row.top)}"'
        f' width="{_n(WIDTH - left)}" height="{_n(row.bottom - row.top)}"/>'
    )
    return (
        f'<a href="{escape(address)}"{edge}{node}>{hit}{_shape(row)}'
        f"{_lines(row.via, row.text_x, 'via')}{_label(row)}</a>"
    )


def _shape(row: Row) -> str:
    x, y = _n(row.x), _n(row.y)
    if row.mark is Mark.QUESTION:
        return (
            '<circle class="n" fill="none" stroke="#78857d" stroke-width="1.5"'
            f' cx="{x}" cy="{y}" r="{_NODE}"/>'
        )
    if row.mark is Mark.AGAIN:
        return f'<circle class="again" cx="{x}" cy="{y}" r="2.5"/>'
    corner = _SQUARE / 2
    return (
        f'<rect class="out" x="{_n(row.x - corner)}" y="{_n(row.y - corner)}"'
        f' width="{_SQUARE}" height="{_SQUARE}"/>'
    )


def _label(row: Row) -> str:
    x = row.text_x
    number = ""
    if row.number and row.label:
        arrow = "→ " if row.mark is Mark.AGAIN else ""
        weight = ' font-weight="600"' if row.mark is Mark.QUESTION else ""
        number = (
            f'<text class="no"{weight} x="{_n(x)}" y="{_n(row.label[0].y)}">'
            f"{arrow}{row.number}.</text>"
        )
    kind = {Mark.QUESTION: "qt", Mark.OUTCOME: "to", Mark.AGAIN: "again"}[row.mark]
    return number + _lines(row.label, x + row.number_width, kind)


def _lines(lines: tuple[Line, ...], x: float, kind: str) -> str:
    if not lines:
        return ""
    size = {"via": VIA_SIZE, "qt": QUESTION_SIZE}.get(kind)
    look = f' font-size="{size}"' if size else ""
    if kind in ("qt", "to"):
        look += ' font-weight="600"'
    spans = "".join(
        f'<tspan x="{_n(x)}" y="{_n(line.y)}">{escape(line.text)}</tspan>' for line in lines
    )
    return f'<text class="{kind}"{look}>{spans}</text>'


def _n(value: float) -> str:
    """A number as short as it can be, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")
