"""What the report says in German about money, advice and method, on its last pages."""

WORDS: dict[str, str] = {
    "money_lead": (
        "Mit den Kosten des Plans zahlte sich das Programm in {chance} von 100 Ziehungen aus."
    ),
    "money_no_costs": (
        "Hier steht kein Geldbetrag: Der Plan sagt nicht, was ein Weggang und was das Programm "
        "kostet."
    ),
    "money_evidence": (
        "Hier steht kein Geldbetrag: Die Belege tragen keinen. Es braucht ein Los oder einen "
        "Vergleich, der jede Prüfung bestanden hat."
    ),
    "money_nil": (
        "Hier steht kein Geldbetrag: Die Daten zeigen keinen Unterschied, der sich in Geld zählen "
        "ließe."
    ),
    "money_too_small": (
        "Hier steht kein Geldbetrag: Es braucht 50 Teilnehmende und zehn Weggänge auf jeder Seite."
    ),
    "money_title": "Wie Geld gezählt wird",
    "money_how": (
        "Weniger Weggänge mal den Kosten eines Weggangs, abzüglich der Kosten des Programms mit "
        "den Stunden aller. Der Unterschied wird aus seinem Intervall gezogen, die Kosten eines "
        "Weggangs aus 21, 33 und 75 von 100 eines Jahresgehalts, wenn der Plan nichts anderes "
        "sagt; die Kosten des Programms dürfen um ein Zehntel danebenliegen. Eine einzelne Zahl "
        "täte so, als wüsste sie mehr."
    ),
    "money_table": "Was es gewesen sein kann",
    "money_fewer": "Unterschied darin, wer bleibt, in Punkten von 100",
    "money_net": "Ertrag auf je 100 {currency}",
    "next_lead": "Was der nächste Bericht bräuchte, um mehr zu sagen; das Nützlichste zuerst.",
    "advice_lottery": (
        "Wenn sich mehr bewerben, als es Mentoren gibt, lose, und lass die anderen ein "
        "Jahr warten. Nur dieser Schritt macht aus einem Vergleich eine Antwort."
    ),
    "advice_survey": (
        "Frage alle, die teilnehmen könnten, bevor jemand beginnt, ob sie bleiben wollen. So "
        "lässt sich am günstigsten erfassen, was eine Anmeldung verbirgt."
    ),
    "advice_larger": (
        "Die meisten Programme sind zu klein, um eine glaubhafte Veränderung darin zu zeigen, wer "
        "bleibt. Sieh zuerst auf Ziele und Kompetenz, oder fasse mehrere Runden "
        "zusammen."
    ),
    "advice_plan": (
        "Entscheide dich für höchstens zwei Fragen, und schreibe den Plan fest, bevor "
        "die Personaldatei geöffnet wird."
    ),
    "advice_dated": (
        "Bitte um einen Export mit einer Zeile je Änderung, damit Abteilung und Stufe die "
        "vom Tag des Beginns sind."
    ),
    "advice_goals": (
        "Lass Paare am Anfang Ziele mit fünf Stufen vereinbaren, und halte die Stufe am Ende fest."
    ),
    "advice_both_raters": "Lass Mentee und Mentor jedes Ziel getrennt beurteilen.",
    "advice_competence": "Frage Teilnehmende und andere vorher und nachher dasselbe.",
    "advice_later": (
        "Sieh an den Tagen wieder nach, die der Plan nennt, und nicht dazwischen: Wer zwei "
        "Jahre lang jeden Monat hinsieht, findet in einem von vier Programmen etwas, die nichts "
        "taten."
    ),
    "needed_table": (
        "Wie viele Teilnehmende es braucht, um zu zeigen, wer bleibt (in vier von fünf Fällen; je "
        "fünf ähnliche Personen, 15 von 100 gehen im Jahr, zwei Jahre beobachtet)"
    ),
    "true_change": "Wahre Änderung der Weggänge",
    "participants_needed": "Teilnehmende",
    "fewer_leave": "{share} von 100 weniger",
    "method_lead": (
        "Alles, was man braucht, um diesen Bericht nachzuprüfen. Verfahren in Fassung {version}."
    ),
    "plan_table": "Der Plan",
    "plan_primary": "Vorher festgelegt",
    "plan_months": "Monate nach dem Beginn",
    "plan_counted": "Was als Weggang zählt",
    "plan_window": "Was die Datei abdeckt",
    "plan_comparison": "Ähnliche Kolleginnen und Kollegen",
    "plan_seed": "Startzahl",
    "plan_lock": "Festschreibung",
    "plan_hash": "Prüfsumme des Plans",
    "primary_goals": "Ziele",
    "primary_competence": "Kompetenz",
    "primary_retention": "wer bleibt",
    "primary_promotion": "wer befördert wird",
    "window": "Weggänge seit {since}, bis {until}",
    "comparison": "bis zu {each}, Abstand {caliper}",
    "locked_at": "festgeschrieben am {at}",
    "not_locked": "nicht festgeschrieben",
    "no_plan": "kein Plan; es galt das Übliche",
    "rows": "Zeilen",
    "rows_read": "Gelesene Zeilen",
    "ledger_table": "Was gelesen und was warum beiseitegelegt wurde",
    "file": "Datei",
    "file_participants": "Teilnehmende",
    "file_workforce": "Personal",
    "file_goals": "Ziele",
    "file_ratings": "Kompetenzwerte",
    "file_survey": "Befragung",
    "asked_attributes": "Wann Angaben zu Personen galten",
    "asked_counted": "Was als Weggang zählt",
    "asked_exit": "Was ein Grund bedeutet",
    "asked_export_day": "Die Datei zeigt, wer da war, bis",
    "asked_leavers_since": "Die Datei enthält Weggänge seit",
    "asked_date_order": "Wie Tage geschrieben sind",
    "answers_table": "Fragen, die keine Datei beantwortet",
    "question": "Frage",
    "answer": "Antwort",
    "no_answers": "keine",
    "definition_time_zero": (
        "Der Nullpunkt ist der Tag des Beginns oder, wo gelost wurde, der Tag der Losung."
    ),
    "definition_everybody": (
        "Alle, die begonnen haben, zählen, ob sie bis zum Ende dabei waren oder nicht."
    ),
    "definition_similar": (
        "Ähnliche Kolleginnen und Kollegen werden für jeden Tag eines Beginns neu gewählt "
        "(Risk-Set-Matching), in derselben Spanne der Jahre im Haus. Wer später selbst beginnt, "
        "wird bis dahin beobachtet."
    ),
    "definition_shares": (
        "Anteile nach Monaten sind Kaplan-Meier-Schätzungen; ihre Bänder sind komplementär "
        "log-log mit einem exakten Ersatz. Unterschiede berücksichtigen, dass eine Person neben "
        "mehreren Teilnehmenden stehen kann."
    ),
    "definition_methods": (
        "Das zweite Verfahren ist das Modell von Cox auf Jahre im Haus mit dem Beginn als "
        "Tatsache in der Zeit, umgerechnet in Punkte; das dritte ist eine doppelt bereinigte "
        "Regression auf zufällig gezogene Personen, die hätten beginnen können."
    ),
    "definition_rounding": (
        "Intervalle sind 95-von-100-Intervalle. Zwei Fragen mit Vergleich oder mehrere geplante "
        "Lesetage teilen sich diese eine Möglichkeit des Irrtums: 97,5 von 100 bei zweien, 98,3 "
        "bei dreien. Gerundet wird zuletzt."
    ),
    "definition_hiding": (
        "Gruppen unter fünf Personen werden verborgen, auch wo eine Summe sie verriete. Zahlen von "
        "Personen, Zielen und Zeilen sind auf fünf gerundet, damit zwei Gruppen, von denen eine "
        "Teil der anderen ist, nie verraten, wer nur in einer ist. Kurven haben alle drei Monate "
        "einen Punkt."
    ),
    "refused_no_option": (
        "Es fehlt etwas: {option}. Nichts wurde geschrieben. `rapport evaluate --help` zeigt alles."
    ),
    "questions_open": (
        "Manche Fragen beantwortet keine Datei; darum wurde nichts geschrieben. Beantworte "
        "sie im Plan, oder lass dich am Terminal fragen:"
    ),
    "told_set_aside": (
        "„{file}“: {n} Zeilen wurden beiseitegelegt; welche und warum, sagen die letzte Seite des "
        "Berichts und das JSON."
    ),
    "told_set_aside_one": (
        "„{file}“: 1 Zeile wurde beiseitegelegt; welche und warum, sagen die letzte Seite des "
        "Berichts und das JSON."
    ),
    "told_locked": (
        "Der Plan ist festgeschrieben: {hash}. Hebe diese Zeile auf; jeder Bericht druckt sie."
    ),
    "outlook": (
        "Bei {n} Teilnehmenden würden sich erst {fewer} von 100 Weggängen weniger zeigen: {stay} "
        "von 100 Personen mehr, die nach zwei Jahren noch da sind."
    ),
    "outlook_none": (
        "Bei {n} Teilnehmenden würde sich nichts zeigen, auch wenn kaum noch jemand ginge."
    ),
    "outlook_usual": (
        "Drei von zehn Weggängen weniger, mehr als jede sorgfältige Studie eines freiwilligen "
        "Programms fand, würden sich in {chance} von 100 solchen Programmen zeigen; es braucht "
        "{needed} Teilnehmende, um es in 80 von 100 zu sehen."
    ),
    "outlook_next": (
        "Lege darum Ziele und Kompetenz als Fragen fest, lose, wenn sich mehr bewerben, "
        "als es Mentoren gibt, und frage alle vorher, ob sie bleiben wollen."
    ),
    "outlook_enough": (
        "Wer bleibt, kann darum eine der zwei Fragen des Plans sein. Lose, wenn sich mehr "
        "bewerben, als es Mentoren gibt."
    ),
}
