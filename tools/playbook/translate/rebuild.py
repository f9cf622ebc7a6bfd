"""Pages with new texts in the place of old ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from playbook.errors import PlaybookError
from playbook.library.layout import tidy
from playbook.library.reader import read_page
from playbook.model import Page
from playbook.translate.segments import Segment, segment_lines, segments_of

_OWN_KEYS = ("reviewed", "translation")
"""Front matter that a translation does not take over."""


def with_texts(
    page: Page, reference: Page, texts: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """A translation with some segments said anew, and the keys of those that were.

    Segments that the translation lacks are put where the reference has them, as long as
    what they belong to is there.  Raises PlaybookError, naming the page, when a text would
    make something else of the page.
    """
    own = {segment.key: segment for segment in segments_of(page)}
    source = _replaced(page.source, own.values(), texts)
    taken = [key for key in texts if key in own]
    order = segments_of(reference)
    for segment in order:
        if segment.key in texts and segment.key not in own:
            longer = _inserted(read_page(source, page.ref, page.path), order, segment, texts)
            if longer is not None:
                source = longer
                taken.append(segment.key)
    _verify(read_page(source, page.ref, page.path), {key: texts[key] for key in taken})
    return source, tuple(taken)


def new_page(reference: Page, texts: Mapping[str, str]) -> str:
    """A page in another language: the reference's structure with all of its texts replaced."""
    segments = segments_of(reference)
    dropped: set[int] = set()
    for segment in segments:
        if segment.kind == "aliases" and segment.key not in texts:
            dropped.update(range(segment.first_line, segment.last_line + 1))
    for key in _OWN_KEYS:
        if key in reference.front_places:
            dropped.add(reference.front_places[key].line)
    lines: list[str | None] = list(reference.source.split("\n"))
    for line in dropped:
        lines[line - 1] = None
    for segment in reversed(segments):
        if segment.key in texts:
            lines[segment.first_line - 1 : segment.last_line] = segment_lines(
                segment, texts[segment.key]
            )
    source = "\n".join(line for line in lines if line is not None)
    _verify(read_page(source, reference.ref, reference.path), texts)
    return source


def _replaced(source: str, segments: Iterable[Segment], texts: Mapping[str, str]) -> str:
    lines = source.split("\n")
    for segment in sorted(segments, key=lambda s: -s.first_line):
        if segment.key in texts:
            lines[segment.first_line - 1 : segment.last_line] = segment_lines(
                segment, texts[segment.key]
            )
    return "\n".join(lines)


def _inserted(
    page: Page, order: Sequence[Segment], segment: Segment, texts: Mapping[str, str]
) -> str | None:
    """The page with one segment more, or None where it cannot stand yet."""
    own = {found.key: found for found in segments_of(page)}
    if segment.kind in ("front", "aliases"):
        after = page.body_line - 2
        lines = page.source.split("\n")
        lines[after:after] = segment_lines(segment, texts[segment.key])
        return "\n".join(lines)
    if segment.kind != "heading" and not _has_section(page, segment.section):
        return None
    if segment.kind == "heading" and not _is_complete(order, segment, texts, own):
        return None
    place = [found.key for found in order].index(segment.key)
    before = next((own[s.key] for s in reversed(order[:place]) if s.key in own), None)
    line = before.last_line if before else page.body_line - 1
    together = before is not None and _is_item(before) and _is_item(segment)
    blank = [] if together else [""]
    lines = page.source.split("\n")
    new = segment_lines(segment, texts[segment.key])
    lines[line:line] = [*blank, *new, *blank]
    return tidy("\n".join(lines))


def _is_item(segment: Segment) -> bool:
    """A list item: something stands before its text, and that is no heading sign."""
    return segment.kind == "text" and bool(segment.before)


def _has_section(page: Page, id: str) -> bool:
    return id == "intro" or page.section(id) is not None


def _is_complete(
    order: Sequence[Segment],
    heading: Segment,
    texts: Mapping[str, str],
    own: Mapping[str, Segment],
) -> bool:
    """A new section or message comes with everything in it, or not yet."""
    folder = heading.key.removesuffix("/heading") + "/"
    return all(s.key in texts or s.key in own for s in order if s.key.startswith(folder))


def _verify(page: Page, texts: Mapping[str, str]) -> None:
    found = {segment.key: segment.text for segment in segments_of(page)}
    for key, text in texts.items():
        if " ".join(found.get(key, "").split()) != " ".join(text.split()):
            raise PlaybookError(
                f"the translation of `{key}` would make something else of the page",
                path=page.path,
                found=text,
                way_out="Write it as plain text, as the original is; nothing was written.",
            )
