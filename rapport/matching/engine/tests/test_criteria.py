"""Criteria as a programme writes them, and everything that is not understood."""

import pytest

from rapport.matching.engine import (
    REFUSALS,
    Criteria,
    Criterion,
    Rule,
    UnusableError,
    read_criteria,
)

WRITTEN = """
protected = ["gender"]

[[rule]]
kind = "shared"
question = "languages"
least = 1

[[rule]]
kind = "different_manager"

[[criterion]]
kind = "coverage"
question = "topics"
weight = 60

[[criterion]]
kind = "preference"
question = "gender"
wanted = "mentor_gender"
weight = 5
"""


def test_a_file_says_what_the_values_say() -> None:
    assert read_criteria(WRITTEN) == Criteria(
        rules=(
            Rule(kind="shared", question="languages", least=1),
            Rule(kind="different_manager"),
        ),
        criteria=(
            Criterion(kind="coverage", question="topics", weight=60),
            Criterion(kind="preference", question="gender", wanted="mentor_gender", weight=5),
        ),
        protected=frozenset({"gender"}),
    )


def test_an_empty_file_asks_nothing() -> None:
    assert read_criteria("") == Criteria()


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("criteria_unreadable", "[[rule"),
        ("setting_unknown", "colour = 1"),
        ("setting_wrong", "rule = 1"),
        ("setting_wrong", "protected = 'gender'"),
        ("kind_unknown", "[[rule]]\nkind = 'own_line'"),
        ("kind_unknown", "[[criterion]]\nweight = 1"),
        ("setting_unknown", "[[rule]]\nkind = 'same'\nweight = 1"),
        ("setting_missing", "[[rule]]\nkind = 'same'"),
        ("setting_missing", "[[criterion]]\nkind = 'same'\nquestion = 'site'"),
        ("setting_wrong", "[[rule]]\nkind = 'shared'\nquestion = 'x'\nleast = 'two'"),
        ("setting_wrong", "[[rule]]\nkind = 'ahead'\nquestion = 'x'\nleast = 3\nmost = 1"),
        ("setting_wrong", "[[criterion]]\nkind = 'wish'\nside = 'boss'\nweight = 1"),
        ("setting_wrong", "[[criterion]]\nkind = 'wish'\nweight = 0"),
        ("setting_wrong", "[[criterion]]\nkind = 'wish'\nweight = nan"),
        (
            "setting_wrong",
            "[[criterion]]\nkind = 'closeness'\nquestion = 'x'\nlow = 1\nhigh = 1\nweight = 1",
        ),
        ("key_twice", "[[rule]]\nkind = 'different_manager'\n" * 2),
        (
            "protected_question",
            "protected = ['gender']\n[[rule]]\nkind = 'same'\nquestion = 'gender'",
        ),
        (
            "protected_question",
            "protected = ['age']\n[[criterion]]\nkind = 'same'\nquestion = 'age'\nweight = 1",
        ),
    ],
)
def test_what_is_not_understood_is_refused_by_name(key: str, written: str) -> None:
    with pytest.raises(UnusableError) as refused:
        read_criteria(written)
    assert refused.value.sentence.key == key
    assert refused.value.sentence.words.keys() == REFUSALS[key]
