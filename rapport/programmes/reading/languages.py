"""Knows the names of common languages in English, German and their own words, as BCP 47 codes."""

from rapport.programmes.reading.cleaning import words_of

LANGUAGE_WORDS: dict[str, str] = {
    word: code
    for code, words in {
        "ar": "arabic arabisch عربي العربية",
        "bn": "bengali bangla",
        "cs": "czech tschechisch čeština",
        "da": "danish dänisch dansk",
        "de": "german deutsch allemand",
        "el": "greek griechisch",
        "en": "english englisch anglais",
        "es": "spanish spanisch español espanol castellano",
        "fa": "persian farsi persisch فارسی",
        "fi": "finnish finnisch suomi",
        "fr": "french französisch français francais",
        "he": "hebrew hebräisch עברית",
        "hi": "hindi",
        "hu": "hungarian ungarisch magyar",
        "it": "italian italienisch italiano",
        "ja": "japanese japanisch",
        "ko": "korean koreanisch",
        "nl": "dutch niederländisch nederlands",
        "pl": "polish polnisch polski",
        "pt": "portuguese portugiesisch português",
        "ro": "romanian rumänisch",
        "ru": "russian russisch",
        "sv": "swedish schwedisch svenska",
        "tr": "turkish türkisch türkçe",
        "uk": "ukrainian ukrainisch",
        "ur": "urdu",
        "vi": "vietnamese vietnamesisch",
        "zh": "chinese chinesisch mandarin cantonese",
    }.items()
    for word in (*words.split(), code)
}


def languages_of(choice: str) -> tuple[str, ...]:
    """The codes of the languages a choice names: “fluent English” is en; () when it names none.

    A bare code counts only alone, because many codes are also small words.
    """
    words = words_of(choice)
    if words in LANGUAGE_WORDS:
        return (LANGUAGE_WORDS[words],)
    named = (LANGUAGE_WORDS.get(word) for word in words.split() if len(word) > 2)
    return tuple(dict.fromkeys(code for code in named if code))
