"""Which articles are meant, and the id each has in the knowledge base."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.library.registries import SOURCES_FILE
from playbook.library.text_file import read_text, write_text
from playbook.model import Registry
from playbook.normalise.reading import STDIN
from playbook.normalise.results import Result
from playbook.normalise.slugs import slug

ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
FALLBACK = "source"


def expand(given: Sequence[str]) -> list[str]:
    """Files, patterns and folders → files, in order, each once.

    Raises PlaybookError for a folder without articles.  A name that fits nothing stays as it
    is: reading it gives the error.
    """
    paths: list[str] = []
    for name in given:
        if name != STDIN and Path(name).is_dir():
            inside = _articles_in(name)
            if not inside:
                raise PlaybookError(
                    "no articles in this folder",
                    path=name,
                    way_out=f"Articles end in {', '.join(ENDINGS)}.",
                )
            paths += inside
        elif not os.path.lexists(name) and any(sign in name for sign in "*?["):
            found = glob.glob(name, recursive=True)  # noqa: PTH207 (Path.glob wants a base)
            paths += sorted(p for p in found if Path(p).is_file()) or [name]
        else:
            paths.append(name)
    return list(dict.fromkeys(paths))


def _articles_in(folder: str) -> list[str]:
    found: list[str] = []
    for base, folders, files in os.walk(folder):  # links to folders are not followed
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [
            str(Path(base) / f)
            for f in sorted(files)
            if f.lower().endswith(ENDINGS) and not f.startswith((".", "README"))
        ]
    return found


def source_ids(articles: Iterable[tuple[str, str]], registry: Registry) -> list[str]:
    """Ids for (file name, sha256): the registry's, else made from the name, each once."""
    used = {source.id for source in registry.sources}
    given: dict[str, str] = {}
    ids: list[str] = []
    for name, sha256 in articles:
        known = registry.source_by_sha256(sha256)
        if known is not None:
            ids.append(known.id)
            continue
        if sha256 in given:
            ids.append(given[sha256])
            continue
        base = slug(Path(name).stem) or FALLBACK
        made, number = base, 2
        while made in used:
            made, number = f"{base}-{number}", number + 1
        used.add(made)
        given[sha256] = made
        ids.append(made)
    return ids


def register(
    root: Path, results: Sequence[Result], line_counts: Sequence[int], known: Registry
) -> int:
    """Add articles to sources.yml that it does not know yet; how many were added."""
    path = root / SOURCES_FILE
    text, problem = read_text(path)
    if text is None:
        if problem is not None and problem.code != "missing-file":
            raise PlaybookError(problem.message, path=path, way_out=problem.fix)
        text = "sources:\n"
    seen = {source.sha256 for source in known.sources}
    added: list[str] = []
    for result, count in zip(results, line_counts, strict=True):
        source = result.source
        if source.sha256 in seen:
            continue
        seen.add(source.sha256)
        added.append(
            f"  - id: {source.id}\n    file: {quoted(source.name)}\n    sha256: {source.sha256}\n"
            f"    language: {source.language}\n    title: {quoted(source.title or source.name)}\n"
            f"    lines: {count}\n"
        )
    if added:
        text = re.sub(r"(?m)^sources:\s*\[\s*\]\s*$", "sources:", text)
        write_text(path, text.rstrip("\n") + "\n" + "".join(added))
    return len(added)


_PLAIN = re.compile(r"[^\W\d_][\w .,()–-]*", re.UNICODE)


def quoted(text: str) -> str:
    """A YAML scalar on one line, in quotes unless it needs none."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if _PLAIN.fullmatch(line) and line.lower() not in (
        "true",
        "false",
        "null",
        "yes",
        "no",
        "on",
        "off",
    ):
        return line
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
