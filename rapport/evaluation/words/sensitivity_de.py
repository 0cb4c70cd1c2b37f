"""Was auf Deutsch über verborgene Merkmale, Lücken und Arten zu gehen gesagt wird."""

WORDS: dict[str, str] = {
    "gamma": (
        "Von zwei Menschen, die hier gleich aussehen, darf ein verborgenes Merkmal einen bis zu "
        "{gamma}-mal so wahrscheinlich teilnehmen lassen, bevor Zufall und Merkmal zusammen den "
        "Unterschied erklären könnten."
    ),
    "tip": (
        "{silent} Teilnehmende wurden nicht {months} Monate lang beobachtet. Wenn dann höchstens "
        "{tip} von 100 von ihnen noch da wären, gäbe es den Unterschied nicht mehr."
    ),
    "tip_none": (
        "{silent} Teilnehmende wurden nicht {months} Monate lang beobachtet. Was auch aus ihnen "
        "wurde, der Unterschied bleibt."
    ),
    "filled": (
        "Lücken in diesen Merkmalen wurden {times}-mal gefüllt, jedes Mal ein wenig anders, mit "
        "Beginnen und Gehen im Modell, und die Antworten wurden zusammengefasst: {fields}. Das "
        "stimmt, wo Lücken dem folgen, was bekannt ist, und sonst nicht."
    ),
    "pretended_title": "Ein Programm, das noch nicht begonnen hatte",
    "pretended_passed": (
        "Tut man so, als hätten die Teilnehmenden ein Jahr früher begonnen, sind Beförderungen in "
        "jenem Jahr auf beiden Seiten gleich häufig."
    ),
    "pretended_failed": (
        "Tut man so, als hätten die Teilnehmenden ein Jahr früher begonnen, unterscheiden sich die "
        "Beförderungen schon in jenem Jahr. Die beiden Seiten glichen sich also nicht, bevor das "
        "Programm begann."
    ),
    "ways_table": "Wie Menschen binnen {months} Monaten nach dem Beginn gingen, paarweise",
    "way": "Art zu gehen",
    "way_own": "aus eigenem Willen",
    "way_house": "durch das Haus oder im Einvernehmen",
    "way_retired": "in den Ruhestand",
    "way_other": "anders, oder niemand weiß es",
    "change_tip": (
        "{scale}: Wenn sich die, die nicht wieder antworteten, um weniger als {at} veränderten, "
        "unterschiede sich das Mittel aller nicht von null."
    ),
}
