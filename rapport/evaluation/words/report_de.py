"""What the report says in German around its claims, on the pages about people."""

WORDS: dict[str, str] = {
    "report_title": "Was das Mentoring-Programm vorzuweisen hat",
    "report_subtitle": "Auswertung der Daten bis {day}",
    "report_contents": "Seiten",
    "page_verdict": "Das Urteil",
    "page_goals": "Ziele",
    "page_change": "Kompetenz",
    "page_people": "Wer teilnahm und wer es hätte können",
    "page_retention": "Wer bleibt",
    "page_promotion": "Wer befördert wird",
    "page_how_sure": "Wie sicher das ist",
    "page_money": "Geld",
    "page_next_time": "Was beim nächsten Mal anders sein sollte",
    "page_method": "Wie gearbeitet wurde",
    "participants": "Teilnehmende",
    "colleagues": "Ähnliche Kolleginnen und Kollegen",
    "difference": "Unterschied in Punkten von 100",
    "alike_difference": "Unterschied bei gleichem Ausgangswert",
    "share_with_interval": "{value} von 100 ({interval})",
    "percent": "{{}} %",
    "of": "{part} von {all}",
    "who": "Wer",
    "what": "Was",
    "value": "Wert",
    "how_many": "Wie viele",
    "months": "Monate",
    "always": "jeher",
    "hidden_too_small": "zu wenige",
    "hidden_not_estimable": "noch nicht bekannt",
    "hidden_not_recorded": "nicht erfasst",
    "hidden_cannot_be_shown": "nicht darstellbar",
    "letters_title": "Was die Buchstaben bedeuten",
    "letters": (
        "A: Ein Los entschied, wer teilnahm. B: Teilnehmende neben ähnlichen Kolleginnen und "
        "Kollegen, alle Prüfungen bestanden. C: dasselbe, aber eine Prüfung wurde nicht bestanden "
        "oder war nicht möglich. D: eine Beschreibung, niemand zum Vergleich. Der Buchstabe sagt, "
        "wie weit man einem Satz trauen darf, nicht wie gut das Programm ist."
    ),
    "plan_not_locked": (
        "Es wurde kein Plan festgeschrieben, bevor die Personaldatei geöffnet wurde. Wer erst "
        "nach dem Blick auf die Zahlen wählt, was er ansieht, findet immer etwas; darum gibt es "
        "keinen Buchstaben über C."
    ),
    "control_title": "Bitte zuerst lesen",
    "control_failed": (
        "Auch Weggänge, die Mentoring nicht ändern kann, etwa Ruhestand oder das Ende einer "
        "Befristung, sind auf beiden Seiten verschieden häufig. Die Seiten gleichen sich also "
        "nicht, und ein Unterschied darin, wer bleibt, muss nichts anderes sein."
    ),
    "control_passed": (
        "Weggänge, die Mentoring nicht ändern kann, etwa Ruhestand oder das Ende einer "
        "Befristung, sind auf beiden Seiten gleich häufig."
    ),
    "control_unknown": (
        "Ob sich Weggänge, die Mentoring nicht ändern kann, zwischen beiden Seiten unterscheiden, "
        "ist nicht prüfbar: Auf einer Seite sind weniger als fünf erfasst."
    ),
    "blanked_title": "Leer bei Ausgeschiedenen",
    "blanked": (
        "Diese Spalten sind bei Ausgeschiedenen leer und bei Gebliebenen gefüllt: {fields}. Sie "
        "dienten nicht dazu, ähnliche Kolleginnen und Kollegen zu finden. Bitte um einen "
        "Export, der sie vom letzten Arbeitstag behält."
    ),
    "level": "Stufe",
    "level_lowest": "Viel weniger als erwartet",
    "level_low": "Weniger als erwartet",
    "level_expected": "Wie erwartet",
    "level_high": "Mehr als erwartet",
    "level_highest": "Viel mehr als erwartet",
    "rater_mentee": "Mentees sagen",
    "rater_mentor": "Mentoren sagen",
    "rated_by": "Beurteilt von",
    "reached_share": "Wie erwartet oder besser",
    "score_before": "T-Wert zu Beginn",
    "score_after": "T-Wert am Ende",
    "goals_chart": "Ziele auf den fünf Stufen, die am Anfang vereinbart wurden",
    "goals_caption": (
        "Wie viele Ziele auf jeder Stufe endeten. Ein gestrichelter Balken steht für weniger als 5."
    ),
    "goals_table": "Anteile und Werte",
    "goals_set_apart": (
        "Einvernehmlich fallen gelassen: {dropped}. Durch ein anderes Ziel ersetzt: {replaced}. "
        "Sie sind weder verfehlt noch fehlen sie, und stehen nicht im Bild."
    ),
    "goals_unscored": "Ziele ohne Stufe am Ende: {count}.",
    "goals_silent": "Teilnehmende ohne ein einziges Ziel in den Daten: {count}.",
    "goals_gap": (
        "Mentees sehen dasselbe Ziel {gap} Stufen höher als Mentoren; bei {alike} von 100 Zielen "
        "nennen beide dieselbe Stufe."
    ),
    "goals_easy": "Ein Durchschnitt so weit über 50 heißt meistens, dass die Ziele leicht waren.",
    "goals_care_title": "Wie der Wert zu lesen ist",
    "goals_care": (
        "50 heißt, dass alles wie erwartet ging; ein Ziel eine Stufe höher sind 10 Punkte. Der "
        "Wert hängt von der Zahl der Ziele ab, darum steht er hier zuletzt. Ordne niemals "
        "Personen oder Mentoren danach."
    ),
    "goals_missing_title": "Was fehlt",
    "goals_missing": (
        "Gib eine Datei mit Zielen dazu, eine Zeile je Ziel und urteilender Person: wer es "
        "ist, die Stufe zu Beginn und die Stufe am Ende, von −2 bis +2. Vereinbare die fünf "
        "Stufen am Anfang."
    ),
    "change_chart": "Veränderung in Punkten der Skala",
    "change_caption": (
        "Ein gefüllter Punkt ist der Unterschied zwischen Teilnehmenden und anderen mit gleichem "
        "Ausgangswert; ein hohler ist die Veränderung der Teilnehmenden allein."
    ),
    "change_table": "Veränderung während des Programms",
    "reliable_table": "Einzeln betrachtet: wer sich stärker verändert hat, als die Werte schwanken",
    "improved": "Gestiegen",
    "unchanged": "Gleich geblieben",
    "worse": "Gesunken",
    "reliable_limit": "Nötige Punkte",
    "reliability": "Zuverlässigkeit",
    "reliability_plan": "{value}, aus dem Plan",
    "reliability_others": "{value}, aus den zwei Werten der anderen",
    "reliable_care": (
        "Jeder Wert schwankt. Erst eine Veränderung um mehr Punkte, als die Tabelle nennt, geht "
        "über das hinaus, was Schwankung bei 95 von 100 unveränderten Personen ausmacht. Eine "
        "Zuverlässigkeit, die aus anderen errechnet ist, zählt zu viele als gleich geblieben; die "
        "des Fragebogens gehört in den Plan."
    ),
    "reliable_missing": (
        "Wie viele sich einzeln betrachtet verändert haben, lässt sich nicht sagen: Dazu braucht "
        "es die Zuverlässigkeit der Werte. Trage die des Fragebogens in den Plan ein."
    ),
    "change_care_title": "Wie eine Veränderung zu lesen ist",
    "change_care": (
        "Wer niedrig beginnt, steigt von selbst, und wer mehr weiß, urteilt oft strenger über "
        "sich. Eine Veränderung ohne Vergleich sagt nichts darüber, woher sie kommt. Wer beim "
        "zweiten Mal nicht antwortete, kann sich anders verändert haben."
    ),
    "change_missing_title": "Was fehlt",
    "change_missing": (
        "Gib eine Datei mit einem Wert vorher und nachher je Person dazu, am besten auch "
        "für Menschen, die nicht teilnehmen. Frage alle, die teilnehmen könnten, bevor das "
        "Programm beginnt."
    ),
    "skills_table": "Was sich an den Fähigkeiten von „{phase}“ verändert hat, Halbjahr ab {since}",
    "skill": "Fähigkeit",
    "group_everybody": "Alle",
    "group_mentors": "Mentorinnen und Mentoren",
    "group_mentees": "Mentees",
    "group_people": "{group} ({people} Personen)",
    "skills_care_title": "Woher diese Zahlen kommen",
    "skills_care": (
        "Mitglieder haben ihre eigenen Fähigkeiten zu Beginn und am Ende einer Phase auf fünf "
        "Stufen betrachtet und freiwillig beigesteuert, was sich verändert hat: im ganzen "
        "Programm, ohne Vergleich. Wer beisteuert, kann anders sein als alle anderen. Eine Gruppe "
        "erscheint ab fünf Personen aus fünf Beziehungen und nie so, dass zwei Angaben zusammen "
        "jemanden verraten."
    ),
    "scale": "Skala",
    "competence": "Kompetenz",
    "answered": "Zweimal geantwortet",
    "side_rose": "gestiegen",
    "side_fell": "gefallen",
    "side_more": "bleiben häufiger",
    "side_less": "bleiben seltener",
    "people_lead": (
        "Beginnen kann nur, wer noch da ist. Darum steht jede teilnehmende Person neben "
        "Kolleginnen und Kollegen, die am selben Tag da waren, ebenso lange wie sie, und nicht "
        "begonnen hatten."
    ),
    "flow_chart": "Von der Liste zum Vergleich",
    "flow_caption": (
        "Der Vergleich beruht auf {colleagues} verschiedenen Kolleginnen und Kollegen aus "
        "{people} Beschäftigungen in der Personaldatei."
    ),
    "flow_listed": "Personen auf der Liste",
    "flow_joined": "begannen",
    "flow_found": "waren an dem Tag da",
    "flow_matched": "haben ähnliche Kollegen",
    "flow_colleagues": "ähnliche Kolleginnen und Kollegen",
    "flow_people": "Beschäftigungen in der Datei",
    "balance_chart": "Wie ähnlich sich beide Seiten sind",
    "balance_passes": (
        "Nach der Auswahl gleichen sich beide Seiten in jeder erfassten Angabe: Jeder Punkt liegt "
        "unter 0,1. Was niemand erfasst hat, kann sich trotzdem unterscheiden."
    ),
    "balance_fails": (
        "Auch nach der Auswahl unterscheiden sich beide Seiten in einer erfassten Angabe: Ein "
        "Punkt liegt über 0,1. Was niemand erfasst hat, kann sich ebenfalls unterscheiden."
    ),
    "before_matching": "Alle anderen",
    "after_matching": "Nach der Auswahl",
    "fact": "Angabe",
    "age": "Alter",
    "similar_title": "Was ähnlich heißt",
    "exact": (
        "Bis zu fünf Kolleginnen oder Kollegen je Person, gleich in {fields} und in der Spanne "
        "der Jahre im Haus, und am nächsten darin, wie wahrscheinlich sie nach den übrigen "
        "Angaben begonnen hätten."
    ),
    "exact_none": (
        "Bis zu fünf Kolleginnen oder Kollegen je Person, in derselben Spanne der Jahre im Haus, "
        "und am nächsten darin, wie wahrscheinlich sie nach allen Angaben begonnen hätten. Nichts "
        "musste genau gleich sein."
    ),
    "barred_lead": "Diese Spalten dienten nicht dazu, ähnliche Kolleginnen und Kollegen zu finden:",
    "barred_as_of_today": (
        "{field}: Die Spalte sagt, was heute gilt, und das kann das Programm verändert haben."
    ),
    "barred_blank_for_leavers": "{field}: bei Ausgeschiedenen leer.",
    "barred_mostly_blank": "{field}: meistens leer.",
    "barred_often_blank": "{field}: bei mehr als 5 von 100 Personen leer.",
    "barred_alike": "{field}: bei allen gleich.",
    "curves_chart": "Wer noch da ist, Monat um Monat nach dem Beginn",
    "curves_caption": (
        "Wie viele von 100 Personen noch da sind. Die Bänder treffen in 95 von 100 Fällen. "
        "Darunter: wie viele noch beobachtet werden, auf fünf gerundet."
    ),
    "still_here": "Noch da",
    "watched": "Beobachtet",
    "differences_table": "Zu den Monaten des Plans",
    "days_longer": "Tage länger im Haus",
    "clock_title": "Wann die Uhr beginnt",
    "clock": (
        "Am Tag des Beginns, für Teilnehmende wie für die Kolleginnen und Kollegen neben ihnen. "
        "Wer Teilnehmende ab der Einstellung mit allen vergleicht, zählt die Zeit mit, in der sie "
        "nicht gehen konnten, ohne nie zu beginnen, und findet einen Unterschied, wo keiner ist."
    ),
    "promotion_title": "Wie Beförderungen gezählt werden",
    "promotion_how": (
        "Wer geht, kann nicht mehr befördert werden und zählt zu denen, die es nicht wurden. "
        "Bekannt sind nur die Tage in der Datei: Wo sie je Person bloß die letzte Beförderung "
        "kennt, fehlen frühere auf beiden Seiten."
    ),
    "sure_agree": "Drei Verfahren, die auf verschiedene Weise irren können, stehen nebeneinander.",
    "sure_disagree": "Die Verfahren widersprechen sich; lies keines als die Antwort.",
    "sure_none": "Es gab keinen Vergleich, den man von mehreren Seiten ansehen könnte.",
    "forest_chart": "Wer nach {months} Monaten bleibt, nach jedem Verfahren",
    "forest_caption": (
        "In Punkten von 100. Der gefüllte Punkt ist das vorher festgelegte Verfahren."
    ),
    "method": "Verfahren",
    "method_difference": "Ähnliche Kollegen",
    "method_lottery": "Los",
    "method_in_time": "Raten über die Zeit",
    "method_weighted": "Doppelt gewichtet",
    "checks_table": "Was geprüft wurde",
    "check": "Prüfung",
    "result": "Ergebnis",
    "hidden_factor": (
        "Ein Merkmal, das niemand erfasst hat, würde das Ergebnis wegerklären, wenn es Beginnen "
        "und Bleiben {point}-mal so wahrscheinlich machte; für das Ende des Intervalls, das näher "
        "bei null liegt, genügt {limit}-mal."
    ),
    "compliers": (
        "Unter denen, die wegen des Loses teilnahmen, beträgt der Unterschied {effect} Punkte von "
        "100."
    ),
    "unknown_title": "Was keine Prüfung sieht",
    "unknown": (
        "Wer sich meldet, will vielleicht eher bleiben als andere, und das steht in keiner "
        "Personaldatei. Mit vielen Menschen wird so ein Unterschied scharf, nicht klein. Nur ein "
        "Los unter den Bewerbungen nimmt ihn weg; alle vorher zu fragen, ob sie bleiben wollen, "
        "nimmt einen Teil davon weg."
    ),
    "promotion_absent_title": "Warum hier nichts steht",
    "promotion_absent_how": (
        "Eine Beförderung braucht ihren Tag. Ergänze in der Personaldatei den Tag jeder "
        "Beförderung; der letzte allein verdeckt die davor."
    ),
    "promotion_table": "Befördert binnen der Monate des Plans",
    "drawn": "Ausgeloste",
    "not_drawn": "Nicht Ausgeloste",
    "sure_lottery": (
        "Das Los ist die Antwort. Die anderen Verfahren stehen daneben; wo sie anderswo liegen, "
        "zeigen sie, wer sich meldet."
    ),
    "curves_not_lottery": (
        "Die Kurven und die Tabelle zeigen Teilnehmende neben ähnlichen Kolleginnen und Kollegen, "
        "nicht das Los."
    ),
}
