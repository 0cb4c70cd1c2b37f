"""All that evaluation says in German."""

from rapport.evaluation.words import (
    method_de,
    reading_de,
    report_de,
    sensitivity_de,
    verdicts_de,
)

WORDS: dict[str, str] = {
    **reading_de.WORDS,
    **verdicts_de.WORDS,
    **report_de.WORDS,
    **method_de.WORDS,
    **sensitivity_de.WORDS,
}
