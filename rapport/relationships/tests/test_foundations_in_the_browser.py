"""Two people at two browsers: the foundations of their relationship, sealed until both are done."""

import pytest
from playwright.sync_api import Page, expect

from rapport.relationships.tests.test_pair_in_the_browser import (
    Pair,
    arrange,
    assert_nothing_leaked,
    look,
    press,
    two,
)

__all__ = ["two"]
pytestmark = pytest.mark.browser


def say(page: Page, theme: str, own: int, other: int) -> None:
    """Answer one theme of the pulse, for oneself and for the other."""
    for side, value in (("self", own), ("other", other)):
        choice = page.locator(f'[data-word="{theme}_{side}"][value="{value}"]')
        expect(choice).to_be_enabled()
        choice.check()


def test_a_pulse_is_answered_alone_revealed_together_and_talked_about(two: Pair) -> None:
    ada, ben = two.begin()
    for page in (ada, ben):
        page.goto(f"{two.home}pulse/")
        page.get_by_text("Take the pulse now").click()
    say(ada, "listening", 5, 4)
    say(ben, "listening", 4, 2)
    say(ben, "respect", 5, 4)
    care = ben.locator("[data-pulse-care]")
    expect(care).to_be_hidden()
    say(ben, "respect", 5, 1)
    expect(care).to_be_visible()
    look(ben, "pulse_care")
    say(ben, "respect", 5, 4)
    expect(care).to_be_hidden()
    say(ada, "respect", 5, 5)
    look(ada, "pulse_form")
    press(ada, "I am done")
    expect(ada.locator(".notice.done")).to_be_visible()
    expect(ada.locator("[data-pulse-result]")).to_have_count(0)
    look(ada, "pulse_waiting")
    press(ben, "I am done")
    expect(ben.locator("[data-pulse-result][data-state=shown]")).to_be_attached()
    ada.reload()
    for page in (ada, ben):
        expect(page.locator("[data-pulse-worth] h3")).to_have_text("Listening")
        look(page, "pulse_result")
    ben.get_by_label("What would you like to talk about?").select_option("listening")
    press(ben, "Let us talk about this")
    expect(ben.locator("#topic sealed-text")).to_contain_text("say nothing for a minute")
    ada.reload()
    expect(ada.locator("#topic sealed-text")).to_contain_text("say nothing for a minute")
    look(ada, "pulse_topic")
    assert_nothing_leaked(two)


def sort(page: Page, card: str, answer: str) -> None:
    choice = page.locator("fieldset.card", has_text=card).locator("label", has_text=answer)
    expect(choice.locator("input")).to_be_enabled()
    choice.click()


def test_expectations_and_own_cards_are_revealed_with_a_question_each(two: Pair) -> None:
    ada, ben = two.begin()
    for page, answer in ((ada, "I count on it"), (ben, "Rather not")):
        page.goto(f"{two.home}values/")
        sort(page, "Opening doors", answer)
        sort(page, "Honest feedback", "I count on it")
        expect(page.locator("[data-sort-count]")).to_have_text("2 of 60 cards sorted")
    ben.locator("summary", has_text="Cards of your own").first.click()
    own = ben.locator("[data-words-list=own] [data-words-item]").first
    own.locator("input").fill("Quittengelb")
    own.locator("select").select_option("very")
    look(ben, "values_sort_both")
    for page, shown in ((ada, ".notice.done"), (ben, "[data-values-reveal]")):
        press(page, "I am done")
        expect(page.locator(shown)).to_be_attached()
    ada.reload()
    for page in (ada, ben):
        expect(page.locator("[data-group=expectations] [data-values-common] h3")).to_have_text(
            "Honest feedback"
        )
        expect(page.locator("[data-group=expectations] [data-values-different] p")).to_have_text(
            "Whom might you introduce, and when would that be too early?"
        )
        expect(page.locator("[data-group=values] [data-values-different] h3")).to_have_text(
            "Quittengelb"
        )
        look(page, "values_revealed_both")
    assert_nothing_leaked(two)


def test_trust_cards_are_chosen_alone_and_laid_side_by_side(two: Pair) -> None:
    ada, ben = two.begin()
    for page, own, shown in (
        (ada, "Admitting a mistake", ".notice.done"),
        (ben, "Saying no when it is a no", "[data-trust-reveal]"),
    ):
        page.goto(f"{two.home}trust/")
        for text in ("Doing what was said", own):
            box = page.locator("#builds label", has_text=text).locator("input")
            expect(box).to_be_enabled()
            box.check()
        page.locator("#damages label", has_text="Judging before").locator("input").check()
        expect(page.locator("[data-sort-of=builds]")).to_have_text("2 chosen; up to 5 say the most")
        look(page, "trust_choose")
        press(page, "I am done")
        expect(page.locator(shown)).to_be_attached()
    ada.reload()
    for page in (ada, ben):
        expect(page.locator("[data-trust-both=builds] strong")).to_contain_text("Doing what was")
        expect(page.locator("[data-trust-both=damages] strong")).to_contain_text("Judging before")
        expect(page.locator("[data-trust-one=builds][data-person='0'] li")).to_have_count(1)
        look(page, "trust_revealed")
    assert_nothing_leaked(two)


def draft(page: Page, home: str, text: str) -> None:
    page.goto(f"{home}agreement/draft")
    first = page.locator("[data-word=purpose]")
    expect(first).not_to_have_value("")
    first.fill(text)
    press(page, "Save the draft")
    expect(page.get_by_text(text)).to_be_visible()


