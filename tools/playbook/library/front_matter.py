"""Front matter and registries: YAML with places, without aliases, tags or surprises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from playbook.model import Place, Problem

MAX_CHARACTERS = 100_000
"""Longer front matter is a mistake or an attack: ours are below 5,000."""

MAX_REGISTRY_CHARACTERS = 4_000_000
"""A registry grows with the knowledge base: a thousand archetypes take 150,000."""

MAX_DEPTH = 20
"""Nesting beyond this is no front matter; it also keeps the parser's recursion small."""


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML mapping, where its top-level keys stand, and what was wrong."""

    values: Mapping[str, object] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    entry_places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """For each top-level list, where its entries begin."""
    problems: tuple[Problem, ...] = ()
    readable: bool = True
    """False where there was no text to read."""


def split_front_matter(text: str) -> tuple[str | None, int]:
    """The YAML between `---` lines, and the number of the first line after it (from 1)."""
    lines = text.split("\n")
    if not opens_front_matter(text):
        return None, 1
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1 : number - 1]), number + 1
    return None, 1


def opens_front_matter(text: str) -> bool:
    """Whether the file begins with a line `---`, closed or not."""
    return text.split("\n", 1)[0].rstrip() == "---"


def read_yaml(text: str, first_line: int = 1, *, limit: int = MAX_CHARACTERS) -> Yaml:
    """Read a YAML mapping; `first_line` is the line of the file on which `text` begins."""
    if len(text) > limit:
        fix = f"Keep it under {limit:,} characters."
        return _fault("the YAML is too long", Place(first_line), fix)
    try:
        _refuse_dangerous(text)
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            return Yaml()
        if not isinstance(node, yaml.MappingNode):
            return _fault(
                "not a list of `key: value` lines", Place(first_line), "Write `key: value`."
            )
        values = _Loader("").construct_document(node)
    except _Refused as refused:
        place = Place(first_line + refused.line, refused.column + 1)
        return _fault(refused.message, place, refused.fix)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and mark.line > text.rstrip("\n").count("\n"):
            # Noticed at the very end: the place where the list or quote began helps more.
            mark = error.context_mark
        place = Place(first_line + mark.line, mark.column + 1) if mark else Place(first_line)
        reason, fix = _reason(error, text)
        return _fault(f"the YAML cannot be read: {reason}", place, fix)
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        fix = "Delete the control character; an editor that shows invisibles helps."
        return _fault("the YAML holds a character that is not text", Place(line), fix)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        words = " ".join(str(error).split())
        return _fault(f"the YAML cannot be read: {words}", Place(first_line), "Mend the YAML.")
    places: dict[str, Place] = {}
    entries: dict[str, tuple[Place, ...]] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        place = Place(first_line + key.start_mark.line, key.start_mark.column + 1)
        name = str(key.value)
        if name in places:
            fix = "Keep one of them."
            problems.append(Problem("front-matter", f"`{name}` stands twice", place, fix, name))
        places.setdefault(name, place)
        if isinstance(value, yaml.SequenceNode):
            marks = [entry.start_mark for entry in value.value]
            entries[name] = tuple(Place(first_line + m.line, m.column + 1) for m in marks)
    named = {str(key): value for key, value in values.items()}
    return Yaml(named, places, entries, tuple(problems))


if TYPE_CHECKING:
    _Base = yaml.SafeLoader
else:
    # The C loader reads a thousand archetypes in 0.1 s where the Python one takes 2 s.
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):
    """Safe, and without YAML 1.1 dates: a date is a string like any other."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass
class _Refused(Exception):
    message: str
    line: int
    column: int
    fix: str


def _refuse_dangerous(text: str) -> None:
    """Aliases multiply (`a: [*b, *b]`), tags build objects: neither is of use here."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        assert mark is not None  # both parsers set it
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                "YAML anchors and aliases are not allowed",
                mark.line,
                mark.column,
                "Write the value out where it is needed.",
            )
        tag = getattr(event, "tag", None)
        if tag and tag not in ("tag:yaml.org,2002:str",) and not _implicit(event):
            raise _Refused(
                "YAML tags are not allowed",
                mark.line,
                mark.column,
                "Leave out the part that begins with an exclamation mark.",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _Refused(
                    "the YAML is nested too deeply",
                    mark.line,
                    mark.column,
                    "Write plain `key: value` lines.",
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _reason(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """What is wrong and the way out; the parser's words where ours would not be plainer."""
    mark = error.problem_mark
    line = text.split("\n")[mark.line] if mark and mark.line < text.count("\n") + 1 else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab stands at the beginning of the line", "Put spaces in its place."
    fix = "Put a value that holds a colon, a quote or a # in double quotes."
    if error.problem and "',' or ']'" in error.problem:
        return "a list begins with [ and does not end", "Close it with ]."
    return error.problem or error.context or "it is no YAML", fix


def _implicit(event: yaml.Event) -> bool:
    implicit = getattr(event, "implicit", True)
    return any(implicit) if isinstance(implicit, tuple) else bool(implicit)


def _fault(message: str, place: Place, fix: str) -> Yaml:
    return Yaml(problems=(Problem("front-matter", message, place, fix),))
