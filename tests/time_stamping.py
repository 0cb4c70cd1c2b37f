"""A time-stamping authority (RFC 3161) on this machine: OpenSSL behind a small web server."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REPLY = "application/timestamp-reply"
SETTINGS = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[subject]
[asks]
distinguished_name = subject
[is_tsa]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
"""


@dataclass
class Authority:
    """Where it answers, and the certificate that its stamps can be checked with."""

    address: str
    certificate: Path
    asked: list[bytes]
    is_broken: bool = False


def openssl(*arguments: str) -> bytes:
    command = ["openssl", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def make_certificate(folder: Path, name: str = "A clock") -> None:
    (folder / "tsa.cnf").write_text(SETTINGS.format(folder=folder))
    (folder / "serial").write_text("01")
    openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={name}",
        "-keyout", str(folder / "tsa.key"), "-out", str(folder / "tsa.pem"),
        "-config", str(folder / "tsa.cnf"), "-section", "asks", "-extensions", "is_tsa",
    )  # fmt: skip


def reply(folder: Path, asked: bytes) -> bytes:
    (folder / "asked.tsq").write_bytes(asked)
    openssl(
        "ts", "-reply", "-queryfile", str(folder / "asked.tsq"), "-config",
        str(folder / "tsa.cnf"), "-section", "ours", "-out", str(folder / "reply.tsr"),
    )  # fmt: skip
    return (folder / "reply.tsr").read_bytes()


@contextmanager
def time_stamping(folder: Path) -> Iterator[Authority]:
    """The authority, as long as it is needed."""
    folder.mkdir(parents=True, exist_ok=True)
    make_certificate(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            authority.asked.append(asked)
            answer = b"" if authority.is_broken else reply(folder, asked)
            self.send_response(503 if authority.is_broken else 200)
            self.send_header("Content-Type", REPLY)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as inherited
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_port}"
    authority = Authority(address, folder / "tsa.pem", [])
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield authority
    finally:
        server.shutdown()
        server.server_close()
