"""Many articles in one call: read, normalise, in one process or several, in order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from playbook.errors import PlaybookError
from playbook.normalise.cues import Alias
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import Article, read_article
from playbook.normalise.results import Result


@dataclass(frozen=True, slots=True)
class Outcome:
    """A normalised article, or why there is none."""

    path: str
    result: Result | None
    line_count: int = 0
    raw: tuple[str, ...] = ()
    """The article's lines, for the report."""
    error: PlaybookError | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs; plain data, so that it can be sent to another process."""

    article: Article
    source_id: str
    language: str
    known: frozenset[str]
    aliases: tuple[Alias, ...] = ()


def read_all(paths: Sequence[str]) -> list[Article | PlaybookError]:
    """Every source read; what cannot be read is an error in its place."""
    found: list[Article | PlaybookError] = []
    for path in paths:
        try:
            found.append(read_article(path))
        except PlaybookError as error:
            found.append(error)
        except MemoryError:
            found.append(PlaybookError("too big for the memory", path=path, way_out="Split it."))
    return found


def normalise_all(
    tasks: Sequence[Task], jobs: int, tell: Callable[[str], None]
) -> Iterator[Outcome]:
    """Outcomes in the order of the tasks, whatever the number of processes."""
    if jobs <= 1 or len(tasks) < 2:
        for task in tasks:
            tell(task.article.name)
            yield _do(task)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(tasks))) as pool:
        for task, outcome in zip(tasks, pool.map(_do, tasks, chunksize=1), strict=True):
            tell(task.article.name)
            yield outcome


@contextmanager
def _no_collector() -> Iterator[None]:
    """Cyclic garbage is not made here, and looking for it in 200,000 lines costs a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _do(task: Task) -> Outcome:
    article = task.article
    try:
        with _no_collector():
            result = normalise(
                article,
                source_id=task.source_id,
                language=task.language,
                known=task.known,
                aliases=task.aliases,
            )
    except (MemoryError, RecursionError) as error:
        return Outcome(
            article.path,
            None,
            error=PlaybookError(
                f"could not be taken apart ({type(error).__name__})",
                path=article.path,
                way_out="Split it, or report it.",
            ),
        )
    return Outcome(article.path, result, len(article.lines), article.lines)
