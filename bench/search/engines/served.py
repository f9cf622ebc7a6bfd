"""A folder served over HTTP with gzip, as a web server would, and a count of what went out."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind", ".woff2", ".gz")


@dataclass
class Traffic:
    """Every answered request: its path and the bytes of its body as sent."""

    requests: list[tuple[str, int]] = field(default_factory=list)

    @property
    def sent(self) -> int:
        return sum(size for _, size in self.requests)


@cache
def _body(path: Path, packed: bool, _changed: int) -> bytes:
    """A file as it is sent; a host packs each once, not at each request."""
    body = path.read_bytes()
    return body if packed else gzip.compress(body, 9, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Serves files gzipped unless they are packed already."""

    protocol_version = "HTTP/1.1"
    # Head and body are two writes: with Nagle's algorithm the second waits some 40 ms for the
    # browser's delayed acknowledgement of the first, which no host worth the name does.
    disable_nagle_algorithm = True

    def __init__(self, *args: object, traffic: Traffic, **named: object) -> None:
        self._traffic = traffic
        super().__init__(*args, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in PACKED
        body = _body(path, packed, path.stat().st_mtime_ns)
        self._traffic.requests.append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if not packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Traffic]]:
    """Address of a local server over `folder`, and its traffic."""
    traffic = Traffic()
    handler = partial(Handler, directory=str(folder), traffic=traffic)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", traffic
    finally:
        server.shutdown()
        server.server_close()
