"""Published vectors: RFC 7748 (X25519), 8032 (Ed25519), 5869 (HKDF) and 9180 (HPKE)."""

from collections.abc import Iterator
from typing import Any, Final

from rapport.sealed.protocol.hygiene import WEAK_ED25519

type Case = dict[str, Any]

LOW_ORDER_X25519: Final = (
    "00" * 32,
    "01" + "00" * 31,
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ec" + "ff" * 30 + "7f",
    "ed" + "ff" * 30 + "7f",
    "ee" + "ff" * 30 + "7f",
)
ALICE: Final = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"
BOB_PUBLIC: Final = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"

PUBLISHED: Final[list[Case]] = [
    {
        "name": "RFC 7748, 6.1: Alice's public key",
        "check": "x25519-public",
        "given": {"private": ALICE},
        "expect": {"value": "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"},
    },
    {
        "name": "RFC 7748, 6.1: the shared secret",
        "check": "x25519-agree",
        "given": {"private": ALICE, "public": BOB_PUBLIC},
        "expect": {"value": "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"},
    },
    {
        "name": "RFC 8032, 7.1: public key of test 1",
        "check": "ed25519-public",
        "given": {"seed": "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"},
        "expect": {"value": "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"},
    },
    {
        "name": "RFC 8032, 7.1: signature of test 1",
        "check": "ed25519-sign",
        "given": {
            "seed": "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "message": "",
        },
        "expect": {
            "value": "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88215"
            "90a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
    },
    {
        "name": "RFC 8032, 7.1: verification of test 2",
        "check": "ed25519-verify",
        "given": {
            "key": "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "signature": "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            "message": "72",
        },
        "expect": {"value": "fits"},
    },
    {
        "name": "RFC 8032, 7.1: test 2 over another message",
        "check": "ed25519-verify",
        "given": {
            "key": "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "signature": "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            "message": "73",
        },
        "expect": {"refusal": "signature-invalid"},
    },
    {
        "name": "RFC 5869, A.1",
        "check": "hkdf",
        "given": {
            "secret": "0b" * 22,
            "salt": "000102030405060708090a0b0c",
            "info": "f0f1f2f3f4f5f6f7f8f9",
            "length": 42,
        },
        "expect": {
            "value": "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
            "34007208d5b887185865"
        },
    },
    {
        "name": "RFC 5869, A.3: no salt, no info",
        "check": "hkdf",
        "given": {"secret": "0b" * 22, "salt": "", "info": "", "length": 42},
        "expect": {
            "value": "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            "9d201395faa4b61a96c8"
        },
    },
    {
        "name": "RFC 9180, A.1.1: first message",
        "check": "hpke-open",
        "given": {
            "private": "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8",
            "sealed": "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
            "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
            "6d8770ac83d07bea87e13c512a",
            "info": "4f6465206f6e2061204772656369616e2055726e",
            "bound": "436f756e742d30",
            "aead": 1,
        },
        "expect": {"value": "4265617574792069732074727574682c20747275746820626561757479"},
    },
]


def published() -> list[Case]:
    """Return all published cases and the public keys that must be refused."""
    return [*PUBLISHED, *_weak_signers(), *_weak_peers()]


def _weak_signers() -> Iterator[Case]:
    for point in sorted(WEAK_ED25519):
        for sign_bit in (0, 0x80):
            key = point[:-1] + bytes([point[-1] | sign_bit])
            yield {
                "name": f"Ed25519 point that any signature fits: {key.hex()[:8]}…{key.hex()[-2:]}",
                "check": "ed25519-verify",
                "given": {"key": key.hex(), "signature": key.hex() + "00" * 32, "message": "00"},
                "expect": {"refusal": "key-weak"},
            }


def _weak_peers() -> Iterator[Case]:
    for key in LOW_ORDER_X25519:
        yield {
            "name": f"X25519 key of low order: {key[:8]}…{key[-2:]}",
            "check": "x25519-agree",
            "given": {"private": ALICE, "public": key},
            "expect": {"refusal": "shared-secret-zero"},
        }
