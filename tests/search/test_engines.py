"""Whoosh, the shards read by Python, and the browser's program give the same answers."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.search.conftest import documents
from whoosh.index import open_dir

from playbook.search import WHOOSH, browser, store, terminal
from playbook.search.cutting import cut
from playbook.search.documents import Document, Section
from playbook.search.program import scripts
from playbook.search.query import search
from playbook.search.store import build
from playbook.search.stored import StoredIndex
from playbook.search.text_files import PAGES
from playbook.search.whoosh_index import MAKER, MOST_SEGMENTS, WhooshPages
from playbook.text.tokens import tokenise

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
LANGUAGES = ("en", "fi", "hi", "ka", "sv")


def queries(count: int) -> list[dict[str, Any]]:
    """Words of the pages, whole, cut, swapped and mixed, for readers of every language."""
    chance = random.Random(7)
    words = sorted(
        {
            token.text
            for document in documents()
            for text in (document.title, *(s.text for s in document.sections))
            for token in tokenise(text)
        }
    )
    made = []
    for _ in range(count):
        picked = chance.sample(words, chance.randint(1, 3))
        if chance.random() < 0.5:
            at = chance.randrange(len(picked))
            word = picked[at]
            cut = chance.randrange(len(word))
            picked[at] = chance.choice(
                [word[:cut] + word[cut + 1 :], word[:cut] + "a" + word[cut:], word + "ssa"]
            )
        made.append(
            {
                "q": " ".join(picked),
                "lang": chance.choice(LANGUAGES),
                "limit": 10,
                "facet": chance.choice([None, None, "sign"]),
            }
        )
    return made


def from_shards(folder: Path, asked: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    index = StoredIndex(folder)
    return [[r.data() for r in search(index, q["q"], q["lang"], facet=q["facet"])] for q in asked]


def test_whoosh_answers_as_the_shards_do(folder: Path) -> None:
    asked = queries(300)
    found = [results for _, results in terminal.run(folder, asked)]
    assert found == from_shards(folder, asked)


@needs_node
def test_the_browser_answers_as_the_shards_do(folder: Path) -> None:
    asked = queries(600)
    found = [results for _, results in browser.run(folder, asked)]
    assert found == json.loads(json.dumps(from_shards(folder, asked)))


@needs_node
def test_words_are_cut_alike_over_whole_corpora(folder: Path, shared: Path) -> None:
    corpora = sorted((shared / "corpora" / "flores").glob("*.devtest"))
    text = "\n".join(path.read_text("utf-8") for path in corpora)
    program = """
      const { open } = require(process.argv[1]);
      const text = require("node:fs").readFileSync(0, "utf8");
      const words = new Set(open(process.argv[2]).words.tokenise(text).map((t) => t.text));
      process.stdout.write(JSON.stringify([...words].sort()));
    """
    done = subprocess.run(
        ["node", "-e", program, str(scripts() / "node.cjs"), str(folder)],
        input=text, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    ours = {token.text for token in tokenise(text)}
    assert len(ours) > 10_000
    assert set(json.loads(done.stdout)) == ours


def refreshed(folder: Path, pages: list[Document]) -> int:
    return WhooshPages(folder).refresh(pages, cut(pages))


def test_an_index_of_another_program_is_made_anew(tmp_path: Path) -> None:
    pages = [page for page in documents() if page.lang == "en"]
    assert refreshed(tmp_path, pages) == len(pages)
    (tmp_path / MAKER).write_text("an earlier one", "utf-8")
    assert refreshed(tmp_path, pages) == len(pages)
    assert refreshed(tmp_path, pages) == 0


def test_only_changed_pages_are_written_to_whoosh_again(tmp_path: Path) -> None:
    pages = [page for page in documents() if page.lang == "en"]
    assert refreshed(tmp_path, pages) == len(pages)
    assert refreshed(tmp_path, pages) == 0
    changed = replace(pages[0], title="The client who never pays")
    assert refreshed(tmp_path, [changed, *pages[1:]]) == 1
    assert refreshed(tmp_path, pages[1:]) == 1


def test_whoosh_holds_the_words_as_terms(folder: Path) -> None:
    with open_dir(str(folder / WHOOSH / "fi")).reader() as reader:
        terms = {term.decode() for term in reader.lexicon("places")}
        assert {"asiakkaan", "perjantai", "hiljainen"} <= terms
        assert reader.doc_frequency("places", "asiakas") == 2


def test_a_query_starts_without_numpy(folder: Path) -> None:
    program = """
