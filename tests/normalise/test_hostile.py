"""Input that an attacker, a broken scraper or a careless hand may give.

Every kind ends in a result with every line accounted for, or in one error line that names
the file; never in a traceback.  Sizes are cut to what a test run can bear; the benchmark
runs the full ones.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.errors import PlaybookError
from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import MAX_BYTES, decode_article, read_article
from playbook.normalise.sources import expand

TEXT = "Hard clients\n\nThe angry client never listens, and he yells at everyone.\n"
KA = "რთული კლიენტი\n\nეს კლიენტი ყვირის და არავის უსმენს, ამიტომ მასთან მუშაობა ძნელია.\n"
N = 4_000

READABLE: dict[str, bytes] = {
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "two marks": codecs.BOM_UTF8 * 2 + TEXT.encode(),
    "utf-16 little": TEXT.encode("utf-16"),
    "utf-16 big": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 little, no mark": TEXT.encode("utf-16-le"),
    "utf-16 big, no mark": TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
    "georgian utf-16": KA.encode("utf-16"),
    "windows-1251": ("Трудный клиент кричит и никого не слушает. " * 20).encode("cp1251"),
    "latin-1": ("Määräykset eivät päde, sanoi hankala asiakas. " * 20).encode("latin-1"),
    "declared in a meta tag": '<meta charset="windows-1251"><p>Трудный клиент кричит.</p>'.encode(
        "cp1251"
    ),
    "declared and unknown": b'<meta charset="x-none"><p>Hard client yells.</p>',
    "crlf": TEXT.replace("\n", "\r\n").encode(),
    "cr": TEXT.replace("\n", "\r").encode(),
    "mixed line ends": b"one\rtwo\r\nthree\n\rfour",
    "unicode line ends": "one\u2028two\u2029three\x85four".encode(),
    "form feeds and tabs": b"a\x0cb\x0bc\td",
    "one line without an end": b"Hard clients",
    "only blank lines and a word": b"\n" * N + b"word",
    "stray control characters": b"Hard \x01\x02 clients " + TEXT.encode() * 5,
    "zero-width characters": "Ha\u200brd cli\u200dents\u2060 ne\ufeffver".encode(),
    "right-to-left marks": "\u202eHard\u202c clients \u2066never\u2069 answer".encode(),
    "arabic": "عميل صعب لا يرد على الرسائل أبداً".encode(),
    "combining marks": ("a" + "\u0301" * N).encode(),
    "stacked combining marks": ("a\u0301\u0316\u0334" * N).encode(),
    "joiners": ("क\u200d" * N).encode(),
    "emoji families": ("👨\u200d👩\u200d👧\u200d👦 " * N).encode(),
    "private use": ("\ue000\U000f0000" * 200).encode(),
    "unassigned": "\u0378\U0003ffff client".encode(),
    "noncharacters": "\ufdd0\ufffe client".encode(),
    "georgian capitals": "ᲠᲗᲣᲚᲘ ᲙᲚᲘᲔᲜᲢᲘ".encode(),
    "turkish capitals": "İstanbul <SCRIPT>x</SCRIPT> müşteri".encode(),
    "letters of other widths": "Ｈａｒｄ ｃｌｉｅｎｔｓ".encode(),
    "one long word": b"a" * N * 10,
    "one long line": TEXT.replace("\n", " ").encode() * 400,
    "many lines": b"line of text number one\n" * N,
    "many headings": b"# H\n\n" * N,
    "many tables of contents": b"Table of contents\n\nEntry\n\n" * 400,
    "a long table of contents": b"Table of contents\n" + b"- Section of it\n" * N,
    "stars": b"*" * N * 10,
    "open emphasis": b"*a " * N,
    "underscores": b"_a" * N,
    "brackets": b"[" * N * 10,
    "half links": b"[a](" * N,
    "half pictures": b"![a](" * N,
    "backquotes": b"`" * N + b"``` a",
    "an open fence": b"```\n" + TEXT.encode(),
    "pipes": b"|a" * N,
    "tabs": b"a\t" * N,
    "dashes": b"- " * N,
    "numbers": b"1." * N,
    "quote marks": b">" * N * 10,
    "deep quotes": b"> " * N + b"text",
    "deep lists": b"".join(b" " * (i % 400) + b"- item\n" for i in range(N)),
    "less-than signs": b"<" * N * 10,
    "open tags": b"<a " * N,
    "open tags with quotes": b"<a '" * N,
    "nested elements": b"<html><body>" + b"<div>" * N + b"text" + b"</div>" * N,
    "nested lists": b"<html><body>" + b"<ul><li>" * N + b"text",
    "nested tables": b"<html><body>" + b"<table><tr><td>" * N + b"text",
    "unclosed comment": b"<p>Hard client</p><!-- " + b"x" * N,
    "many comments": b"<!--" * N,
    "unclosed script": b"<p>Hard client</p><script>var a = 1;",
    "closing tags only": b"</p></div>" * N,
    "references": b"&amp;" * N,
    "half references": b"&" * N * 10,
    "huge references": b"&#99999999999;&#xFFFFFFFF;&#0; client",
    "attributes": b"<p " + b"a=b " * N + b">Hard client</p>",
    "null element names": b"<>< ></><p>Hard client",
    "yaml bomb": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: x\n---\n" + TEXT.encode(),
    "front matter without an end": b"---\ntitle: x\n" + TEXT.encode(),
    "front matter that is no yaml": b"---\n: : : {[\n---\n" + TEXT.encode(),
    "a front matter of objects": b"---\n!!python/object/apply:os.system ['x']\n---\n"
    + TEXT.encode(),
    "regex traps": b"a" * 60 + b"!" + b" aaaa" * N + b"!!!!",
    "sentences": b"a. " * N,
    "dots": b"." * N * 10,
    "halves of words": ("diffi spam here cult word\n" * 400).encode(),
    "georgian halves": ("კლიენ სპამი ტი " * 800).encode(),
    "attribute braces": b'Client {#id .x cite="ka-1:1"}\n\nHe yells {.proposed} at {name}.\n',
    "a path as title": b"# ../../etc/passwd\n\n" + TEXT.encode(),
}

REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n\t\r\n ", "empty"),
    "a mark alone": (codecs.BOM_UTF8, "empty"),
    "no-break blanks": ("\u00a0\u3000\n".encode(), "empty"),
    "zeros": (b"\0" * 100, "binary"),
    "text with a zero": (b"Hard\0 clients and more of them", "binary"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
    "a zip": (b"PK\x03\x04" + bytes(range(256)) * 8, "binary"),
    "damaged utf-8": (KA.encode() * 9 + b"\xff" + KA.encode() * 9, "cannot be decoded"),
    "half utf-16": (codecs.BOM_UTF16_LE + b"a\0b", "cannot be decoded"),
    "a line too long": (b"a" * 1_000_001, "characters long"),
}


@pytest.mark.parametrize("kind", sorted(READABLE))
def test_read_and_accounted_for(kind: str) -> None:
    article = decode_article(READABLE[kind], name="x.txt", path="x.txt")
    result = normalise(article, source_id="x")
    assert [line.n for line in result.lines] == [
        n for n, raw in enumerate(article.lines, 1) if raw.strip()
    ]
    for line in result.lines:
        raw = article.lines[line.n - 1]
        kept = sum(not c.isspace() for c in line.text)
        removed = sum(not c.isspace() for part in line.removed for c in part)
        assert kept + removed == sum(not c.isspace() for c in raw)


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_refused_with_a_reason(kind: str) -> None:
    data, reason = REFUSED[kind]
    with pytest.raises(PlaybookError, match=reason) as caught:
        decode_article(data, name="x.txt", path="some/x.txt")
    said = str(caught.value)
    assert said.startswith("some/x.txt") and "\n" not in said and caught.value.way_out


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


def _fifo(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _locked(path: Path) -> Path:
    path.write_text(TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    return path


def _huge(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    return path


PATHS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda path: path, "no such file"),
    "folder": (_folder, "folder"),
    "link to itself": (_loop, "cannot be read"),
    "pipe": (_fifo, "not an ordinary file"),
    "locked": (_locked, "cannot be read"),
    "too big": (_huge, "over 64 MB"),
    "a zero in the name": (lambda path: Path(f"{path}\0x"), "cannot be read"),
    "a name too long": (lambda path: path.with_name("x" * 400), "cannot be read"),
}


@pytest.mark.parametrize("kind", sorted(PATHS))
def test_files_that_cannot_be_read(kind: str, tmp_path: Path) -> None:
    make, reason = PATHS[kind]
    with pytest.raises(PlaybookError, match=reason):
        read_article(str(make(tmp_path / "article.txt")))


@pytest.mark.parametrize(
    "name", ["-x.txt", "two words.txt", "naïve.md", "რთული.txt", "a'b\"c.html"]
)
def test_odd_names(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(TEXT, "utf-8")
    assert read_article(str(tmp_path / name)).name == name
    assert expand([str(tmp_path)]) == [str(tmp_path / name)]


def test_a_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError, match="no articles"):
        expand([str(tmp_path)])
