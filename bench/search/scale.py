"""Cost of searching and of building, on FLORES and on 400 and 4,000 pages, beside Pagefind."""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.search import cost
from bench.search.corpus import FILES, Document, find_flores, read_flores
from bench.search.engines.base import EngineMissing
from bench.search.engines.chromium import chromium
from bench.search.engines.material import Material
from bench.search.engines.ours import Ours
from bench.search.engines.pagefind import Pagefind
from bench.search.synthetic import make_pages
from bench.search.words import words

GROUPS = (100, 1000)
QUERIES = 40
KIB = 1024


def queries_for(documents: Sequence[Document], lang: str, count: int = QUERIES) -> list[str]:
    """Two words of one page each, as a reader would look for it."""
    source = random.Random(f"queries/{lang}")
    own = [document for document in documents if document.lang == lang]
    chosen = source.choices(own, k=count)
    pairs = [[w for w in dict.fromkeys(words(d.text)) if len(w) > 4] for d in chosen]
    return [" ".join(source.sample(pair, 2)) for pair in pairs]


def compare(name: str, documents: Sequence[Document], with_material: bool) -> None:
    """Build both engines' indexes of `documents` and print what they cost."""
    print(f"\n{name}: {len(documents)} pages\n")
    with tempfile.TemporaryDirectory(prefix="bench-scale-") as scratch:
        folders = {part: Path(scratch) / part for part in ("ours", "pagefind", "material")}
        for folder in folders.values():
            folder.mkdir()
        us, them = Ours(), Pagefind()
        for engine, folder in ((us, folders["ours"]), (them, folders["pagefind"])):
            built = engine.build(documents, folder)
            print(f"{engine.name}: built in {built}")
        mine, theirs = cost.ours(folders["ours"] / "index"), cost.pagefind(them.site)
        plain, full = cost.index_bytes(mine.folder)
        print(f"ours: whole index {plain / KIB:.0f} KB gz, with texts {full / KIB:.0f} KB gz")
        if with_material:
            material = Material()
            material.build(documents, folders["material"])
            size = cost.material_bytes(material.site)
            print(f"{material.name}: first search {size / KIB:.0f} KB")
        print(
            "\n| | first search, KB | requests | ms | next p95, ms | next p95, CPU ÷ 4, ms |"
            "\n|---|---|---|---|---|---|"
        )
        with chromium() as browser:
            for lang in FILES:
                asked = queries_for(documents, lang)
                for site in (mine, theirs):
                    found = cost.measure(browser, site, lang, asked)
                    print(
                        f"| {lang} {site.name} | {found.first.bytes / KIB:.1f}"
                        f" | {found.first.requests} | {found.first.milliseconds:.0f}"
                        f" | {found.next_p95:.1f} | {found.next_p95_slow:.1f} |"
                    )


def main(given: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.search.scale", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="folder that holds flores/")
    parser.add_argument("--groups", type=int, nargs="*", default=list(GROUPS))
    chosen = parser.parse_args(given)
    flores = find_flores(chosen.corpora)
    if flores is None:
        print("Search cost: skipped, FLORES is not there (--corpora DIR or PLAYBOOK_CORPORA).")
        return 0
    documents = read_flores(flores)
    try:
        compare("FLORES", documents, with_material=True)
        for groups in chosen.groups:
            compare(f"{groups} groups", make_pages(documents, groups), with_material=False)
    except EngineMissing as missing:
        print(f"Left out: {missing}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
