"""`<lang>/asked.yml` → the words in which people ask for each page.

    playbooks/unresponsive:
      - he read my message and said nothing

A page says what is; a person describes a scene.  Search leads each phrase to its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from playbook.library.front_matter import MAX_REGISTRY_CHARACTERS, Yaml, read_yaml
from playbook.library.text_file import read_text
from playbook.model import PageRef, Place, Problem, ref_of_group

ASKED_FILE = "asked.yml"
_SHAPE = "Write `playbooks/some-id:` and under it one `- phrase` a line."

Found = tuple[str, Problem]
"""A path as messages show it, and what is wrong there."""


def read_asked(
    root: Path, languages: Iterable[str], pages: Iterable[PageRef], shown: Path
) -> tuple[dict[PageRef, tuple[str, ...]], list[Found]]:
    """The phrases of every page, in order of the files; what is wrong with the files.

    `pages` are those of all languages: a phrase may wait for a translation, not for a page
    that no language has.  A language without the file has no phrases.
    """
    groups = {ref.group for ref in pages}
    asked: dict[PageRef, tuple[str, ...]] = {}
    problems: list[Found] = []
    for lang in languages:
        relative = f"{lang}/{ASKED_FILE}"
        if not (root / relative).exists():
            continue
        path = (shown / relative).as_posix()
        text, problem = read_text(root / relative)
        if text is None:
            assert problem is not None
            problems.append((path, problem))
            continue
        file = read_yaml(text, limit=MAX_REGISTRY_CHARACTERS)
        noted: list[Problem] = [*file.problems]
        asked.update(_phrases(file, lang, groups, noted.append))
        problems += [(path, problem) for problem in noted]
    return asked, problems


def _phrases(
    file: Yaml, lang: str, groups: set[str], note: Callable[[Problem], None]
) -> Iterator[tuple[PageRef, tuple[str, ...]]]:
    seen: dict[str, str] = {}
    for group, value in file.values.items():
        place = file.places.get(group, Place(1))
        ref = ref_of_group(lang, group)
        if ref is None or group not in groups:
            fix = "Name a page as in its address: `playbooks/unresponsive`, `guides/leaving`."
            note(Problem("asked", "no page of that name", place, fix, group))
            continue
        if not isinstance(value, list):
            note(Problem("asked", f"`{group}` has no list of phrases", place, _SHAPE))
            continue
        places = file.entry_places.get(group, ())
        phrases: list[str] = []
        for number, phrase in enumerate(value):
            at = places[number] if number < len(places) else place
            if not isinstance(phrase, str) or not phrase.strip():
                fix = (
                    "Write words; put quotes around a phrase with `: ` in it, or a lone yes or no."
                )
                note(Problem("asked", "not a phrase", at, fix, str(phrase)))
                continue
            if phrase.casefold() in seen:
                fix = f"Keep it in one place; it stands under `{seen[phrase.casefold()]}` already."
                note(Problem("asked", "a phrase stands twice", at, fix, phrase))
                continue
            seen[phrase.casefold()] = group
            phrases.append(phrase)
        yield ref, tuple(phrases)
