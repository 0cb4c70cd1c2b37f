"""All that evaluation says in English."""

from rapport.evaluation.words import (
    method_en,
    reading_en,
    report_en,
    sensitivity_en,
    verdicts_en,
)

WORDS: dict[str, str] = {
    **reading_en.WORDS,
    **verdicts_en.WORDS,
    **report_en.WORDS,
    **method_en.WORDS,
    **sensitivity_en.WORDS,
}
