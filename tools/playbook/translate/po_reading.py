"""A PO file as data; what is wrong with it as one error with its line."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from playbook.errors import PlaybookError
from playbook.library.text_file import read_text
from playbook.model.paths import LANGUAGE_PATTERN
from playbook.translate.po import BASE

_LINE = re.compile(
    r"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s)?\s*"
    r'"(?:[^"\\]|\\.)*"\s*)?'
)
_LANGUAGE = re.compile(r'"Language: *(\S.*?) *\\n"')
_WAY_OUT = "Export it anew, or mend the line; nothing was written."


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One message of a PO file."""

    context: str
    original: str
    text: str
    fuzzy: bool
    base: str
    """Hash of the translation when the file was exported, "" for none."""
    line: int


def read_catalog(path: Path) -> tuple[str, tuple[PoEntry, ...]]:
    """The language of a PO file and its messages.

    Raises PlaybookError when it is no PO file, or not one of ours.
    """
    text, problem = read_text(path)
    if text is None:
        assert problem is not None
        raise PlaybookError(problem.message, path=path, way_out=problem.fix)
    _refuse_broken_lines(text, path)
    _refuse_bad_language(text, path)
    try:
        catalog = read_po(io.BytesIO(text.encode()), abort_invalid=True)
    except PoFileError as error:
        line = error.lineno + 1 if error.lineno is not None and error.lineno >= 0 else None
        found = error.line.strip() if isinstance(error.line, str) else None
        raise PlaybookError(
            f"not a PO file: {error}", path=path, line=line, found=found, way_out=_WAY_OUT
        ) from error
    except (ValueError, LookupError, SyntaxError) as error:
        raise PlaybookError(f"not a PO file: {error}", path=path, way_out=_WAY_OUT) from error
    lang = (catalog.locale_identifier or "").replace("_", "-")
    if not lang:
        raise PlaybookError(
            "the file does not say its language",
            path=path,
            way_out='Its header needs a line "Language: fi\\n".',
        )
    return lang, tuple(_entries(catalog, path))


def _refuse_broken_lines(text: str, path: Path) -> None:
    """A quote that is not closed would be read with a letter missing."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not _LINE.fullmatch(line):
            raise PlaybookError(
                "not a line of a PO file", path=path, line=number, found=line, way_out=_WAY_OUT
            )


def _refuse_bad_language(text: str, path: Path) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LANGUAGE.fullmatch(line)
        if match and not LANGUAGE_PATTERN.fullmatch(match[1].replace("_", "-")):
            raise PlaybookError(
                "not a language to translate into",
                path=path,
                line=number,
                found=match[1],
                way_out="Write a language code, like fi or pt-BR; nothing was written.",
            )


def _entries(catalog: Catalog, path: Path) -> Iterator[PoEntry]:
    for message in catalog:
        if not message.id:
            continue
        if not isinstance(message.id, str) or not isinstance(message.string, str):
            raise PlaybookError(
                "a message with plural forms, which none of ours has",
                path=path,
                line=message.lineno,
                way_out=_WAY_OUT,
            )
        yield PoEntry(
            context=str(message.context or ""),
            original=message.id,
            text=message.string,
            fuzzy=message.fuzzy,
            base=_base(message),
            line=message.lineno or 1,
        )


def _base(message: Message) -> str:
    for comment in message.auto_comments:
        if comment.startswith(BASE):
            return str(comment.removeprefix(BASE).strip())
    return ""
