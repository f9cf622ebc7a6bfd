"""`playbook search`: search the knowledge base, or any index."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

Rows = list[dict[str, Any]]
Engine = Callable[[list[dict[str, Any]]], Iterator[tuple[float, Rows]]]
"""Queries as objects → milliseconds and results of each."""


@click.command("search")
@click.argument("query", nargs=-1)
@click.option(
    "--index",
    "directory",
    type=click.Path(path_type=Path, file_okay=False),
    help="An index of `playbook index`; else the knowledge base.",
)
@click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    help="The knowledge base; else the nearest content/ upwards.",
)
@click.option("--lang", help="The reader's language; else the index's first.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Most pages to show."
)
@click.option("--facet", type=click.Choice(["sign", "strategy", "exit", "message", "question"]))
@click.option(
    "--engine", type=click.Choice(["whoosh", "browser"]), default="whoosh", show_default=True
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    help='A file of {"q", "lang"} lines; answers with a line each.',
)
def command(
    query: tuple[str, ...],
    directory: Path | None,
    content: Path | None,
    lang: str | None,
    limit: int,
    facet: str | None,
    engine: str,
    form: str,
    batch: Path | None,
) -> None:
    """Search in any of the languages, inflected, misspelt or in Latin letters.

    \b
    Examples:
      playbook search "client does not pay"
      playbook search --lang ka "klienti ar ikhdis" --facet strategy
      playbook search --index index --batch queries.jsonl --format json

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    if bool(" ".join(query).strip()) == bool(batch):
        raise click.UsageError("give a query, or --batch with a file of queries")
    searched = _directory(directory, content)
    if lang is not None:
        _check_language(lang, searched)
    run = _engine(engine, searched)
    options = {"limit": limit, "facet": facet}
    if batch:
        queries = [{"lang": lang, **row, **options} for row in _read_batch(batch)]
        for asked, (ms, rows) in zip(queries, run(queries), strict=True):
            kept = ("id", "group", "section", "lang", "score")
            answer = {
                "q": asked["q"],
                "lang": asked["lang"],
                "ms": round(ms, 3),
                "results": [{name: row[name] for name in kept} for row in rows],
            }
            click.echo(json.dumps(answer, ensure_ascii=False))
        return
    text = " ".join(query)
    ms, rows = next(run([{"q": text, "lang": lang, **options}]))
    if form == "json":
        answer = {"q": text, "lang": lang, "ms": round(ms, 3), "results": rows}
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        _print(rows, text)


def _directory(directory: Path | None, content: Path | None) -> Path:
    if directory is not None:
        return directory
    from playbook.cli.places import content_folder
    from playbook.search.knowledge import fresh_index

    return fresh_index(content_folder(content))


def _check_language(lang: str, directory: Path) -> None:
    from playbook.errors import PlaybookError
    from playbook.search.stored import StoredIndex

    known = StoredIndex(directory).languages
    if lang not in known:
        raise PlaybookError(
            "no such language in the index",
            found=f"--lang {lang}",
            way_out=f"Give the reader's language as one of {', '.join(known)}.",
        )


def _engine(name: str, directory: Path) -> Engine:
    if name == "browser":
        from playbook.search.browser import run

        return lambda queries: run(directory, queries)
    from playbook.search.terminal import run as run_whoosh

    return lambda queries: run_whoosh(directory, queries)


def _read_batch(path: Path) -> list[dict[str, Any]]:
    from playbook.errors import PlaybookError

    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise PlaybookError(
            "cannot be read", path=path, way_out='Give a file of {"q", "lang"} lines in UTF-8.'
        ) from None
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            rows.append({"q": str(row["q"]), **({"lang": row["lang"]} if row.get("lang") else {})})
        except (ValueError, KeyError, TypeError, AttributeError):
            raise PlaybookError(
                "not a query", path=path, line=number, found=line, way_out='Write {"q", "lang"}.'
            ) from None
    return rows


def _print(rows: Rows, query: str) -> None:
    if not rows:
        click.echo(f"Nothing found for {query!r}.")
        return
    for row in rows:
        place = " › ".join(part for part in (row["title"] or row["group"], row["heading"]) if part)
        label = f"  [{row['facet']}]" if row["facet"] else ""
        other = f"  ({row['lang']})" if row["lang"] != row["through"] else ""
        click.echo(click.style(place, bold=True) + label + other)
        if row["snippet"]["text"]:
            click.echo("  " + _marked(row["snippet"]))
        click.echo("  " + click.style(row["url"] or row["id"], dim=True))


def _marked(snippet: dict[str, Any]) -> str:
    """The snippet with its words underlined; ranges count UTF-16 units."""
    units = snippet["text"].encode("utf-16-le")
    out, at = [], 0
    for start, end in snippet["ranges"]:
        out.append(units[2 * at : 2 * start].decode("utf-16-le"))
        out.append(click.style(units[2 * start : 2 * end].decode("utf-16-le"), underline=True))
        at = end
    out.append(units[2 * at :].decode("utf-16-le"))
    return "".join(out)
