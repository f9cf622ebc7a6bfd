"""A file of an index for the browser: a classic script that hands its content over."""

from __future__ import annotations

import json
from typing import Any

# Raised whenever a reader of the former format would misread the new one.
FORMAT = 4

# Letters of the hash in a file's name.
HASH = 8


def script(name: str, content: Any) -> bytes:
    """A classic script that hands `content` over."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # Line ends of JavaScript that JSON allows inside strings, and what could end a script element.
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return f'playbookSearch.add({FORMAT},"{name}",{body})\n'.encode()


def read_script(data: bytes) -> tuple[int, str, Any]:
    """(format, name, content) of a file made by `script`."""
    text = data.decode()
    opening, closing = "playbookSearch.add(", ")\n"
    if not text.startswith(opening) or not text.endswith(closing):
        raise ValueError("not a whole file of a search index")
    number, name, body = text[len(opening) : -len(closing)].split(",", 2)
    return int(number), json.loads(name), json.loads(body)
