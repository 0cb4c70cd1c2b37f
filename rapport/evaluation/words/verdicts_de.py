"""What may be said in German about an outcome, keyed on grade, situation and size."""

WORDS: dict[str, str] = {
    "grade_A": "Ein Los entschied, wer teilnahm.",
    "grade_B": "Teilnehmende neben ähnlichen Kolleginnen und Kollegen; alle Prüfungen bestanden.",
    "grade_C": (
        "Teilnehmende neben ähnlichen Kolleginnen und Kollegen; nicht alle Prüfungen bestanden."
    ),
    "grade_D": "Eine Beschreibung. Es gibt niemanden zum Vergleich.",
    "hidden_few": "weniger als 5",
    "between": "{low} bis {high}",
    "claim_retention_A_better": (
        "Das Programm hat den Anteil derer erhöht, die bleiben: Nach {months} Monaten waren noch "
        "{ours} von 100 da, gegenüber {theirs} von 100 nicht Ausgelosten. Das sind {low_bare} bis "
        "{high_bare} mehr von 100."
    ),
    "claim_retention_A_worse": (
        "Das Programm hat den Anteil derer gesenkt, die bleiben: Nach {months} Monaten waren noch "
        "{ours} von 100 da, gegenüber {theirs} von 100 nicht Ausgelosten. Das sind {high_bare} "
        "bis {low_bare} weniger von 100."
    ),
    "claim_retention_A_nil": (
        "Die Daten zeigen keinen Unterschied darin, wer bleibt. Nach {months} Monaten waren noch "
        "{ours} von 100 Ausgelosten da und {theirs} von 100 nicht Ausgelosten. Alles von {low} "
        "bis {high} von 100 passt zu ihnen."
    ),
    "claim_retention_better": (
        "Teilnehmende blieben häufiger als ähnliche Kolleginnen und Kollegen: Nach {months} "
        "Monaten waren noch {ours} von 100 da, gegenüber {theirs} von 100. Das sind {low_bare} "
        "bis {high_bare} mehr von 100. Es wurde nicht gelost; ein Teil davon kann daran liegen, "
        "wer sich gemeldet hat."
    ),
    "claim_retention_better_slight": (
        "Teilnehmende blieben etwas häufiger als ähnliche Kolleginnen und Kollegen: Nach {months} "
        "Monaten waren noch {ours} von 100 da, gegenüber {theirs} von 100. Das sind {low_bare} "
        "bis {high_bare} mehr von 100. Es wurde nicht gelost; all das kann daran liegen, wer sich "
        "gemeldet hat."
    ),
    "claim_retention_worse": (
        "Teilnehmende blieben seltener als ähnliche Kolleginnen und Kollegen: Nach {months} "
        "Monaten waren noch {ours} von 100 da, gegenüber {theirs} von 100. Das sind {high_bare} "
        "bis {low_bare} weniger von 100. Es wurde nicht gelost; ein Teil davon kann daran liegen, "
        "wer sich gemeldet hat oder geschickt wurde."
    ),
    "claim_retention_nil": (
        "Die Daten zeigen keinen Unterschied darin, wer bleibt. Nach {months} Monaten waren noch "
        "{ours} von 100 Teilnehmenden da und {theirs} von 100 ähnlichen Kolleginnen und Kollegen. "
        "Alles von {low} bis {high} von 100 passt zu ihnen."
    ),
    "claim_retention_nil_narrow": (
        "Die Daten zeigen keinen Unterschied darin, wer bleibt, und ein großer passt nicht zu "
        "ihnen. Nach {months} Monaten waren noch {ours} von 100 Teilnehmenden da und {theirs} von "
        "100 ähnlichen Kolleginnen und Kollegen. Nur Unterschiede von {low} bis {high} von 100 "
        "passen."
    ),
    "claim_retention_disagree": (
        "Die Verfahren widersprechen sich; lies keines als die Antwort. Die Daten zeigen "
        "nicht, ob Teilnehmende häufiger oder seltener bleiben als ähnliche Kolleginnen und "
        "Kollegen."
    ),
    "claim_retention_too_small": (
        "{people} Personen sind zu wenige, um zu sagen, wer bleibt. {least} Mehr zeigen die Daten "
        "nicht."
    ),
    "claim_retention_unlike": (
        "Nur {share} von 100 Teilnehmenden haben ähnliche Kolleginnen oder Kollegen; einen fairen "
        "Vergleich gibt es nicht. Die Daten zeigen nicht, ob sie häufiger oder seltener bleiben "
        "als sonst."
    ),
    "claim_retention_absent": (
        "Noch wurde niemand {months} Monate nach dem Beginn beobachtet. Die Daten zeigen noch "
        "nicht, wer bleibt; frage später wieder."
    ),
    "claim_retention_alone": (
        "Nach {months} Monaten waren noch {ours} von 100 Teilnehmenden da ({between}). Es gibt "
        "niemanden zum Vergleich; die Daten zeigen nicht, ob das viele sind."
    ),
    "claim_promotion_A_better": (
        "Das Programm hat den Anteil der Beförderten erhöht: binnen {months} Monaten {ours} von "
        "100, gegenüber {theirs} von 100 nicht Ausgelosten. Das sind {low_bare} bis {high_bare} "
        "mehr von 100."
    ),
    "claim_promotion_better": (
        "Teilnehmende wurden häufiger befördert als ähnliche Kolleginnen und Kollegen: binnen "
        "{months} Monaten {ours} von 100, gegenüber {theirs} von 100. Das sind {low_bare} bis "
        "{high_bare} mehr von 100. Es wurde nicht gelost; ein Teil davon kann daran liegen, wer "
        "sich gemeldet hat."
    ),
    "claim_promotion_worse": (
        "Teilnehmende wurden seltener befördert als ähnliche Kolleginnen und Kollegen: binnen "
        "{months} Monaten {ours} von 100, gegenüber {theirs} von 100. Das sind {high_bare} bis "
        "{low_bare} weniger von 100. Es wurde nicht gelost; ein Teil davon kann daran liegen, wer "
        "sich gemeldet hat oder geschickt wurde."
    ),
    "claim_promotion_nil": (
        "Die Daten zeigen keinen Unterschied bei Beförderungen. Binnen {months} Monaten wurden "
        "{ours} von 100 Teilnehmenden befördert und {theirs} von 100 ähnlichen Kolleginnen und "
        "Kollegen. Alles von {low} bis {high} von 100 passt zu ihnen."
    ),
    "claim_promotion_too_small": (
        "{people} Personen sind zu wenige, um etwas über Beförderungen zu sagen. Mehr zeigen die "
        "Daten nicht."
    ),
    "claim_promotion_unlike": (
        "Nur {share} von 100 Teilnehmenden haben ähnliche Kolleginnen oder Kollegen; die Daten "
        "zeigen nicht, ob sie häufiger oder seltener befördert werden."
    ),
    "claim_promotion_absent": (
        "Die Personaldatei enthält keine Tage von Beförderungen; die Daten zeigen nicht, wer "
        "befördert wird."
    ),
    "claim_goals_alone": (
        "Von {items} Zielen, die {people} Personen sich setzten, wurden {ours} von 100 wie "
        "erwartet oder besser erreicht ({between}). Das beschreibt die Ziele; es sagt nicht, "
        "warum sie erreicht wurden."
    ),
    "claim_goals_too_small": (
        "Die Ziele von {people} Personen sind zu wenige, um sie zu zeigen. Ab fünf Personen "
        "werden sie zusammen gezeigt."
    ),
    "claim_goals_absent": (
        "Diesem Bericht wurden keine Ziele gegeben; er sagt nicht, wie viele erreicht wurden."
    ),
    "claim_competence_alone": (
        "{scale} änderte sich während des Programms um {low} bis {high} Punkte bei {people} "
        "Personen. Ohne Vergleich kann niemand sagen, warum."
    ),
    "claim_competence_better": (
        "{scale} stieg bei Teilnehmenden stärker als bei Kolleginnen und Kollegen mit gleichem "
        "Ausgangswert: um {low_bare} bis {high_bare} Punkte. Es wurde nicht gelost; ein Teil "
        "davon kann daran liegen, wer sich gemeldet hat."
    ),
    "claim_competence_worse": (
        "{scale} stieg bei Teilnehmenden weniger als bei Kolleginnen und Kollegen mit gleichem "
        "Ausgangswert: um {high_bare} bis {low_bare} Punkte. Es wurde nicht gelost; ein Teil "
        "davon kann daran liegen, wer sich gemeldet hat."
    ),
    "claim_competence_nil": (
        "Die Daten zeigen keinen Unterschied bei {scale} zwischen Teilnehmenden und Kolleginnen "
        "und Kollegen mit gleichem Ausgangswert. Alles von {low} bis {high} Punkten passt zu "
        "ihnen."
    ),
    "claim_competence_too_small": (
        "{scale}: {people} Personen sind zu wenige, um es zu zeigen. Ab fünf Personen wird es "
        "zusammen gezeigt."
    ),
    "claim_competence_absent": "Diesem Bericht wurden keine Werte von vorher und nachher gegeben.",
    "detectable_none": "Selbst wenn niemand gegangen wäre, hätte sich das nicht gezeigt.",
    "detectable_two_thirds": "Nur zwei Drittel weniger Weggänge hätten sich gezeigt.",
    "detectable_half": "Nur eine Halbierung der Weggänge hätte sich gezeigt.",
    "detectable_third": "Nur ein Drittel weniger Weggänge hätte sich gezeigt.",
    "detectable_fifth": "Nur ein Fünftel weniger Weggänge oder mehr hätte sich gezeigt.",
    "outcome_retention": "Wer bleibt, {months} Monate nach dem Beginn",
    "outcome_promotion": "Wer binnen {months} Monaten befördert wird",
    "outcome_goals": "Erreichte Ziele",
    "outcome_competence": "Kompetenz: {scale}",
    "check_lottery": "Ein Los entschied, wer teilnahm",
    "check_compared": (
        "Mindestens 20 Teilnehmende, 5 Weggänge auf jeder Seite, 80 von 100 mit ähnlichen "
        "Kolleginnen und Kollegen"
    ),
    "check_dated": "Die Angaben zu Personen gelten vor dem Beginn",
    "check_before": "Darunter ist, wie Menschen sich vorher fühlten oder beurteilt wurden",
    "check_balance": "Nach der Auswahl sind beide Seiten in jeder erfassten Angabe gleich",
    "check_control": (
        "Weggänge, die Mentoring nicht ändern kann, sind auf beiden Seiten gleich häufig"
    ),
    "check_agreement": "Drei Verfahren erzählen dieselbe Geschichte",
    "check_locked": "Der Plan wurde vorher festgeschrieben",
    "passed_yes": "bestanden",
    "passed_no": "nicht bestanden",
    "passed_unknown": "nicht prüfbar",
    "more": "{size} mehr",
    "fewer": "{size} weniger",
    "as_many": "keinem",
    "points_more": "+{size}",
    "points_fewer": "−{size}",
    "claim_retention_unlike_later": (
        "Viele der ähnlichen Kolleginnen und Kollegen begannen später selbst, und wer draußen "
        "bleibt, gleicht den Teilnehmenden nicht. Einen fairen Vergleich gibt es nicht: Die Daten "
        "zeigen nicht, ob Teilnehmende häufiger oder seltener bleiben."
    ),
    "claim_promotion_unlike_later": (
        "Viele der ähnlichen Kolleginnen und Kollegen begannen später selbst; die Daten zeigen "
        "nicht, ob Teilnehmende häufiger oder seltener befördert werden."
    ),
}
