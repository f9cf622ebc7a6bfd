"""The content security policy of every page, and the inline scripts it lets run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

JS_FLAG = 'document.documentElement.classList.add("js")'
"""Set before the first paint, so that what needs scripts never flashes."""


def policy(inline_scripts: Iterable[str]) -> str:
    """Everything from the site itself, no inline script but those given."""
    hashes = " ".join(f"'{script_hash(script)}'" for script in inline_scripts)
    rules = (
        "default-src 'none'",
        f"script-src 'self' {hashes}".rstrip(),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def script_hash(script: str) -> str:
    """The CSP source of an inline script."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
