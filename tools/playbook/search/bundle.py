"""The files of an index for the browser: manifest, languages, words, pages, texts, program.

    playbook-search.js       bootstrap, the one file with a fixed name; knows the manifest's
    engine-<hash>.js         the program
    manifest-<hash>.js       languages, groups, tables for folding and cutting
    lang-<code>-<hash>.js    directory of a language's shards, its rules, lengths of its pages
    terms-<code>-<n>-<hash>.js   words and postings (see `lexicon`)
    text-<code>-<n>-<hash>.js    what is shown of pages: address, title, sections and what they
                                 say (see `text_files`)
    sections-<code>-<n>-<hash>.js    where the sections of pages stand

Every file is a classic script that hands its content to `playbookSearch.add(format, name,
content)`; the name is the file's without its hash.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playbook.search import BOOTSTRAP
from playbook.search.analysis import NORM
from playbook.search.cutting import Words, cut
from playbook.search.documents import FACETS, Document
from playbook.search.lexicon import Shard, shards
from playbook.search.packing import pack_numbers
from playbook.search.pages import at_hand
from playbook.search.rules import pack_rules, rule_data
from playbook.search.scripts import FORMAT, HASH, script
from playbook.search.shown import exchange
from playbook.search.synonyms import synonym_keys
from playbook.search.text_files import section_files, text_files
from playbook.text.fold import unicode_data
from playbook.text.language import language
from playbook.text.romanise import ROUTE_CLASSES, ROUTE_LENGTH, romanisation

# Files that share a hash.
FILE_BLOCK = 8

# The longest page that counts, in parts of the average (see NORM).
LONGEST = 44


Also = Callable[[Words], object]


@dataclass(frozen=True)
class Indexed:
    """One language, cut into the content of files."""

    code: str
    shards: list[Shard]
    directory: dict[str, Any]
    texts: list[Any]
    sections: list[Any]


def index_language(
    code: str, documents: Sequence[Document], groups: Mapping[str, int], also: Also | None = None
) -> Indexed:
    """Index the documents of one language, ordered by group.

    `also` is given the words of the pages, for another index of the same.
    """
    words = cut(documents)
    numbers = [groups[document.group] for document in documents]
    if also is not None:
        also(words)
    synonyms = synonym_keys(code, words.forms)  # asks for all keys: those of the words, too
    made, codes = shards(words, code, any(document.aliases for document in documents))
    tables = romanisation(code)
    exchanged = exchange(codes["spelling"]["letters"]) if tables else {}
    texts, firsts = text_files(documents, numbers, words.starts, exchanged)
    directory = {
        "code": code,
        "script": language(code).script,
        "routes": [shard.first for shard in made],
        "starts": pack_numbers(b - a for a, b in pairwise([0, *firsts])),
        "fileBlock": FILE_BLOCK,
        "norms": _norms(dict(zip(numbers, words.lengths, strict=True)), len(groups)),
        "firsts": pack_numbers(starts[0] for starts in words.starts),
        "ends": pack_numbers(starts[-1] for starts in words.starts),
        **codes,
        "stopWords": " ".join(sorted(language(code).stop_words)).translate(exchanged),
        "rules": pack_rules(rule_data(code)).translate(exchanged),
        "synonyms": synonyms.translate(exchanged),
        "romanisation": tables.data() if tables else None,
    }
    return Indexed(code, made, directory, texts, section_files(documents, words.starts))


def _norms(lengths: Mapping[int, int], groups: int) -> str:
    """A number a group: 0 where the language lacks it, else its page's length."""
    total = sum(lengths.values()) or 1
    norms = [0] * groups
    for number, length in lengths.items():
        norms[number] = min(LONGEST, max(1, length * NORM * len(lengths) // total))
    return pack_numbers(norms)


def bundle(
    documents: Sequence[Document], program: dict[str, str], order: Sequence[str] = ()
) -> dict[str, bytes]:
    """All files of an index, file name → content.

    `program` holds `bootstrap` and `engine`; `order` ranks languages, the rest follow by code.
    """
    pages = at_hand(documents, order)
    files: dict[str, bytes] = {}
    hashes: dict[str, str] = {}
    for code in pages.sizes:
        of_language, hashes[code] = language_files(code, pages.documents(code), pages.groups)
        files.update(of_language)
    return files | shared_files(hashes, len(pages.groups), program)


def language_files(
    code: str, documents: Sequence[Document], groups: Mapping[str, int], also: Also | None = None
) -> tuple[dict[str, bytes], str]:
    """The files of one language, and the hash of its directory's."""
    files: dict[str, bytes] = {}
    indexed = index_language(code, documents, groups, also)
    directory = dict(indexed.directory)
    for kind, contents in (
        ("terms", [shard.content() for shard in indexed.shards]),
        ("text", indexed.texts),
        ("sections", indexed.sections),
    ):
        directory[kind] = "".join(_add_all(files, f"{kind}-{code}", contents))
    return files, _add(files, f"lang-{code}", directory)


def shared_files(
    hashes: Mapping[str, str], groups: int, program: Mapping[str, str]
) -> dict[str, bytes]:
    """The files all languages share: program, manifest, bootstrap; `hashes` by language."""
    files: dict[str, bytes] = {}
    manifest = {
        "format": FORMAT,
        "groups": groups,
        "languages": [
            {
                "code": code,
                "script": language(code).script,
                "romanised": romanisation(code) is not None,
                "hash": digest,
            }
            for code, digest in hashes.items()
        ],
        "facets": list(FACETS),
        "unicode": _unicode(),
        "routes": {"length": ROUTE_LENGTH, "classes": ROUTE_CLASSES},
    }
    digest = _add(files, "manifest", manifest)
    engine = program["engine"].encode()
    engine_name = f"engine-{_hash(engine)}.js"
    files[engine_name] = engine
    files[BOOTSTRAP] = (
        program["bootstrap"]
        .replace('"@engine"', json.dumps(engine_name))
        .replace('"@manifest"', json.dumps(f"manifest-{digest}.js"))
        .replace('"@languages"', json.dumps(dict(hashes), separators=(",", ":")))
        .encode()
    )
    return files


def _unicode() -> dict[str, Any]:
    """`data/unicode.json` with its ranges as packed numbers, each counted from the one before:
    borders of the classes of letters; first, count, step and way of each run that is folded."""
    tables = {part: value for part, value in unicode_data().items() if part != "source"}
    word, runs = tables["word"], tables["fold"]
    before = 0
    fold: list[int] = []
    for first, count, step, way in zip(runs[::4], runs[1::4], runs[2::4], runs[3::4], strict=True):
        fold += (first - before, count, step, 2 * way if way >= 0 else -2 * way - 1)
        before = first
    gaps = (b - a for a, b in pairwise((0, *word)))
    return tables | {"word": pack_numbers(gaps), "fold": pack_numbers(fold)}


def _add_all(files: dict[str, bytes], name: str, contents: Sequence[Any]) -> Iterator[str]:
    """Add numbered files; the hash of each block of them, which all of the block carry.

    A hash a file would make a language's directory grow faster than anything else in it.
    """
    for start in range(0, len(contents), FILE_BLOCK):
        names = [f"{name}-{start + i}" for i in range(len(contents[start : start + FILE_BLOCK]))]
        block = [script(n, c) for n, c in zip(names, contents[start:], strict=False)]
        digest = _hash(b"".join(block))
        files.update({f"{n}-{digest}.js": data for n, data in zip(names, block, strict=True)})
        yield digest


def _add(files: dict[str, bytes], name: str, content: Any) -> str:
    """Add a file; its hash, eight characters of SHA-256."""
    data = script(name, content)
    digest = _hash(data)
    files[f"{name}-{digest}.js"] = data
    return digest


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:HASH]


def write(files: Mapping[str, bytes], directory: Path) -> None:
    """Write files that are not there yet as they should be, the bootstrap last."""
    directory.mkdir(parents=True, exist_ok=True)
    with os.scandir(directory) as present:
        sizes = {entry.name: entry.stat().st_size for entry in present if entry.name in files}
    for name in sorted(files, key=lambda n: n == BOOTSTRAP):
        # A name with a hash is the same content; the size tells of a file that was cut off.
        if sizes.get(name) != len(files[name]) or name == BOOTSTRAP:
            (directory / name).write_bytes(files[name])


def remove_others(names: Iterable[str], directory: Path) -> None:
    """Remove the files of an earlier index."""
    present = {p.name for p in directory.iterdir() if p.is_file() and p.suffix == ".js"}
    for name in sorted(present - set(names)):
        (directory / name).unlink()
