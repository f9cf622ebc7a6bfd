"""The files of an index for the browser: manifest, languages, words, pages, texts, program.

    playbook-search.js       bootstrap, the one file with a fixed name; knows the manifest's
    engine-<hash>.js         the program
    manifest-<hash>.js       languages, groups, tables for folding and cutting
    lang-<code>-<hash>.js    directory of a language's shards, its rules, lengths of its pages
    terms-<code>-<n>-<hash>.js   words and postings (see `lexicon`)
    text-<code>-<n>-<hash>.js    what is shown of pages: address, title, sections and what they say

Every file is a classic script that hands its content to `playbookSearch.add(format, name,
content)`; the name is the file's without its hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playbook.search import BOOTSTRAP
from playbook.search.analysis import Analysed, analyse
from playbook.search.documents import FACETS, Document
from playbook.search.lexicon import Shard, collect, shards
from playbook.search.packing import pack_numbers, swaps
from playbook.search.rules import rule_data
from playbook.text.fold import unicode_data
from playbook.text.language import language
from playbook.text.romanise import ROUTE_CLASSES, ROUTE_LENGTH, romanisation

# Raised whenever a reader of the former format would misread the new one.
FORMAT = 1

# Characters of text in one `text-` file, unless one page has more.
TEXT_SIZE = 2500

# Files that share a hash, and the hash's letters.
FILE_BLOCK, HASH = 8, 8

# Length of a page in sixteenths of the language's average, and the longest that counts.
NORM, LONGEST = 16, 44


@dataclass(frozen=True)
class Indexed:
    """One language, cut into the content of files."""

    code: str
    shards: list[Shard]
    directory: dict[str, Any]
    texts: list[Any]


def group_numbers(documents: Iterable[Document]) -> dict[str, int]:
    """Groups in the order of their ids, the same for all languages."""
    return {group: i for i, group in enumerate(sorted({d.group for d in documents}))}


def index_language(code: str, documents: Sequence[Document], groups: dict[str, int]) -> Indexed:
    """Index the documents of one language."""
    ordered = sorted(documents, key=lambda d: groups[d.group])
    analysed: list[tuple[int, Document, Analysed]] = [
        (groups[d.group], d, analyse(d)) for d in ordered
    ]
    postings = collect(((number, page) for number, _, page in analysed), code)
    cut = shards(postings, code)
    pairs = swaps("".join(shard.words for shard in cut))
    texts, starts = _text_files(analysed)
    tables = romanisation(code)
    directory = {
        "code": code,
        "script": language(code).script,
        "routes": [shard.first for shard in cut],
        "starts": pack_numbers(b - a for a, b in pairwise([0, *starts])),
        "fileBlock": FILE_BLOCK,
        "norms": _norms(analysed, len(groups)),
        "swaps": pairs,
        "stopWords": " ".join(sorted(language(code).stop_words)),
        "rules": rule_data(code),
        "romanisation": tables.data() if tables else None,
    }
    return Indexed(code, [shard.swapped(pairs) for shard in cut], directory, texts)


def _norms(analysed: Sequence[tuple[int, Document, Analysed]], groups: int) -> str:
    """A number a group: 0 where the language lacks it, else its page's length."""
    total = sum(page.length for _, _, page in analysed) or 1
    norms = [0] * groups
    for number, _, page in analysed:
        relative = page.length * NORM * len(analysed) // total
        norms[number] = min(LONGEST, max(1, relative))
    return pack_numbers(norms)


def _text_files(
    analysed: Sequence[tuple[int, Document, Analysed]],
) -> tuple[list[Any], list[int]]:
    files: list[list[Any]] = []
    starts: list[int] = []
    size = TEXT_SIZE
    for number, d, page in analysed:
        grown = sum(len(section.text) for section in d.sections)
        if size + grown > TEXT_SIZE:
            files.append([])
            starts.append(number)
            size = 0
        files[-1].append(
            [number, d.id, d.group, d.url, d.title]
            + [
                [s.id, s.heading, FACETS.index(s.facet), start, s.text]
                for s, start in zip(d.sections, page.starts, strict=True)
            ]
        )
        size += grown
    return files, starts


def bundle(
    documents: Sequence[Document], program: dict[str, str], order: Sequence[str] = ()
) -> dict[str, bytes]:
    """All files of an index, file name → content.

    `program` holds `bootstrap` and `engine`; `order` ranks languages, the rest follow by code.
    """
    groups = group_numbers(documents)
    by_language: dict[str, list[Document]] = {}
    for document in documents:
        by_language.setdefault(document.lang, []).append(document)
    codes = [c for c in order if c in by_language]
    codes += sorted(c for c in by_language if c not in codes)

    files: dict[str, bytes] = {}
    names = {}
    for code in codes:
        indexed = index_language(code, by_language[code], groups)
        directory = dict(indexed.directory)
        for kind, contents in (
            ("terms", [shard.content() for shard in indexed.shards]),
            ("text", indexed.texts),
        ):
            directory[kind] = "".join(_add_all(files, f"{kind}-{code}", contents))
        names[code] = _add(files, f"lang-{code}", directory)

    tables = unicode_data()
    manifest = {
        "format": FORMAT,
        "groups": len(groups),
        "languages": [
            {
                "code": code,
                "script": language(code).script,
                "romanised": romanisation(code) is not None,
                "hash": names[code],
            }
            for code in codes
        ],
        "facets": list(FACETS),
        "unicode": {k: v for k, v in tables.items() if k != "source"},
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
        .encode()
    )
    return files


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


def script(name: str, content: Any) -> bytes:
    """A classic script that hands `content` over."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # Line ends of JavaScript that JSON allows inside strings, and what could end a script element.
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return f'playbookSearch.add({FORMAT},"{name}",{body})\n'.encode()


def read_script(data: bytes) -> tuple[int, str, Any]:
    """(format, name, content) of a file made by `script`."""
    text = data.decode()
    opening, closing = "playbookSearch.add(", ")\n"
    if not text.startswith(opening) or not text.endswith(closing):
        raise ValueError("not a whole file of a search index")
    number, name, body = text[len(opening) : -len(closing)].split(",", 2)
    return int(number), json.loads(name), json.loads(body)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:HASH]


def write(files: dict[str, bytes], directory: Path) -> None:
    """Write the files of an index; files of an earlier one are removed last."""
    directory.mkdir(parents=True, exist_ok=True)
    stale = {p.name for p in directory.iterdir() if p.is_file() and p.suffix == ".js"} - set(files)
    for name in sorted(files, key=lambda n: n == BOOTSTRAP):
        path = directory / name
        if not path.exists() or path.read_bytes() != files[name]:
            path.write_bytes(files[name])
    for name in sorted(stale):
        (directory / name).unlink()
