"""Static files on a free port, for tests of code that only a browser can run."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class QuietFiles(SimpleHTTPRequestHandler):
    """Static files of two folders, without a word on the terminal."""

    extra: Path

    def translate_path(self, path: str) -> str:
        if path.startswith("/vectors/"):
            return str(self.extra / path.removeprefix("/vectors/"))
        return super().translate_path(path.removeprefix("/static"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (as inherited)
        """Say nothing."""


@contextmanager
def static_site(folder: Path, extra: Path) -> Iterator[str]:
    """Serve `folder`, and `extra` under `/vectors/`, on a free port of this machine."""
    handler = partial(type("Files", (QuietFiles,), {"extra": extra}), directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
