"""`playbook normalise`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from playbook.cli.places import shown_path
from playbook.cli.progress import progress
from playbook.errors import PlaybookError
from playbook.library import find_content, load_library
from playbook.library.registries import ARCHETYPES_FILE
from playbook.library.text_file import write_text
from playbook.model import Library, Registry
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.normalise.aliases import aliases_of
from playbook.normalise.output import Written, draft_pages, write_pages
from playbook.normalise.reading import Article
from playbook.normalise.report import report_page
from playbook.normalise.run import Outcome, Task, normalise_all, read_all
from playbook.normalise.sources import expand, register, source_ids
from playbook.normalise.terminal import article_summary, next_step, pages_summary, plain_warning


def _language(_: click.Context, __: click.Parameter, value: str) -> str:
    if value != "auto" and not LANGUAGE_PATTERN.fullmatch(value):
        raise click.BadParameter("give `auto` or a language code such as `en`")
    return value


@click.command(name="normalise")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--lang", default="auto", callback=_language, help="Language, or `auto`.")
@click.option("--out", type=click.Path(path_type=Path), help="Write drafts below this folder.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--content", type=click.Path(path_type=Path), help="The knowledge base to use.")
@click.option("--report", type=click.Path(path_type=Path), help="Write a page to read it by.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes at work.")
def command(
    sources: tuple[str, ...],
    lang: str,
    out: Path | None,
    form: str,
    content: Path | None,
    report: Path | None,
    jobs: int,
) -> int:
    """Turn scraped articles into playbook drafts.

    SOURCE is a file of text, Markdown or HTML, a folder of such, a pattern, or `-` for
    standard input. Noise is removed and accounted for line by line; nothing is made up.

    \b
    Examples:
      playbook normalise samples/ghost-client.en.txt
      playbook normalise articles/ --out content --report report.html
      cat page.html | playbook normalise - --format json

    \b
    Exit status: 0 all done, 1 at least one source failed, 2 wrong use.
    """
    library = _library(content)
    registry = library.registry if library else Registry()
    paths, failures = _paths(sources)
    read = read_all(paths)
    articles = [entry for entry in read if isinstance(entry, Article)]
    ids = source_ids(((a.name, a.sha256) for a in articles), registry)
    known = frozenset(entry.id for entry in registry.archetypes)
    names = aliases_of(library) if library else ()
    tasks = [Task(a, i, lang, known, names) for a, i in zip(articles, ids, strict=True)]
    with progress("Normalising", len(tasks)) as tell:
        outcomes = list(normalise_all(tasks, jobs, tell))
    failures += [e for e in read if isinstance(e, PlaybookError)]
    failures += [o.error for o in outcomes if o.error is not None]
    done = [o for o in outcomes if o.result is not None]
    pages = _write(done, out, library, failures) if out is not None and done else []
    if report is not None:
        _report(report, done, pages or _draft(done, Path(), None, failures), failures)
    _say(done, pages, form, wrote=out is not None, registered=bool(registry.archetypes))
    for error in failures:
        click.echo(f"playbook: {error}", err=True)
    return 1 if failures else 0


def _paths(sources: tuple[str, ...]) -> tuple[list[str], list[PlaybookError]]:
    """The files meant, each once, and what was wrong with a folder."""
    paths: list[str] = []
    failures: list[PlaybookError] = []
    for source in sources:
        try:
            paths += expand([source])
        except PlaybookError as error:
            failures.append(error)
    return list(dict.fromkeys(paths)), failures


def _library(content: Path | None) -> Library | None:
    """The knowledge base given, else the nearest; None where there is none."""
    if content is not None:
        if not (content / ARCHETYPES_FILE).is_file():
            raise PlaybookError(
                f"no {ARCHETYPES_FILE} in this folder",
                path=content,
                way_out="Give the folder of a knowledge base.",
            )
        return load_library(content, shown_as=shown_path(content))
    try:
        return load_library(find_content(Path.cwd()))
    except PlaybookError:
        return None


def _draft(
    outcomes: list[Outcome], root: Path, library: Library | None, failures: list[PlaybookError]
) -> list[Written]:
    results = [o.result for o in outcomes if o.result is not None]
    return draft_pages(results, root, library, failures)


def _report(
    path: Path, outcomes: list[Outcome], pages: list[Written], failures: list[PlaybookError]
) -> None:
    try:
        write_text(path, report_page(outcomes, pages))
    except PlaybookError as error:
        failures.append(error)


def _write(
    outcomes: list[Outcome], out: Path, library: Library | None, failures: list[PlaybookError]
) -> list[Written]:
    """Drafts below `out`; in a knowledge base the articles are entered before they are cited."""
    pages = _draft(outcomes, out, library, failures)
    if library is not None and out.resolve() == library.root.resolve():
        results = [o.result for o in outcomes if o.result is not None]
        register(library.root, results, [o.line_count for o in outcomes], library.registry)
    return write_pages(pages, failures)


def _say(
    outcomes: list[Outcome], pages: list[Written], form: str, *, wrote: bool, registered: bool
) -> None:
    for outcome in outcomes:
        assert outcome.result is not None
        if form == "json":
            data = json.dumps(outcome.result.to_json(), ensure_ascii=False)
            click.echo(data.encode("utf-8", "backslashreplace"))
        else:
            click.echo(article_summary(outcome.result, registered=registered))
        if warning := plain_warning(outcome.result):
            click.echo(f"playbook: {warning}", err=True)
    if form == "text" and outcomes:
        if pages:
            click.echo(pages_summary(pages))
        named = any(o.result.archetypes for o in outcomes if o.result is not None)
        click.echo(next_step(pages, named=named, wrote=wrote))
    elif pages:
        click.echo(pages_summary(pages), err=True)
