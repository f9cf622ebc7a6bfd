"""How long the site takes to build as the knowledge base grows, beside stock Material.

    python -m bench.build --pages 100 1000

Both build the same Markdown: our own pages copied under new ids until there are enough,
in all languages.  Neither draws pictures for previews, which stock Material has none of and
ours keeps from one build to the next.  Stock Material has its search and `navigation.prune`,
as one would set it up.  Printed: seconds of wall time and of processor time (the steadier of
the two on a busy machine), milliseconds of processor a page, the ratio, the largest page.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
LANGUAGES = ("en", "fi", "hi", "ka")
TREE_LINK = re.compile(r"\[([^\]]*)\]\([^)]*trees/[^)]*\)")


@dataclass(frozen=True)
class Built:
    """One build: seconds of wall and processor time, largest page in bytes."""

    seconds: float
    processor: float
    largest: int
    largest_page: str


def grow(target: Path, pages: int) -> int:
    """Write a content folder of about `pages` pages to `target`; returns how many there are.

    The two hand-written trees stay out, links to them become words: the key has to reach
    every archetype, and nobody writes a key to a thousand copies.
    """
    shutil.copytree(CONTENT, target, ignore=shutil.ignore_patterns("trees", ".made-from"))
    for page in target.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(TREE_LINK.sub(r"\1", text), encoding="utf-8")
    originals = sorted(path.stem for path in (CONTENT / "en" / "playbooks").glob("*.md"))
    own = sum(1 for _ in target.rglob("*.md"))
    copies = max(0, (pages - own) // len(LANGUAGES))
    entries: list[str] = []
    for number in range(copies):
        original = originals[number % len(originals)]
        id = f"{original}-{number:05}"
        entries.append(f"  - {{id: {id}, category: conflict, related: [{original}]}}\n")
        for lang in LANGUAGES:
            source = CONTENT / lang / "playbooks" / f"{original}.md"
            text = source.read_text(encoding="utf-8")
            text = re.sub(r"^title: (.*)$", rf"title: \1 {number}", text, count=1, flags=re.M)
            path = target / lang / "playbooks" / f"{id}.md"
            path.write_text(text, encoding="utf-8")
    with (target / "archetypes.yml").open("a", encoding="utf-8") as registry:
        registry.writelines(entries)
    return own + copies * len(LANGUAGES)


def configurations(content: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """The configuration files of ours and of stock Material over `content`."""
    ours = folder / "ours" / "mkdocs.yml"
    ours.parent.mkdir()
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("docs_dir: content", f"docs_dir: {content}")
    brand = folder / "brand"
    shutil.copytree(ROOT / "site_overrides", brand, ignore=shutil.ignore_patterns("share"))
    text = text.replace("site_overrides", str(brand))
    ours.write_text(text, encoding="utf-8")
    yield "ours", ours
    stock = folder / "stock" / "mkdocs.yml"
    stock.parent.mkdir()
    stock.write_text(
        "site_name: Difficult clients\n"
        f"docs_dir: {content}\n"
        "use_directory_urls: false\n"
        "theme:\n  name: material\n  font: false\n  features: [navigation.prune]\n"
        "plugins:\n  - search\n"
        "markdown_extensions:\n  - attr_list\n",
        encoding="utf-8",
    )
    yield "stock Material", stock


def build(configuration: Path, site: Path) -> Built:
    """Build in a process of its own and look at what came out."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", configuration, "-d", site],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        raise SystemExit(f"{configuration}: the build failed\n{done.stderr[-2000:]}")
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    sizes = [(path.stat().st_size, str(path.relative_to(site))) for path in site.rglob("*.html")]
    largest, page = max(sizes)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Built(seconds, processor, largest, page)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--ours-only", action="store_true")
    arguments = parser.parse_args()
    print(f"{'pages':>6} {'engine':<15} {'wall s':>8} {'CPU s':>8} {'ms/page':>8}  largest page")
    for pages in arguments.pages:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            count = grow(folder / "content", pages)
            seconds: dict[str, float] = {}
            for engine, configuration in configurations(folder / "content", folder):
                if arguments.ours_only and engine != "ours":
                    continue
                built = build(configuration, folder / "site" / engine.split()[0])
                seconds[engine] = built.processor
                print(
                    f"{count:>6} {engine:<15} {built.seconds:>8.1f}"
                    f" {built.processor:>8.1f} {built.processor / count * 1000:>8.1f}"
                    f"  {built.largest / 1024:.0f} KB {built.largest_page}",
                    flush=True,
                )
            if len(seconds) == 2:
                ratio = seconds["ours"] / seconds["stock Material"]
                print(f"{count:>6} ours / stock    {ratio:>8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
