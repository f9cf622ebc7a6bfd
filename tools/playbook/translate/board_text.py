"""The state of the translations as plain data, and what a change does to it as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playbook.translate.board import Cell, Dashboard


def as_json(board: Dashboard, languages: Sequence[str]) -> dict[str, object]:
    """The dashboard as plain data; also what the site publishes."""
    return {
        "reference": board.reference,
        "languages": [
            {
                "lang": progress.lang,
                "current": progress.current,
                "stale": progress.stale,
                "missing": progress.missing,
                "read_twice": progress.read_twice,
                "pages": [_cell(c) for c in board.cells if c.lang == progress.lang],
            }
            for progress in board.progress
            if progress.lang in languages
        ],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "id": cell.group,
        "status": str(cell.status),
        "reviewed": cell.reviewed,
        "path": cell.path,
        "sections": {id: str(state) for id, state in cell.sections.items()},
        "lines": dict(cell.lines),
    }


def as_markdown(now: Mapping[str, Any], before: Mapping[str, Any] | None) -> str:
    """A table of languages, and the sections whose state a change moved.

    `now` and `before` are what `as_json` gives; without `before` nothing has moved.
    """
    earlier = {entry["lang"]: entry for entry in (before or now)["languages"]}
    lines = [
        "### Translations",
        "",
        "| language | up to date | stale | missing |",
        "|---|--:|--:|--:|",
    ]
    for entry in now["languages"]:
        old = earlier.get(entry["lang"], {})
        cells = [_moved(entry[key], old.get(key, 0)) for key in ("current", "stale", "missing")]
        lines.append(f"| {entry['lang']} | " + " | ".join(cells) + " |")
    moved = [line for entry in now["languages"] for line in _sections(entry, earlier)]
    if before is not None:
        lines += ["", *(moved or ["No section changed its state."])]
    return "\n".join(lines) + "\n"


def _moved(now: int, before: int) -> str:
    return str(now) if now == before else f"{now} ({now - before:+d})"


def _sections(entry: Mapping[str, Any], earlier: Mapping[str, Any]) -> Iterator[str]:
    pages = {page["id"]: page for page in earlier.get(entry["lang"], {}).get("pages", [])}
    for page in entry["pages"]:
        old = pages.get(page["id"], {}).get("sections", {})
        for state in ("current", "stale", "missing"):
            ids = [
                id
                for id, found in page["sections"].items()
                if found == state and old.get(id, "missing") != state
            ]
            if ids:
                yield f"- {entry['lang']} `{page['id']}`: now {state}: {', '.join(ids)}"
