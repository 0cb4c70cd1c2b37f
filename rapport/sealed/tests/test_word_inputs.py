"""Words out of inputs and back again: texts, choices, boxes, and repeated groups."""

import pytest

from rapport.sealed.protocol.wordlist import SOURCE
from rapport.sealed.tests.static_site import static_site
from rapport.sealed.vectors.__main__ import FILE
from tests.browser import chromium

pytestmark = pytest.mark.browser

STATIC = SOURCE.parent.parent.parent
FORM = """
<form id="form"><sealed-field>
  <textarea data-word="wording" name="wording"></textarea>
  <input type="radio" data-word="mood" value="calm">
  <input type="radio" data-word="mood" value="wild">
  <input type="checkbox" data-word="cards" value="trust">
  <input type="checkbox" data-word="cards" value="time">
  <input type="checkbox" data-word="agreed">
  <select data-word="pace"><option value="">–</option><option value="slow">slow</option></select>
  <div data-words-list="steps">
    <template><p data-words-item><input data-word="what"><input type="date" data-word="when">
      <button type="button" data-words-remove>away</button></p></template>
    <p data-words-item><input data-word="what"><input type="date" data-word="when"></p>
  </div>
  <button type="button" data-words-add="steps">one more</button>
</sealed-field></form>"""
WORDS = {
    "wording": "Two\nlines",
    "mood": "wild",
    "cards": ["time"],
    "agreed": True,
    "pace": "slow",
    "steps": [{"what": "ask", "when": "2026-12-01"}, {"what": "listen", "when": ""}],
}
ROUND_TRIP = """async ([form, words]) => {
  const { changeList, isEmpty, readWords, writeWords } = await import("/sealed/1/word-inputs.js");
  const { hideNames } = await import("/sealed/1/nameless.js");
  document.body.innerHTML = form;
  const [field, owner] = [document.querySelector("sealed-field"), document.getElementById("form")];
  hideNames(field, owner);
  const untouched = readWords(field);
  writeWords(field, words);
  const read = readWords(field);
  changeList(field, field.querySelector("[data-words-add]"));
  const added = field.querySelectorAll("[data-words-item]").length;
  changeList(field, field.querySelector("[data-words-remove]"));
  const sent = Array.from(new FormData(owner).keys());
  return { untouched, empty: isEmpty(untouched), read, added, left: readWords(field).steps, sent };
}"""


def test_words_survive_the_way_into_inputs_and_out_and_are_never_sent_plain() -> None:
    with static_site(STATIC, FILE.parent) as site, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{site}/sealed/1/refusals.js")
        seen = page.evaluate(ROUND_TRIP, [FORM, WORDS])
    assert seen["read"] == WORDS
    assert seen["empty"] is True
    assert seen["added"] == 3
    assert seen["left"] == [{"what": "ask", "when": "2026-12-01"}]
    assert seen["sent"] == []
