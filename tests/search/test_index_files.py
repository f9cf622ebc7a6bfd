"""The files of an index: same bytes every time, refused when old or cut off."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.search.conftest import documents

from playbook.errors import PlaybookError
from playbook.search import BOOTSTRAP, publish
from playbook.search.bundle import remove_others, write
from playbook.search.documents import Document, Section, read_jsonl
from playbook.search.query import search
from playbook.search.scripts import read_script, script
from playbook.search.stored import StoredIndex


def test_same_documents_give_same_bytes_in_any_order() -> None:
    shuffled = documents()
    random.Random(1).shuffle(shuffled)
    assert publish(documents(), ["en"]) == publish(shuffled, ["en"])


def test_names_carry_hashes_and_texts_stand_apart() -> None:
    files = publish(documents())
    assert BOOTSTRAP in files
    kinds = {name.split("-")[0] for name in files if name != BOOTSTRAP}
    assert kinds == {"engine", "manifest", "lang", "terms", "text", "sections"}
    said = b"Invoices lie unpaid"
    assert all(name.startswith("text-") for name, data in files.items() if said in data)


def test_words_of_pages_that_name_what_people_ask_are_in_smaller_files() -> None:
    chance = random.Random(1)
    said = ["".join(chance.choices("bdfgklmnprstv", k=7)) for _ in range(2000)]
    page = Document("a", "a", "en", "a.html", "A", (Section("s", "S", None, " ".join(said)),))
    asked = replace(page, aliases=("what to ask",))

    def files(document: Document) -> int:
        return sum(name.startswith("terms-") for name in publish([document]))

    assert files(page) >= 2
    assert 2 * files(page) <= files(asked)


def test_the_bootstrap_is_small() -> None:
    assert len(publish(documents())[BOOTSTRAP]) <= 2048


def test_no_file_can_end_a_script_element() -> None:
    content = ["</script><!--", "\u2028"]
    data = script("text-en-0", content)
    assert b"<" not in data
    assert read_script(data)[2] == content


def test_an_old_index_is_refused(tmp_path: Path) -> None:
    write(publish(documents()), tmp_path)
    (manifest,) = tmp_path.glob("manifest-*.js")
    manifest.write_bytes(manifest.read_bytes().replace(b"add(4,", b"add(0,"))
    with pytest.raises(PlaybookError, match="format 0"):
        StoredIndex(tmp_path)


def test_a_truncated_shard_is_named(tmp_path: Path) -> None:
    write(publish(documents()), tmp_path)
    for shard in tmp_path.glob("terms-en-*.js"):
        shard.write_bytes(shard.read_bytes()[:-20])
    with pytest.raises(PlaybookError, match=r"terms-en-0.*cut off"):
        search(StoredIndex(tmp_path), "invoice", "en")


def test_writing_again_removes_files_of_the_earlier_index(tmp_path: Path) -> None:
    write(publish(documents()), tmp_path)
    write(publish(documents()[:3]), tmp_path)
    remove_others(publish(documents()[:3]), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(publish(documents()[:3]))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not a document"),
        ('{"id": "a"}', "'lang' is missing"),
        ("[1]", "not a document"),
    ],
)
def test_a_line_that_is_no_document_is_named(line: str, message: str) -> None:
    good = json.dumps({"id": "a", "group": "a", "lang": "en", "title": "t", "sections": []})
    with pytest.raises(PlaybookError, match=message) as caught:
        list(read_jsonl([good, "", line], "docs.jsonl"))
    assert (caught.value.path, caught.value.line) == ("docs.jsonl", 3)


def test_two_pages_of_a_group_in_one_language_are_refused() -> None:
    line = json.dumps({"id": "a", "group": "a", "lang": "en"})
    with pytest.raises(PlaybookError, match="second page of group 'a'"):
        list(read_jsonl([line, line], "docs.jsonl"))
