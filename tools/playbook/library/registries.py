"""archetypes.yml and sources.yml → `Registry`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import yaml

from playbook.library.front_matter import Yaml, read_yaml
from playbook.library.text_file import read_text
from playbook.model import ID_PATTERN, Archetype, Place, Problem, Registry, Source

ARCHETYPES_FILE = "archetypes.yml"
SOURCES_FILE = "sources.yml"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TRACK_YOU = re.compile(r"[01234r]{12}")
_TRACK_THEM = re.compile(r"[01234]{12}")


def read_registry(root: Path) -> Registry:
    """Read both registries below `root`; what is wrong stands in `problems`."""
    problems: list[tuple[str, Problem]] = []
    archetypes = _entries(root / ARCHETYPES_FILE, "archetypes", _archetype, problems)
    sources = _entries(root / SOURCES_FILE, "sources", _source, problems)
    return Registry(tuple(archetypes), tuple(sources), tuple(problems))


Entry = TypeVar("Entry")


def _entries(
    path: Path,
    key: str,
    build: Callable[[Mapping[str, object], Place, list[Problem]], Entry | None],
    problems: list[tuple[str, Problem]],
) -> list[Entry]:
    text, problem = read_text(path)
    if text is None:
        if problem is not None:
            problems.append((str(path), problem))
        return []
    read = read_yaml(text)
    found = list(read.problems)
    raw = read.values.get(key)
    entries: list[Entry] = []
    if not isinstance(raw, list):
        if not found:
            fix = f"Write `{key}:` and under it one `- id: …` an entry."
            found.append(Problem("registry", f"no list `{key}`", Place(1), fix))
    else:
        places = _places(text, key, read)
        seen: set[str] = set()
        for number, value in enumerate(raw):
            place = places[number] if number < len(places) else Place(1)
            if not isinstance(value, dict):
                fix = "Write `- id: …` with its fields indented below."
                found.append(Problem("registry", "not an entry", place, fix, str(value)))
                continue
            id = value.get("id")
            if not isinstance(id, str) or not ID_PATTERN.fullmatch(id):
                fix = "Give it an id of lower-case letters, digits and hyphens."
                found.append(
                    Problem("registry", "an entry without a valid id", place, fix, str(id))
                )
                continue
            if id in seen:
                fix = "Ids are unique: rename or delete one."
                found.append(Problem("registry", f"`{id}` stands twice", place, fix, id))
                continue
            seen.add(id)
            entry = build(value, place, found)
            if entry is not None:
                entries.append(entry)
    problems += [(str(path), problem) for problem in found]
    return entries


def _places(text: str, key: str, read: Yaml) -> list[Place]:
    """Where each entry of the list begins."""
    if read.problems:
        return []
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    for name, value in node.value:
        if name.value == key and isinstance(value, yaml.SequenceNode):
            marks = [entry.start_mark for entry in value.value]
            return [Place(mark.line + 1, mark.column + 1) for mark in marks]
    return []


def _archetype(
    value: Mapping[str, object], place: Place, problems: list[Problem]
) -> Archetype | None:
    id = str(value["id"])
    category = value.get("category")
    if not isinstance(category, str) or not ID_PATTERN.fullmatch(category):
        fix = "Add `category: communication`, or another id."
        problems.append(Problem("registry", f"`{id}` has no category", place, fix))
        category = ""
    related = value.get("related", [])
    if not isinstance(related, list) or not all(isinstance(other, str) for other in related):
        fix = "Write `related: [one-id, another-id]`."
        problems.append(
            Problem("registry", f"`related` of `{id}` is not a list of ids", place, fix)
        )
        related = []
    planned = value.get("planned", False)
    if not isinstance(planned, bool):
        fix = "Write `planned: true`, or leave it out."
        problems.append(
            Problem("registry", f"`planned` of `{id}` is not true or false", place, fix)
        )
        planned = False
    track = value.get("track")
    pair: tuple[str, str] | None = None
    if track is not None:
        rows = [str(row) for row in track] if isinstance(track, list) else []
        if len(rows) == 2 and _TRACK_YOU.fullmatch(rows[0]) and _TRACK_THEM.fullmatch(rows[1]):
            pair = (rows[0], rows[1])
        else:
            fix = 'Write two quoted strings of twelve columns: track: ["101010101010", "040404040404"].'
            problems.append(Problem("registry", f"`track` of `{id}` cannot be drawn", place, fix))
    return Archetype(id, category, tuple(related), planned, pair, place)


def _source(value: Mapping[str, object], place: Place, problems: list[Problem]) -> Source | None:
    id = str(value["id"])
    texts: dict[str, str] = {}
    for key in ("file", "sha256", "language", "title"):
        text = value.get(key)
        if not isinstance(text, str) or not text.strip():
            fix = f"Add `{key}: …`; `playbook normalise --out` writes the whole entry."
            problems.append(Problem("registry", f"source `{id}` has no {key}", place, fix))
            text = ""
        texts[key] = text
    if texts["sha256"] and not _SHA256.fullmatch(texts["sha256"]):
        fix = "It is 64 hexadecimal digits, lower case."
        found = texts["sha256"]
        problems.append(Problem("registry", f"sha256 of `{id}` is none", place, fix, found))
    lines = value.get("lines")
    if not isinstance(lines, int) or isinstance(lines, bool) or lines < 1:
        fix = "Add `lines:` with the number of lines of the article."
        problems.append(Problem("registry", f"source `{id}` has no number of lines", place, fix))
        lines = 0
    return Source(
        id, texts["file"], texts["sha256"], texts["language"], texts["title"], lines, place
    )
