"""Key and certificate with which this installation seals documents, outside the database."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

LASTS = timedelta(days=20 * 365)
KEY, CERTIFICATE = "document-key.pem", "document-certificate.pem"


@dataclass(frozen=True)
class Stamp:
    """Where key and certificate lie; the certificate may be handed to anybody."""

    key: Path
    certificate: Path

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate, 64 hexadecimal digits."""
        return fingerprint_of(self.certificate.read_bytes())


def fingerprint_of(pem: bytes) -> str:
    return x509.load_pem_x509_certificate(pem).fingerprint(SHA256()).hex()


def stamp_in(folder: Path, name: str, now: datetime) -> Stamp:
    """The stamp in this folder; made for this installation's name when there is none yet."""
    stamp = Stamp(folder / KEY, folder / CERTIFICATE)
    if not stamp.certificate.exists():
        make(stamp, name, now.astimezone(UTC))
    return stamp


def make(stamp: Stamp, name: str, now: datetime) -> None:
    key = generate_private_key(SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    certificate = (
        x509.CertificateBuilder(issuer_name=subject, subject_name=subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(), critical=True)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    stamp.key.parent.mkdir(parents=True, exist_ok=True)
    stamp.key.touch(mode=0o600)
    stamp.key.write_bytes(private)
    stamp.certificate.write_bytes(certificate.public_bytes(Encoding.PEM))


def usage() -> x509.KeyUsage:
    """For signing documents and nothing else."""
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
