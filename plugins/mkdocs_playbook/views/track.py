"""The track of an archetype: twelve columns of who acts (dots) and who answers (bars)."""

from __future__ import annotations

from dataclasses import dataclass

_STEP = 8
"""Width of a column in the drawing's own units; it is 96 by 28."""

_RADIUS = {"1": 1.9, "2": 2.6, "3": 3.3, "4": 4.0}
_HEIGHT = {"1": 3, "2": 6, "3": 10, "4": 14}
_DOT_LINE = 6
_FLOOR = 27


@dataclass(frozen=True, slots=True)
class Track:
    """Path data of the drawing: dots by size (drawn as round line ends), rings, bars."""

    dots: tuple[tuple[str, str], ...]
    """(path data, stroke width) for each size."""
    rings: str
    bars: str


def draw_track(rows: tuple[str, str] | None) -> Track | None:
    """Two strings of twelve columns, as in archetypes.yml → path data."""
    if rows is None:
        return None
    you, them = rows
    dots: dict[str, str] = {}
    rings = bars = ""
    for column, (mine, theirs) in enumerate(zip(you, them, strict=True)):
        x = _STEP * column + _STEP // 2
        if mine in _RADIUS:
            dots[mine] = dots.get(mine, "") + f"M{x} {_DOT_LINE}h0"
        elif mine == "r":
            rings += f"M{x - 2} {_DOT_LINE}a2 2 0 1 0 4 0a2 2 0 1 0-4 0"
        if theirs in _HEIGHT:
            bars += f"M{x - 1.5} {_FLOOR}v-{_HEIGHT[theirs]}h3v{_HEIGHT[theirs]}z"
    sizes = tuple((path, f"{2 * _RADIUS[size]:g}") for size, path in sorted(dots.items()))
    return Track(sizes, rings, bars)
