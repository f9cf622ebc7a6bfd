"""The built site as one zip that opens from a folder.

`python -m mkdocs_playbook.archive SITE ZIP`
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date a zip can hold; every file gets it, so that equal sites give equal bytes."""

_READABLE = 0o644 << 16
_LEVEL = 6
"""The highest, 9, takes twice as long to save one hundredth."""


def write_archive(site: Path, target: Path) -> int:
    """Pack the folder `site` into `target` under a folder of the archive's own name.

    A file of that name inside the site, the same archive for readers, is left out.

    Returns the number of files.  The archive appears whole or not at all.  Raises
    FileNotFoundError when `site` holds no index.html.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(site / "index.html")
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.name != target.name)
    unfinished = target.with_name(target.name + ".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for path in files:
            name = f"{target.stem}/{path.relative_to(site).as_posix()}"
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            archive.writestr(entry, path.read_bytes())
    unfinished.replace(target)
    return len(files)


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("Use: python -m mkdocs_playbook.archive SITE ZIP", file=sys.stderr)
        return 2
    site, target = map(Path, arguments)
    try:
        count = write_archive(site, target)
    except FileNotFoundError:
        print(f"{site}: no built site here. Run `make site` first.", file=sys.stderr)
        return 1
    size = target.stat().st_size / 1024 / 1024
    print(f"Packed {count} files into {target} ({size:.1f} MB). Unpack it, open index.html.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
