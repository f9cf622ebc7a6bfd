"""A content file as text: UTF-8, with or without a byte-order mark, of a sane size."""

from __future__ import annotations

import os
import tempfile
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

    Raises PlaybookError, and leaves the old file, when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _cannot_write(path, error) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
