"""Bytes → text: size limits, encoding, lines.  What is no text is refused."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from playbook.errors import PlaybookError

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 1_000_000
STDIN = "-"

_DETECT_BYTES = 262_144
"""An encoding shows in the first quarter of a megabyte; detection is slow beyond it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Longest first: the UTF-16 mark begins the UTF-32 one."""

_ENDIAN = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.02
"""Text may hold a stray control character; a program or picture is full of them."""
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Article:
    """A decoded source."""

    name: str
    path: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    """Without their ends; only LF, CR LF and CR end a line."""


def read_article(path: str) -> Article:
    """Read a file, or standard input for `-`.

    Raises PlaybookError for what is missing, unreadable, too big, binary or undecodable.
    """
    data = _stdin() if path == STDIN else _file(path)
    name = "stdin" if path == STDIN else Path(path).name
    return decode_article(data, name=name, path=path)


def decode_article(data: bytes, *, name: str, path: str) -> Article:
    """Decode bytes that were read from `path`."""
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise PlaybookError("the file is empty", path=path, way_out="Give an article with text.")
    if len(data) > MAX_BYTES:
        raise _too_big(path)
    text, encoding = _decode(data, path)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > max(8, len(text) * _CONTROL_SHARE):
        raise _binary(path)
    if not text.strip():
        raise PlaybookError("the file is empty", path=path, way_out="Give an article with text.")
    lines = tuple(_LINE_END.split(text))
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise PlaybookError(
                f"the line is {len(line):,} characters long, the limit is {MAX_LINE:,}",
                path=path,
                line=number,
                way_out="Break the line, or check that this is an article.",
            )
    digest = hashlib.sha256(data).hexdigest()
    return Article(name=name, path=path, sha256=digest, encoding=encoding, lines=lines)


def _file(path: str) -> bytes:
    try:
        mode = Path(path).stat()
        if stat.S_ISDIR(mode.st_mode):
            raise PlaybookError(
                "this is a folder, not a file", path=path, way_out="Name the articles in it."
            )
        if not stat.S_ISREG(mode.st_mode):
            raise PlaybookError(
                "this is not an ordinary file", path=path, way_out="Save the article to a file."
            )
        if mode.st_size > MAX_BYTES:
            raise _too_big(path)
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise PlaybookError("no such file", path=path, way_out="Check the name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PlaybookError(
            f"cannot be read: {reason}", path=path, way_out="Check its name and permissions."
        ) from None


def _stdin() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_big(STDIN)
    return data


def _decode(data: bytes, path: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(_ENDIAN[mark]), encoding
            except UnicodeDecodeError as error:
                raise _undecodable(data, error, encoding, path) from None
    if wide := _wide_encoding(data):
        try:
            return data.decode(wide), wide
        except UnicodeDecodeError:
            raise _binary(path) from None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        fault = error
    if _nearly_utf8(data):
        raise _undecodable(data, fault, "utf-8", path)
    declared = _META_CHARSET.search(data[:4096])
    if declared:
        try:
            codec = codecs.lookup(declared[1].decode("ascii"))
            if codec.name != "utf-8":
                return data.decode(codec.name), codec.name
        except (LookupError, UnicodeDecodeError, TypeError):
            pass
    if b"\0" in data:
        raise _binary(path)
    best = from_bytes(data[:_DETECT_BYTES]).best()
    if best is not None:
        try:
            return data.decode(best.encoding), best.encoding.replace("_", "-")
        except UnicodeDecodeError:
            pass
    raise _undecodable(data, fault, "utf-8", path)


def _nearly_utf8(data: bytes) -> bool:
    """UTF-8 with damage: many multi-byte letters decode, few bytes do not."""
    text = data[:_DETECT_BYTES].decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    letters = sum(1 for c in text if ord(c) > 0x7F and c != "\ufffd")
    return letters > 20 * faults


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text and of blanks is zero."""
    head = data[:2048]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 < len(head) or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _too_big(path: str) -> PlaybookError:
    return PlaybookError("the file is over 64 MB", path=path, way_out="Split it into articles.")


def _binary(path: str) -> PlaybookError:
    return PlaybookError(
        "the file is binary, not text",
        path=path,
        way_out="Save the article as text, Markdown or HTML.",
    )


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str, path: str) -> PlaybookError:
    line = data.count(b"\n", 0, error.start) + 1
    return PlaybookError(
        f"cannot be decoded as text: byte 0x{data[error.start]:02x} is not {encoding}",
        path=path,
        line=line,
        way_out="Save the file as UTF-8.",
    )
