"""Every benchmark, one after the other: `python -m bench [NAME ...]`; names are modules below."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = (
    "bench.search.own",
    "bench.search.run",
    "bench.search.scale",
    "bench.normalise",
    "bench.maps",
    "bench.build",
)


def main(names: list[str]) -> int:
    unknown = [name for name in names if f"bench.{name}" not in BENCHMARKS]
    if unknown:
        known = ", ".join(name.removeprefix("bench.") for name in BENCHMARKS)
        print(f"No benchmark {', '.join(unknown)}. Known: {known}.", file=sys.stderr)
        return 2
    failed = 0
    for module in BENCHMARKS:
        if names and module.removeprefix("bench.") not in names:
            continue
        print(f"== {module}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", module], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
