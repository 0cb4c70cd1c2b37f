"""The words people write for roles and numbers, in English and German.

Compared with words_of(): small letters, no punctuation. A programme adds its own words.
"""

from rapport.programmes.reading.targets import Role


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MENTOR_WORDS = _words("mentor mentors mentorin mentorinnen coach sponsor")
MENTEE_WORDS = _words(
    "mentee mentees mentored protégé protege protégée mentorand mentorandin tutee"
)
EITHER_WORDS = _words("both either beide beides")
JOINING_WORDS = _words("and or und oder y e et ou as well")
FILLING_WORDS = _words(
    "i d would want wish like love to be being become am a an the as role participate take part "
    "my only just yes please sign up in innen ich möchte will würde gern gerne ein eine einen "
    "als der die das sein werden teilnehmen nur ja bitte bin"
)

NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "zero none no nobody kein keine keinen niemand",
            "one single a ein eine einen eins",
            "two pair couple zwei",
            "three drei",
            "four vier",
            "five fünf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
            "ten zehn",
        )
    )
    for word in words.split()
}
OPEN_ENDED_WORDS = (
    "as many",
    "any number",
    "unlimited",
    "no limit",
    "no preference",
    "whatever",
    "flexible",
    "so viele",
    "beliebig",
    "unbegrenzt",
    "egal",
)


def role_of(words: str) -> Role | None:
    """The role that a cell's words say for sure; None when a person should be asked."""
    left = set(words.split()) - FILLING_WORDS - JOINING_WORDS
    mentor, mentee = left & MENTOR_WORDS, left & MENTEE_WORDS
    if left - mentor - mentee - EITHER_WORDS or not left:
        return None
    if left & EITHER_WORDS or (mentor and mentee):
        return Role.EITHER
    return Role.MENTOR if mentor else Role.MENTEE
