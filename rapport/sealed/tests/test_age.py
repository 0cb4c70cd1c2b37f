"""Files sealed with a phrase: made by the browser’s code in Node, opened by Python."""

import json
import shutil
import subprocess
from base64 import b64decode
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from config.environment import ROOT
from rapport.sealed.age import CHUNK, Unopened, age_open

NODE = shutil.which("node")
MODULES: Final = ROOT / "rapport" / "sealed" / "static" / "sealed" / "1"
PHRASE: Final = "lively otter paints seven quiet doors"
SIZES: Final = (0, 65_536, 131_073)
STREAMED: Final = (0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 1000)
SCRIPT: Final = """
import { ageSeal } from "./age.js";
import { chachaSeal } from "./chacha.js";
import { scrypt } from "./scrypt.js";
import { base64, fromHex, hex, utf8 } from "./encoding.js";
const [phrase, sizes, streamed] = JSON.parse(process.argv[2]);
const files = {};
for (const size of sizes) {
  const plain = Uint8Array.from({ length: size }, (_, at) => at % 251);
  files[size] = base64(await ageSeal(plain, phrase));
}
const key = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
const nonce = fromHex("070000004041424344454647");
const sunscreen = utf8("Ladies and Gentlemen of the class of '99: If I could offer you " +
  "only one tip for the future, sunscreen would be it.");
const filled = (size) => Uint8Array.from({ length: size }, (_, at) => at % 251);
const streams = Object.fromEntries(
  streamed.map((size) => [size, hex(chachaSeal(key, nonce, filled(size)))]),
);
const told = { files, streams, stream: hex(chachaSeal(key, nonce, sunscreen)),
  derived: hex(await scrypt(utf8("pleaseletmein"), utf8("SodiumChloride"), 14)) };
process.stdout.write(JSON.stringify(told));
"""
KEY: Final = bytes(range(0x80, 0xA0))
NONCE: Final = bytes.fromhex("070000004041424344454647")
# Of RFC 8439, 2.8.2; the tag is another one because age binds nothing beside the text.
SUNSCREEN: Final = (
    "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
    "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
    "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
    "3ff4def08e4b7a9de576d26586cec64b6116"
)


@pytest.fixture(scope="module")
def made() -> Any:
    if NODE is None:
        pytest.skip("There is no Node on this machine.")
    command = [NODE, "--experimental-default-type=module", "--input-type=module", "-", "{}"]
    command[-1] = json.dumps([PHRASE, SIZES, STREAMED])
    done = subprocess.run(  # noqa: S603  # our own files
        command, cwd=MODULES, input=SCRIPT, capture_output=True, text=True, check=True, timeout=120
    )
    return json.loads(done.stdout)


def plain_of(size: int) -> bytes:
    return bytes(place % 251 for place in range(size))


def test_the_browsers_primitives_are_those_of_the_standards(made: dict[str, str]) -> None:
    text = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip "
        b"for the future, sunscreen would be it."
    )
    assert made["stream"][:-32] == SUNSCREEN
    assert made["stream"] == ChaCha20Poly1305(KEY).encrypt(NONCE, text, None).hex()
    assert made["derived"] == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"


@pytest.mark.parametrize("size", STREAMED)
def test_text_of_every_length_is_sealed_as_another_implementation_does(
    made: Any, size: int
) -> None:
    expected = ChaCha20Poly1305(KEY).encrypt(NONCE, plain_of(size), None)
    assert made["streams"][str(size)] == expected.hex()


@pytest.mark.parametrize("size", SIZES)
def test_a_file_of_every_size_opens_with_its_phrase_alone(made: Any, size: int) -> None:
    file = b64decode(made["files"][str(size)])
    assert age_open(file, PHRASE) == plain_of(size)
    with pytest.raises(Unopened, match="phrase"):
        age_open(file, PHRASE + " ")


def cut(file: bytes, head: int) -> dict[str, bytes]:
    """A file of two whole chunks and a short one, spoiled in every way the format must notice."""
    start = head + 16
    first, second, last = (
        file[start : start + CHUNK],
        file[start + CHUNK : start + 2 * CHUNK],
        file[start + 2 * CHUNK :],
    )
    beginning = file[:start]
    return {
        "cut behind a chunk": beginning + first + second,
        "cut in a chunk": file[:-1],
        "chunks exchanged": beginning + second + first + last,
        "a chunk twice": beginning + first + first + second + last,
        "a chunk left out": beginning + first + last,
        "something behind": file + b"x",
        "another nonce": file[:head] + bytes(16) + file[start:],
        "a bit of the text": file[:-1] + bytes([file[-1] ^ 1]),
        "another cost": file.replace(b" 15\n", b" 14\n", 1),
        "too high a cost": file.replace(b" 15\n", b" 30\n", 1),
        "another proof of the head": file[: head - 5] + b"AAAA\n" + file[head:],
        "another version": file.replace(b"/v1", b"/v2", 1),
        "nothing of the text": beginning,
        "one more recipient": file.replace(b"\n---", b"\n-> X25519 x\nx\n---", 1),
    }


def test_whatever_is_changed_is_noticed(made: Any) -> None:
    file = b64decode(made["files"]["131073"])
    head = file.index(b"\n", file.index(b"--- ")) + 1
    for name, spoiled in cut(file, head).items():
        with pytest.raises(Unopened):
            assert age_open(spoiled, PHRASE), name
