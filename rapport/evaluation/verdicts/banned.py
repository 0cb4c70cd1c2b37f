"""Words that a report never says, and those that only a lottery allows. Every report is scanned."""

import re
from collections.abc import Mapping

NEVER: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"no effect",
        r"(not |in)?significant(ly)?",
        r"trends? towards?",
        r"robust(ly|ness)?",
        r"pro(of|ves?|ven|ved)",
        r"thanks to",
        r"sav(ed|ings?)",
        r"guarantee[ds]?",
        r"return on investment|roi",
        r"success story",
    ),
    "de": (
        r"(kein|keine|keinen|keinerlei) (effekt|wirkung)",
        r"(nicht |in)?signifikan(t|te|ten|z)",
        r"tendenz(iell)?",
        r"robust(e|er|en|heit)?",
        r"bewei(s|st|sen)|bewiesen|belegt|nachgewiesen",
        r"dank (des|dem|der)",
        r"(ein)?gespart|einsparung(en)?|ersparnis(se)?",
        r"garantiert?",
        r"rendite|roi",
        r"erfolgsgeschichte",
    ),
}
ONLY_A_LOTTERY: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"raised|lowered",
        r"caus(ed|es|al|ally)",
        r"led to|leads to|lead to",
        r"because of the programme|due to the programme",
        r"effects? of the programme|impacts?",
        r"improved|boosted|reduced",
        r"avoided",
    ),
    "de": (
        r"erhöht|gesenkt",
        r"verursacht|kausal|ursächlich",
        r"führte[n]? zu|geführt",
        r"durch das programm|aufgrund des programms|wegen des programms",
        r"wirkung(en)? des programms|bewirkt|auswirkung(en)?",
        r"verbesserte?|gesteigert|verringert",
        r"vermieden",
    ),
}


def banned_in(words: str, language: str, *, lottery: bool = False) -> list[str]:
    """Every banned word that the text holds, as it stands there."""
    patterns = NEVER[language] + (() if lottery else ONLY_A_LOTTERY[language])
    whole = re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
    return [match[0] for match in whole.finditer(words)]
