"""All that evaluation says in English."""

from rapport.evaluation.words import reading_en, verdicts_en

WORDS: dict[str, str] = {**reading_en.WORDS, **verdicts_en.WORDS}
