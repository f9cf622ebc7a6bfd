"""What the benchmark asks of an engine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.search.corpus import Document
from bench.search.queries import Query

PROJECT = Path(__file__).resolve().parents[3]


class EngineMissing(RuntimeError):
    """The engine or something it runs on is not installed; the message says what."""


@dataclass(frozen=True)
class Cost:
    """What a command took, its children included; wall time also counts waiting for others."""

    seconds: float
    cpu_seconds: float
    peak_mib: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.cpu_seconds:.1f} s CPU), {self.peak_mib:.0f} MiB"


class Engine(Protocol):
    """An engine over one corpus; `folder` is its own scratch folder."""

    name: str

    def build(self, documents: Sequence[Document], folder: Path) -> Cost: ...

    def search(self, queries: Sequence[Query]) -> list[list[str]]:
        """For each query the groups found, best first, at most ten."""
        ...


def run_measured(command: Sequence[str], cwd: Path) -> Cost:
    """Run `command`; peak memory is that of its largest process (getrusage of children)."""
    script = (
        "import resource, subprocess, sys;"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE);"
        "sys.stderr.buffer.write(done.stderr[-2000:]);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss);"
        "sys.exit(done.returncode)"
    )

    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *command], cwd=cwd, capture_output=True, text=True
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        raise EngineMissing(f"{command[0]} failed: {done.stderr.strip()[-400:]}")
    cpu_seconds, peak_kib = done.stdout.split()[-2:]
    return Cost(seconds, float(cpu_seconds), int(peak_kib) / 1024)