def test_clauses_are_accepted_one_by_one_until_they_are_worded_anew(two: Pair) -> None:
    ada, ben = two.begin()
    draft(ada, two.home, "Quittengelb: we listen.")
    ben.goto(f"{two.home}agreement/clauses")
    purpose, rhythm = (ben.locator(f"[data-clause={key}]") for key in ("purpose", "rhythm"))
    expect(purpose.get_by_text("Quittengelb")).to_be_visible()
    purpose.get_by_label("I accept it as it stands").check()
    rhythm.get_by_label("I would like to talk about it").check()
    rhythm.get_by_label("A word about it").fill("Quittengelb: Fridays")
    look(ben, "clauses")
    press(ben, "Keep what I say")
    expect(ben.locator("sealed-field[revision='1']")).to_be_attached()
    ada.goto(f"{two.home}agreement/clauses")
    said = ada.locator("[data-clause=purpose] [data-clause-others]")
    expect(said).to_have_text("Ben accepts it.")
    expect(ada.locator("[data-clause=rhythm] [data-clause-others]")).to_contain_text("Fridays")
    expect(ada.locator("[data-clause-sum]")).to_have_text("Ben accepts 1 of 13 clauses.")
    look(ada, "clauses_of_the_other")
    ada.goto(two.home)
    draft(ada, two.home, "Quittengelb: we talk.")
    ada.goto(f"{two.home}agreement/clauses")
    expect(said).to_have_text("Ben accepted an earlier wording.")
    ben.reload()
    expect(ben.locator("[data-clause=purpose] [data-clause-mine]")).to_be_visible()
    assert_nothing_leaked(two)


def test_two_versions_are_laid_side_by_side(two: Pair) -> None:
    ada, _ben = two.begin()
    draft(ada, two.home, "Quittengelb: we listen.")
    press(ada, "Offer for signature")
    expect(ada.locator("form[data-sign]")).to_be_visible()
    draft(ada, two.home, "Quittengelb: we talk.")
    ada.get_by_role("link", name="Compare with the version before").click()
    changed = ada.locator("[data-clause=purpose]")
    expect(changed.locator("[data-state]")).to_have_text("Worded anew")
    expect(changed.locator("[data-side='0']")).to_have_text("Quittengelb: we listen.")
    expect(changed.locator("[data-side='1']")).to_have_text("Quittengelb: we talk.")
    expect(changed.locator(".side:visible")).to_have_count(2)
    same = ada.locator("[data-clause=rhythm]")
    expect(same.locator("[data-state]")).to_have_text("As before")
    expect(same.locator(".side:visible")).to_have_count(1)
    look(ada, "comparison")
    assert_nothing_leaked(two)


def see(page: Page, whose: str, skill: str, value: int) -> None:
    form = page.locator(f"form[data-look={whose}]")
    choice = form.locator(f'[data-word="{skill}"][value="{value}"]')
    expect(choice).to_be_enabled()
    choice.check()
    form.locator("button.main").click()
    expect(form.locator("sealed-field[revision='1']")).to_be_attached()


def test_what_changed_is_for_the_person_alone(two: Pair) -> None:
    ada, ben = two.begin()
    skills = f"{two.home}competencies/"
    ada.goto(f"{skills}rapport/start")
    see(ada, "other", "empathy", 4)
    ben.goto(f"{skills}rapport/start")
    look(ben, "competency_look")
    see(ben, "mine", "empathy", 2)
    ben.goto(f"{skills}rapport/end")
    see(ben, "mine", "empathy", 4)
    ben.goto(skills)
    row = ben.locator("[data-skill=empathy]")
    expect(row.locator("td")).to_have_text(["2", "4", "4", "–"])
    expect(row.locator("[data-change]")).to_have_text("More than at the start.")
    look(ben, "competencies")
    ada.goto(skills)
    ada.wait_for_load_state("networkidle")
    expect(ada.locator("[data-skills] li").first).to_be_visible()
    expect(ada.locator("[data-skill=empathy] td")).to_have_count(0)
    assert_nothing_leaked(two)


def test_an_agenda_is_built_from_the_library_and_moved(two: Pair) -> None:
    ada, ben = two.begin()
    arrange(ben, two.home)
    ben.get_by_role("link", name="Write the agenda").click()
    titles = ben.locator("[data-words-item] > .field [data-word=title]")
    expect(titles.nth(1)).to_have_value("Compare your safety numbers")
    expect(ben.locator("[data-agenda-sum]")).to_have_text("Altogether 60 of 60 minutes")
    ben.locator("summary", has_text="Take points from the library").click()
    ben.locator("[data-agenda-take]", has_text="Our boundaries").click()
    expect(ben.locator("[data-agenda-sum]")).to_have_text("Altogether 66 of 60 minutes")
    expect(titles.nth(7)).to_have_value("Our boundaries")
    look(ben, "agenda_builder")
    ben.locator("[data-words-item]").nth(7).get_by_role("button", name="Earlier").click()
    expect(titles.nth(6)).to_have_value("Our boundaries")
    press(ben, "Save the agenda")
    expect(ben.locator("ol.agenda li .title").nth(6)).to_have_text("Our boundaries")
    ada.goto(ben.url)
    expect(ada.locator("ol.agenda li .title").nth(6)).to_have_text("Our boundaries")
    assert_nothing_leaked(two)
