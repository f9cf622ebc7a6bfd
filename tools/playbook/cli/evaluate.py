"""`playbook evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from playbook.cli.progress import progress
from playbook.normalise.evaluate import Miss, Scores, details, run_gold, score, table
from playbook.normalise.gold import find_gold, read_gold


@click.command(name="evaluate")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GOLD...")
@click.option("--misses", "show", is_flag=True, help="List every line that came out otherwise.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(gold: tuple[Path, ...], show: bool, form: str) -> int:
    """Measure the normaliser against annotated articles.

    GOLD is a `.gold` file or a folder of them: articles with a label before each line.
    Printed are precision, recall and F1 of each label and facet, and a row per language.

    \b
    Examples:
      playbook evaluate tests/gold
      playbook evaluate tests/gold/work --misses

    \b
    Exit status: 0 measured, 2 wrong use or nothing to measure.
    """
    paths = [path for given in gold for path in find_gold(given)]
    by_language: dict[str, Scores] = {}
    whole = Scores()
    misses: list[Miss] = []
    with progress("Evaluating", len(paths)) as tell:
        for path in paths:
            tell(path.name)
            entry = read_gold(path)
            own = by_language.setdefault(entry.language, Scores())
            misses += score(entry, run_gold(entry), (own, whole))
    rows = {name: by_language[name] for name in sorted(by_language)} | {"all": whole}
    if form == "json":
        click.echo(json.dumps({name: _json(entry) for name, entry in rows.items()}))
        return 0
    click.echo(f"{table(rows)}\n\n{details(whole)}")
    if show:
        for miss in misses:
            click.echo(
                f"{miss.article}:{miss.n}: {miss.what} {miss.got}, "
                f"expected {miss.expected}: {miss.text[:90]}"
            )
    return 0


def _json(scores: Scores) -> dict[str, object]:
    return {
        "articles": scores.articles,
        "kept_f1": round(scores.kept.f1, 4),
        "facet_accuracy": round(scores.facet_accuracy, 4),
        "archetype_accuracy": round(scores.archetype_accuracy, 4),
        "invented": scores.invented,
        "labels": {n: round(c.f1, 4) for n, c in sorted(scores.labels.items())},
        "facets": {n: round(c.f1, 4) for n, c in sorted(scores.facets.items())},
    }