import sys
from pathlib import Path
from playbook.search import terminal
found = terminal.run(Path(sys.argv[1]), [{"q": "invoice", "lang": "en", "limit": 9, "facet": None}])
assert [results for _, results in found][0]
assert "numpy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True)


def test_many_changes_end_in_an_index_made_anew(tmp_path: Path) -> None:
    pages = [page for page in documents() if page.lang == "en"]
    for i in range(MOST_SEGMENTS + 1):
        assert refreshed(tmp_path, [replace(pages[0], title=f"Number {i}"), *pages[1:]])
    assert refreshed(tmp_path, [replace(pages[0], title="More"), *pages[1:]]) == len(pages)


def test_many_pages_in_processes_are_the_same_index(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MANY", 1)
    build(documents(), tmp_path, ["en"])
    for path in folder.glob("*.js"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_whoosh_after_a_change_is_the_same_as_made_anew(tmp_path: Path) -> None:
    pages = documents()
    build(pages[2:], tmp_path / "one", ["en"])
    build(pages, tmp_path / "one", ["en"])
    build(pages, tmp_path / "two", ["en"])
    asked = queries(60)
    one = [results for _, results in terminal.run(tmp_path / "one", asked)]
    assert one == [results for _, results in terminal.run(tmp_path / "two", asked)]


@needs_node
def test_the_engine_under_its_own_tests() -> None:
    tests = Path(__file__).parent / "engine" / "engine.test.cjs"
    done = subprocess.run(["node", "--test", str(tests)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


LOADED = """
const { open } = require(process.argv[1]);
(async () => {
  const engine = open(process.argv[2]);
  const found = await engine.query(process.argv[3], { lang: process.argv[4] });
  console.log(JSON.stringify({ files: engine.loaded, found }));
})();
"""


def loaded(folder: Path, query: str, lang: str) -> tuple[set[str], list[dict[str, Any]]]:
    """Kinds and languages of the files a first query loads, as `text-fi`, and its results."""
    done = subprocess.run(
        ["node", "-e", LOADED, str(scripts() / "node.cjs"), str(folder), query, lang],
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    return {"-".join(name.split("-")[:2]) for name in answer["files"]}, answer["found"]


@needs_node
def test_of_the_language_a_page_was_found_in_no_texts_are_loaded(folder: Path) -> None:
    files, found = loaded(folder, "promise every friday", "fi")
    assert {"terms-en", "sections-en", "text-fi"} <= files
    assert "text-en" not in files
    assert (found[0]["lang"], found[0]["through"]) == ("fi", "en")
    assert found[0]["section"]


@needs_node
def test_sections_of_later_pages_are_found_in_their_file(tmp_path: Path) -> None:
    """Both ends count pages into files alike, also where a language lacks some of them."""
    names = [f"{a}{b}ko" for a in "bdfgklmnprst" for b in "aeiou"][: PAGES + 9]

    def page(lang: str, i: int, said: str) -> Document:
        sections = (Section("a", "A", None, "first"), Section(names[i], "B", "sign", said))
        return Document(f"{lang}/{i}", f"g{i:02}", lang, f"{lang}/{i}.html", lang, sections)

    finnish = [page("fi", i, "hiljaista") for i in range(len(names))]
    english = [page("en", i, name) for i, name in enumerate(names) if i % 5]
    build([*english, *finnish], tmp_path, ["en"])
    for i in (1, PAGES - 1, PAGES + 1, PAGES + 7):
        files, found = loaded(tmp_path, names[i], "fi")
        assert (found[0]["group"], found[0]["section"]) == (f"g{i:02}", names[i])
        assert "sections-en" in files


@needs_node
def test_a_line_in_latin_letters_is_not_looked_for_in_every_language(folder: Path) -> None:
    files, found = loaded(folder, "angarishebi kvirobit gadauxdelia", "ka")
    assert found
    assert "terms-ka" in files
    assert "terms-fi" not in files
