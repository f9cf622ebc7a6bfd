"""Front matter and registries: YAML with places, without aliases, tags or surprises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from playbook.model import Place, Problem

MAX_CHARACTERS = 100_000
"""Longer front matter is a mistake or an attack: ours are below 5,000."""

MAX_DEPTH = 20
"""Nesting beyond this is no front matter; it also keeps the parser's recursion small."""


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML mapping, where its top-level keys stand, and what was wrong."""

    values: Mapping[str, object] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str) -> tuple[str | None, int]:
    """The YAML between `---` lines, and the number of the first line after it (from 1)."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, 1
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1 : number - 1]), number + 1
    return None, 1


def read_yaml(text: str, first_line: int = 1) -> Yaml:
    """Read a YAML mapping; `first_line` is the line of the file on which `text` begins."""
    if len(text) > MAX_CHARACTERS:
        return _fault(
            "the YAML is too long", Place(first_line), "Keep it under 100,000 characters."
        )
    try:
        _refuse_dangerous(text)
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            return Yaml()
        if not isinstance(node, yaml.MappingNode):
            return _fault(
                "not a list of `key: value` lines", Place(first_line), "Write `key: value`."
            )
        loader = _Loader("")
        values = loader.construct_document(node)
    except _Refused as refused:
        place = Place(first_line + refused.line, refused.column + 1)
        return _fault(refused.message, place, refused.fix)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(first_line + mark.line, mark.column + 1) if mark else Place(first_line)
        fix = "Put a value that holds a colon, a quote or a # in double quotes."
        return _fault(f"the YAML cannot be read: {error.problem or error.context}", place, fix)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        words = " ".join(str(error).split())
        return _fault(f"the YAML cannot be read: {words}", Place(first_line), "Mend the YAML.")
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for key, _ in node.value:
        place = Place(first_line + key.start_mark.line, key.start_mark.column + 1)
        name = str(key.value)
        if name in places:
            fix = "Keep one of them."
            problems.append(Problem("front-matter", f"`{name}` stands twice", place, fix, name))
        places.setdefault(name, place)
    return Yaml({str(key): value for key, value in values.items()}, places, tuple(problems))


class _Loader(yaml.SafeLoader):
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
        assert mark is not None  # the pure Python parser always sets it
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


def _implicit(event: yaml.Event) -> bool:
    implicit = getattr(event, "implicit", True)
    return any(implicit) if isinstance(implicit, tuple) else bool(implicit)


def _fault(message: str, place: Place, fix: str) -> Yaml:
    return Yaml(problems=(Problem("front-matter", message, place, fix),))
