"""`playbook tree`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from playbook.cli.places import content_folder
from playbook.cli.reading import read_library
from playbook.errors import PlaybookError
from playbook.model import Library
from playbook.tree import Answer, Tree, load_trees
from playbook.tree.forms import as_data, as_dot, as_mermaid, as_text, say_answers, say_help
from playbook.tree.targets import page_or_fallback
from playbook.tree.walk import Walk, begin

_FORMS = {"text": as_text, "dot": as_dot, "mermaid": as_mermaid}
_BACK, _QUIT = "0", "q"


@click.command(name="tree")
@click.argument("id", required=False)
@click.option("--lang", metavar="LANG", help="Language; else the reference.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "dot", "mermaid"]),
    help="Print the tree instead of walking it.",
)
@click.option("--content", type=click.Path(path_type=Path), help="The folder with archetypes.yml.")
def command(id: str | None, lang: str | None, form: str | None, content: Path | None) -> None:
    """Walk or print a decision tree.

    ID is `triage`, another tree, or the id of a playbook. Without it, the trees there are get
    listed. A walk asks one question at a time: answer with the letter or the number, go back
    with 0, stop with q.

    \b
    Examples:
      playbook tree triage
      playbook tree unresponsive --lang ka
      playbook tree triage --format dot | dot -Tsvg > triage.svg

    \b
    Exit status: 0 all well, 2 no such tree or language, 130 stopped.
    """
    folder = content_folder(content)
    library = read_library(folder)
    language = _language(library, lang)
    trees = _trees(library, language)
    if id is None:
        _list(list(trees.values()))
        return
    if id not in trees:
        near = get_close_matches(id, trees, 1)
        raise PlaybookError(
            f"there is no tree {id}",
            way_out=f"Did you mean {near[0]}?" if near else "See them all with `playbook tree`.",
        )
    tree = trees[id]
    if form == "json":
        click.echo(json.dumps(as_data(tree), ensure_ascii=False, indent=1))
    elif form is not None:
        click.echo(_FORMS[form](tree), nl=False)
    elif not tree.questions:
        raise PlaybookError("this tree has no questions", path=tree.path)
    else:
        _walk(begin(trees, id), library)


def _language(library: Library, lang: str | None) -> str:
    if lang is None or lang in library.languages:
        return lang or library.reference
    known = ", ".join(library.languages)
    raise PlaybookError(f"there is no language {lang}", way_out=f"There are: {known}.")


def _trees(library: Library, lang: str) -> dict[str, Tree]:
    """Trees by id in `lang`, from the reference where there is no translation."""
    every = load_trees(library)
    found = {tree.id: tree for tree in every if tree.lang == library.reference}
    found |= {tree.id: tree for tree in every if tree.lang == lang}
    return dict(sorted(found.items()))


def _list(trees: Sequence[Tree]) -> None:
    width = max((len(tree.id) for tree in trees), default=0)
    for tree in trees:
        click.echo(f"{tree.id:<{width}}  {len(tree.questions):>2} questions  {tree.title}")


def _walk(walk: Walk, library: Library) -> None:
    shown = ""
    while walk.end is None:
        if walk.tree.title != shown:
            shown = walk.tree.title
            click.echo(click.style(f"\n{shown}", bold=True))
        _ask(walk)
        letters = [letter.casefold() for letter, _ in say_answers(walk.tree, walk.question)]
        given = click.prompt(">", prompt_suffix=" ", type=str).strip().casefold()
        if given == _QUIT and _QUIT not in letters:
            return
        if given == _BACK:
            walk = walk.back()
        elif given in letters:
            walk = walk.answer(letters.index(given) + 1)
        elif given.isascii() and given.isdigit() and int(given) <= len(letters):
            walk = walk.answer(int(given))
        else:
            click.echo(f"Answer {letters[0]} to {letters[-1]}, or 1 to {len(letters)}.", err=True)
    _arrive(walk.end, walk.tree, library)


def _ask(walk: Walk) -> None:
    number = walk.tree.number(walk.question.id)
    click.echo(click.style(f"\n{number}. {walk.question.text}", bold=True))
    for line in say_help(walk.question):
        click.echo(line)
    for position, (letter, text) in enumerate(say_answers(walk.tree, walk.question), 1):
        click.echo(f"  {letter}  {text}" + (f"  ({position})" if letter == "?" else ""))
    back = "0 back, " if len(walk.steps) > 1 else ""
    click.echo(click.style(f"  ({back}q stop)", dim=True))


def _arrive(end: Answer, tree: Tree, library: Library) -> None:
    """What stands where the path ends, and where to read on."""
    page = page_or_fallback(library, tree.lang, end.group) if end.group else None
    if page is None:
        click.echo(f"\n→ {end.to}")
        return
    click.echo(click.style(f"\n→ {page.title}", bold=True))
    section = page.section(end.anchor)
    if section is not None:
        click.echo(section.heading)
        for number, item in enumerate(section.list_items, 1):
            click.echo(f"  {number}. {item.text}" if item.kind == "number" else f"  - {item.text}")
    place = page.anchors().get(end.anchor, page.intro_place)
    click.echo(click.style(f"\n{page.path}:{place.line}", dim=True))
