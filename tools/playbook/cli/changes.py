"""Which pages a branch touches: Git's answer, in terms of pages."""

from __future__ import annotations

import subprocess
from collections.abc import Set
from pathlib import Path

from playbook.errors import PlaybookError
from playbook.model import ref_of_path


def changed_groups(folder: Path, revision: str) -> Set[str]:
    """Groups (`playbooks/unresponsive`) and other files below `folder` changed since `revision`.

    Counts committed, uncommitted and new files.  Raises PlaybookError where Git cannot tell.
    """
    if revision.startswith("-"):
        raise PlaybookError("not a revision", found=revision, way_out="Give a branch or commit.")
    changed = _git(folder, "diff", "--name-only", "-z", "--relative", revision, "--", ".")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    paths = [path for path in (changed + new).split("\0") if path]
    return {_group(path) for path in paths}


def is_touched(path: str, shown: Path, touched: Set[str]) -> bool:
    """Whether a finding at `path` is about a page (in any language) that was changed."""
    try:
        inside = Path(path).relative_to(shown).as_posix()
    except ValueError:
        return True
    return _group(inside) in touched


def _group(path: str) -> str:
    ref = ref_of_path(path)
    return ref.group if ref else path


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", *words], cwd=folder, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise PlaybookError(
            "Git is not installed", way_out="Install it, or leave out --changed-since."
        ) from error
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        raise PlaybookError(
            f"Git cannot say what changed: {lines[0]}",
            path=folder,
            way_out="Give a branch, tag or commit that exists here.",
        )
    return done.stdout
