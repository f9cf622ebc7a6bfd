"""A server for a folder, and a record of what goes wrong on a page."""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server that is not upset when a browser leaves before the end of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over connections that the browser has shut; tell the rest."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server that gives out `folder`."""
    handler = functools.partial(Quiet, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@dataclass
class Trouble:
    """What a page did that it should not."""

    said: list[str] = field(default_factory=list)
    """Warnings and errors of the console, and errors of scripts."""
    failed: list[str] = field(default_factory=list)
    """Requests that failed."""
    elsewhere: list[str] = field(default_factory=list)
    """Requests that left the site."""

    @property
    def any(self) -> list[str]:
        return self.said + self.failed + self.elsewhere


def watch(page: Any, home: str) -> Trouble:
    """Take down what `page` does from now on; `home` is how addresses of the site begin."""
    trouble = Trouble()

    def heard(message: Any) -> None:
        if message.type in ("error", "warning"):
            trouble.said.append(message.text)

    def asked(request: Any) -> None:
        if not request.url.startswith((home, "data:", "blob:")):
            trouble.elsewhere.append(request.url)

    page.on("console", heard)
    page.on("pageerror", lambda error: trouble.said.append(str(error)))
    page.on("requestfailed", lambda request: trouble.failed.append(request.url))
    page.on("request", asked)
    return trouble
