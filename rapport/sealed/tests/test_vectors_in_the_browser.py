"""The same vector file through the modules that people's browsers run."""

import json

import pytest

from rapport.sealed.protocol.wordlist import SOURCE
from rapport.sealed.tests.static_site import static_site
from rapport.sealed.vectors.__main__ import FILE
from tests.browser import chromium

STATIC = SOURCE.parent.parent.parent
JUDGE = """async () => {
  const { verdict } = await import("/vectors/checks.js");
  const { cases } = await (await fetch("/vectors/ssp1.json")).json();
  const verdicts = {};
  for (const one of cases) verdicts[one.name] = await verdict(one);
  return verdicts;
}"""


@pytest.mark.browser
def test_the_browser_gives_every_vector_the_same_verdict() -> None:
    cases = json.loads(FILE.read_text("utf-8"))["cases"]
    with static_site(STATIC, FILE.parent) as site, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{site}/static/sealed/1/refusals.js")
        verdicts = page.evaluate(JUDGE)
    differing = [
        (case["name"], verdicts[case["name"]])
        for case in cases
        if verdicts[case["name"]] != case["expect"]
    ]
    assert differing == []
