"""archetypes.yml and sources.yml → `Registry`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from playbook.library.front_matter import MAX_REGISTRY_CHARACTERS, Yaml, read_yaml
from playbook.library.text_file import read_text
from playbook.model import ID_PATTERN, Archetype, Place, Problem, Registry, Source
from playbook.model.paths import LANGUAGE_PATTERN

ARCHETYPES_FILE = "archetypes.yml"
SOURCES_FILE = "sources.yml"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TRACK_YOU = re.compile(r"[01234r]{12}")
_TRACK_THEM = re.compile(r"[01234]{12}")


def read_registry(root: Path, *, shown_as: Path | None = None) -> Registry:
    """Read both registries below `root`; what is wrong stands in `problems`.

    `shown_as` replaces `root` in the paths of messages.
    """
    problems: list[tuple[str, Problem]] = []
    shown = root if shown_as is None else shown_as

    path = (shown / ARCHETYPES_FILE).as_posix()
    file = _read_file(root / ARCHETYPES_FILE, path, problems)
    archetypes = _entries(file, path, "archetypes", _archetype, problems)
    reference = _reference(file, path, problems)
    path = (shown / SOURCES_FILE).as_posix()
    file = _read_file(root / SOURCES_FILE, path, problems)
    sources = _entries(file, path, "sources", _source, problems)
    return Registry(tuple(archetypes), tuple(sources), tuple(problems), reference)


def _read_file(path: Path, shown: str, problems: list[tuple[str, Problem]]) -> Yaml:
    text, problem = read_text(path)
    if text is None:
        assert problem is not None
        problems.append((shown, problem))
        return Yaml(readable=False)
    read = read_yaml(text, limit=MAX_REGISTRY_CHARACTERS)
    problems += [(shown, problem) for problem in read.problems]
    return read


def _reference(file: Yaml, path: str, problems: list[tuple[str, Problem]]) -> str | None:
    """The language others are translated from, where the knowledge base names one."""
    value = file.values.get("reference")
    if value is None:
        return None
    if isinstance(value, str) and LANGUAGE_PATTERN.fullmatch(value):
        return value
    fix = "Write the code of one of the languages: `reference: en`."
    place = file.places.get("reference", Place(1))
    fault = Problem("registry", "`reference` is not a language", place, fix, str(value))
    problems.append((path, fault))
    return None


Entry = TypeVar("Entry")


def _entries(
    file: Yaml,
    path: str,
    key: str,
    build: Callable[[Mapping[str, object], Place, list[Problem]], Entry],
    problems: list[tuple[str, Problem]],
) -> list[Entry]:
    if not file.readable or (file.problems and key not in file.values):
        return []
    raw = file.values.get(key)
    found: list[Problem] = []
    entries: list[Entry] = []
    if not isinstance(raw, list):
        fix = f"Write `{key}:` and under it one `- id: …` an entry."
        found.append(Problem("registry", f"no list `{key}`", Place(1), fix))
        raw = []
    places = file.entry_places.get(key, ())
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
            found.append(Problem("registry", "an entry without a valid id", place, fix, str(id)))
            continue
        if id in seen:
            fix = "Ids are unique: rename or delete one."
            found.append(Problem("registry", f"`{id}` stands twice", place, fix, id))
            continue
        seen.add(id)
        entries.append(build(value, place, found))
    problems += [(path, problem) for problem in found]
    return entries


def _archetype(value: Mapping[str, object], place: Place, problems: list[Problem]) -> Archetype:
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
            fix = "Write two quoted strings of twelve digits each, as the other entries have."
            problems.append(Problem("registry", f"`track` of `{id}` cannot be drawn", place, fix))
    return Archetype(id, category, tuple(related), planned, pair, place)


def _source(value: Mapping[str, object], place: Place, problems: list[Problem]) -> Source:
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
