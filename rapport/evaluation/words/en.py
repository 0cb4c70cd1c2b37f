"""All that evaluation says in English."""

from rapport.evaluation.words import reading_en

WORDS: dict[str, str] = {**reading_en.WORDS}
