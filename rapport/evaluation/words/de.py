"""All that evaluation says in German."""

from rapport.evaluation.words import reading_de, verdicts_de

WORDS: dict[str, str] = {**reading_de.WORDS, **verdicts_de.WORDS}
