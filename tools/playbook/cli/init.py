"""`playbook init`."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

import click

from playbook import __version__
from playbook.cli.places import shown_path
from playbook.errors import PlaybookError
from playbook.library.text_file import write_texts
from playbook.scaffold import new_knowledge_base

_PACKAGE = "difficult-client-playbooks"


@click.command(name="init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--languages", default="en", show_default=True, help="Codes, the one to translate from first."
)
@click.option("--name", help="Name of the site; the folder's name without it.")
def command(folder: Path, languages: str, name: str | None) -> None:
    """Start a knowledge base on another subject.

    DIR must be empty or not there yet. What is written builds, checks and can be searched
    at once: `make site`, `make test`.

    \b
    Examples:
      playbook init neighbours
      playbook init naapurit --languages fi,sv --name "Hankalat naapurit"

    \b
    Exit status: 0 all well, 2 wrong use or could not run.
    """
    if folder.is_file():
        raise PlaybookError(
            "this is a file, not a folder", path=folder, way_out="Give the name of a new folder."
        )
    if folder.is_dir() and any(folder.iterdir()):
        raise PlaybookError(
            "the folder is not empty",
            path=folder,
            way_out="Give a new one: nothing is overwritten.",
        )
    codes = list(dict.fromkeys(code.strip() for code in languages.split(",") if code.strip()))
    if not codes:
        raise PlaybookError("no language named", way_out="Write --languages en,fi.")
    title = (name or folder.resolve().name).replace('"', "”")
    files = new_knowledge_base(title, codes, _tools())
    write_texts({folder / path: text for path, text in files.items()})
    click.echo(f"{shown_path(folder).as_posix()}: a new knowledge base, in {', '.join(codes)}.")
    click.echo("Next: cd there, then make site", err=True)


def _tools() -> str:
    """What pip installs this program from: a folder, a repository, or its name and version."""
    found = metadata.distribution(_PACKAGE).read_text("direct_url.json")
    if not found:
        return f"{_PACKAGE}[site]=={__version__}"
    direct = json.loads(found)
    url = str(direct["url"])
    if "vcs_info" in direct:
        vcs = direct["vcs_info"]
        url = f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
    return f"{_PACKAGE}[site] @ {url}"
