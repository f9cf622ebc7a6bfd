"""Which program an index was made by: another one may cut and place words otherwise."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


@cache
def made_by() -> str:
    """Hash of the names, sizes and times of what an index depends on, beside its documents.

    Times and not contents, as each `playbook search` asks for it.
    """
    digest = hashlib.sha256()
    for folder in ("search", "text"):
        for path in sorted((_PACKAGE / folder).rglob("*")):
            if "__pycache__" not in path.parts and path.is_file():
                status = path.stat()
                name = path.relative_to(_PACKAGE).as_posix()
                digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
