"""The stages in order: read → blocks → clean → classify → assemble."""

from __future__ import annotations

from collections.abc import Collection

from playbook.normalise.assemble import assemble
from playbook.normalise.blocking import cut_into_blocks
from playbook.normalise.classify import classify
from playbook.normalise.clean.cleaning import clean
from playbook.normalise.columns import restore_tables
from playbook.normalise.cues import Alias
from playbook.normalise.languages import language_of
from playbook.normalise.plainly import part, read_plainly
from playbook.normalise.reading import Article
from playbook.normalise.results import Result
from playbook.normalise.scan import document, scan_all
from playbook.normalise.wrapping import unwrap
from playbook.text import script_of

SCRIPT_SAMPLE = 40_000
"""Characters that tell the script of an article."""


def normalise(
    article: Article,
    *,
    source_id: str,
    language: str = "auto",
    known: Collection[str] = (),
    aliases: tuple[Alias, ...] = (),
) -> Result:
    """One decoded article, normalised.

    `known` are the ids of the registry's archetypes, `aliases` further names of them.
    """
    first, rest = part(cut_into_blocks(article.lines))
    blocks = unwrap(first)
    code = language_of(blocks, language)
    script = script_of(" ".join(block.text for block in blocks)[:SCRIPT_SAMPLE])
    scanned = restore_tables(scan_all(blocks, code, aliases))
    whole = document(scanned, code, script, aliases=aliases)
    cleaned = clean(whole)
    plain = read_plainly(rest, cleaned)
    return assemble(article, source_id, classify(cleaned), known, plain)
