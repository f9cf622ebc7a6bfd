"""When a file last changed, from git: one question for the whole content folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

_MARK = "\x01"
_TIMEOUT = 30


def last_changes(folder: Path) -> dict[str, str]:
    """Path below `folder` → ISO date of its last commit; empty where git knows nothing."""
    command = ["git", "-c", "core.quotePath=false", "log", f"--format={_MARK}%cI",
               "--name-only", "--relative", "--no-renames", "--", "."]  # fmt: skip
    try:
        run = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    if run.returncode != 0:
        return {}
    return newest_by_path(run.stdout.decode("utf-8", errors="replace"))


def newest_by_path(log: str) -> dict[str, str]:
    """The output of `git log`, newest first → path → date of its first mention."""
    dates: dict[str, str] = {}
    date = ""
    for line in log.split("\n"):
        if line.startswith(_MARK):
            date = line[len(_MARK) :]
        elif line:
            dates.setdefault(line, date)
    return dates
