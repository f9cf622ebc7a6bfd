"""A content file as text: UTF-8, with or without a byte-order mark, of a sane size."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.model import Place, Problem

MAX_BYTES = 4 * 1024 * 1024
"""Our longest page is under 40 KB; beyond 4 MB a file is not a content page."""


def read_text(path: Path) -> tuple[str | None, Problem | None]:
    """The text of a file, or the problem that it has none."""
    try:
        if path.is_dir():
            return None, _problem("unreadable", "this is a folder, not a file", "Give a file.")
        if path.stat().st_size > MAX_BYTES:
            return None, _problem("unreadable", "the file is over 4 MB", "Split it.")
        raw = path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            return None, _problem("unreadable", "it links to a file that is not there", "Mend it.")
        return None, _problem("missing-file", "the file is missing", "Create it, or mend its name.")
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return None, _problem("unreadable", reason, "Look at its permissions.")
    if not raw.strip():
        return None, _problem(
            "empty-file", "the file is empty", "Write the page, or delete the file."
        )
    if b"\0" in raw:
        return None, _problem("encoding", "the file is binary, not text", "Save it as UTF-8 text.")
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        fix = "Save the file with the encoding UTF-8."
        return None, Problem("encoding", message, Place(line, column), fix)


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step: whoever reads it meets the old text or the new, never half.

    Raises PlaybookError, and leaves the old file, when it cannot be written.
    """
    write_texts({path: text})


def write_texts(texts: Mapping[Path, str]) -> None:
    """Replace several files, all or none: everything is on the disk before the first is replaced.

    Raises PlaybookError, and leaves every file and folder as it was, when one cannot be
    written.  An interruption (Ctrl+C) comes before the first file is replaced or after the last.
    """
    staged: dict[Path, Path] = {}
    made: list[Path] = []
    path = Path()
    try:
        for path, text in texts.items():
            _make_folder(path.parent, made)
            _stage(path, text, staged)
    except BaseException as error:
        for draft in staged:
            draft.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise _cannot_write(path, error) from error
        raise
    _replace(staged)


def _stage(path: Path, text: str, staged: dict[Path, Path]) -> None:
    """Write a draft beside the file, and note it in `staged` before anything is in it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    staged[draft] = path
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _replace(staged: Mapping[Path, Path]) -> None:
    interrupted: KeyboardInterrupt | None = None
    for draft, path in staged.items():
        try:
            draft.replace(path)
        except KeyboardInterrupt as signal:
            interrupted = signal
            if draft.exists():
                draft.replace(path)
        except OSError as error:
            for left in staged:
                left.unlink(missing_ok=True)
            raise _cannot_write(path, error) from error
    if interrupted:
        raise interrupted


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _cannot_write(path: Path, error: OSError) -> PlaybookError:
    reason = error.strerror or "it cannot be written"
    way_out = "Look at the permissions of its folder and the space on the disk."
    return PlaybookError(f"not written: {reason}", path=path, way_out=way_out)


def _problem(code: str, message: str, fix: str) -> Problem:
    return Problem(code, message, Place(1), fix)
