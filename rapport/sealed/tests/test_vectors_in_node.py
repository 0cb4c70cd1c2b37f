"""The same vector file through the same modules in Node, where it is installed."""

import json
import shutil
import subprocess

import pytest

from rapport.sealed.vectors.__main__ import FILE

NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="There is no Node on this machine.")
def test_node_gives_every_vector_the_same_verdict() -> None:
    command = [str(NODE), "--experimental-default-type=module", "judge.js"]
    told = subprocess.run(command, cwd=FILE.parent, capture_output=True, check=True, timeout=300)  # noqa: S603  # our own file
    verdicts = json.loads(told.stdout)
    cases = json.loads(FILE.read_text("utf-8"))["cases"]
    assert [case["name"] for case in cases if verdicts[case["name"]] != case["expect"]] == []
