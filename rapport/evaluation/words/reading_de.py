"""What is said in German about files: questions, repairs, reasons to set aside, refusals."""

WORDS: dict[str, str] = {
    "question_order": (
        "In „{file}“ lassen sich Tage wie {examples} auf zwei Arten lesen. Welche Zahl ist der Tag?"
    ),
    "question_order_mixed": (
        "In „{file}“ steht mal der Tag, mal der Monat vorn. Was stimmt für die meisten, etwa "
        "{examples}? Zeilen, die sich so nicht lesen lassen, werden beiseitegelegt."
    ),
    "question_export_day": (
        "Bis zu welchem Tag zeigt die Personaldatei, wer da war? Der späteste Tag darin ist "
        "{latest}."
    ),
    "question_leavers_since": (
        "Ab welchem Tag enthält die Personaldatei auch die Ausgeschiedenen? Der früheste Austritt "
        "darin ist {earliest}. Antworte mit einem Tag oder mit „always“, wenn niemand fehlt, "
        "der je gegangen ist."
    ),
    "question_attributes": (
        "Die Personaldatei hat eine Zeile je Person. Sagen diese Spalten, was bei der Einstellung "
        "galt, oder was heute gilt: {fields}?"
    ),
    "question_exit": "Was bedeutet der Grund „{word}“?",
    "question_counted": "Welche Arten zu gehen zählen als Weggang?",
    "option_day_first": "die erste Zahl",
    "option_month_first": "die zweite Zahl; die erste ist der Monat",
    "option_then": "bei der Einstellung",
    "option_today": "heute oder am Tag des Exports",
    "option_resignations": "nur Kündigungen durch die Person selbst",
    "option_most": "Kündigungen beider Seiten und Stellenabbau; nicht Rente, Tod oder Fristende",
    "option_every": "jedes Ende außer Versetzung und Verkauf eines Bereichs",
    "option_resignation": "die Person hat selbst gekündigt",
    "option_dismissal": "der Arbeitgeber hat gekündigt",
    "option_redundancy": "die Stelle fiel weg",
    "option_mutual": "beide haben sich auf ein Ende geeinigt",
    "option_fixed_term": "eine Befristung lief aus",
    "option_retirement": "Ruhestand",
    "option_death": "die Person ist verstorben",
    "option_transfer": "ein Wechsel innerhalb des Konzerns; die Person blieb",
    "option_sale": "der Bereich wurde verkauft",
    "option_unknown": "niemand weiß es",
    "note_second_column": (
        "„{file}“: Die Spalte „{column}“ könnte dasselbe meinen wie „{used}“; benutzt wurde die "
        "letztere."
    ),
    "note_sheets": "„{file}“: Gelesen wurde das Blatt „{sheet}“; nicht gelesen: {others}.",
    "note_encoding": (
        "„{file}“ sagt nicht, wie seine Buchstaben geschrieben sind; gelesen als Windows-1252."
    ),
    "note_never": "„{file}“, {field}: {examples} wurde als „kein solcher Tag“ gelesen.",
    "note_unreadable": "„{file}“, {field}: {n} Zellen waren nicht lesbar und gelten als leer.",
    "note_unreadable_one": "„{file}“, {field}: 1 Zelle war nicht lesbar und gilt als leer.",
    "note_comma": "„{file}“, {field}: Ein Komma wurde als Dezimalzeichen gelesen.",
    "note_zeros": (
        "{n} Zeilen hatten die führenden Nullen ihrer Nummern verloren; die Personen wurden ohne "
        "sie erkannt."
    ),
    "note_per_change": (
        "„workforce“ hat eine Zeile je Änderung: {n} Zeilen erzählen von {people} Personen."
    ),
    "note_no_reasons": (
        "„workforce“ sagt nicht, warum jemand ging; darum zählt jedes Ende als Weggang."
    ),
    "note_announced": "{n} Personen haben einen späteren Austritt angekündigt; sie gelten als da.",
    "note_announced_one": "1 Person hat einen späteren Austritt angekündigt und gilt als da.",
    "note_roles": (
        "„participants“: Niemand weiß, was diese Rollen bedeuten; sie wurden behalten: {words}."
    ),
    "note_entered": (
        "„workforce“: Der Tag der Erfassung wurde nicht benutzt, sondern der Tag, ab dem eine "
        "Änderung gilt."
    ),
    "note_notice": "„workforce“: Der Tag der Kündigung zählt nur, wo kein letzter Tag steht.",
    "note_adjusted": (
        "„workforce“: Wo kein Eintrittstag steht, gilt der angerechnete Beginn der Zugehörigkeit."
    ),
    "note_employer": (
        "„workforce“: Ein Wechsel zu einer anderen Gesellschaft zählt nicht als Weggang."
    ),
    "reason_slipped": "Mehr Zellen als Spalten: Die Zeile ist verrutscht.",
    "reason_no_person": "Nichts sagt, wer es ist.",
    "reason_broken_person": (
        "Eine Tabellenkalkulation machte aus der Nummer 1,2E+07; niemand weiß, wer es ist."
    ),
    "reason_unreadable": "Nicht als Tag lesbar: {field}.",
    "reason_repeated": "Sagt Wort für Wort dasselbe wie eine andere Zeile.",
    "reason_no_hired": "Kein erster Arbeitstag.",
    "reason_undated_exit": "Sagt, dass die Person ging, aber nicht wann.",
    "reason_left_before_hired": "Austritt vor dem ersten Arbeitstag.",
    "reason_hired_later": "Beginnt nach dem letzten Tag, den die Datei abdeckt.",
    "reason_left_before_window": "Ging vor dem Tag, ab dem alle Austritte erfasst sind.",
    "reason_other_role": "Nimmt in einer anderen Rolle teil.",
    "reason_ended_before_joined": "Ende vor dem Beginn.",
    "reason_joined_again": "Noch einmal dabei; das erste Mal zählt.",
    "reason_not_in_workforce": "Niemand in der Personaldatei hat diese Nummer.",
    "reason_joined_before_hire": "Teilnahme vor dem ersten Arbeitstag.",
    "reason_joined_after_leaving": "Teilnahme nach dem Austritt.",
    "reason_joined_before_window": "Teilnahme vor dem Tag, ab dem alle Austritte erfasst sind.",
    "reason_joined_after_export": "Teilnahme am oder nach dem letzten Tag, den die Datei abdeckt.",
    "reason_no_level": "Keine Stufe für ein Ziel, das behalten wurde.",
    "reason_strange_level": "Eine andere Stufe als −2, −1, 0, 1 oder 2.",
    "reason_goal_again": "Dasselbe Ziel noch einmal; die letzte Zeile zählt.",
    "reason_no_first_value": "Kein erster Wert.",
    "reason_rated_again": "Dieselbe Person und Skala noch einmal; die letzte Zeile zählt.",
    "reason_answered_late": "Am Tag des Beginns oder später beantwortet.",
    "reason_answered_again": "Dieselbe Person antwortet noch einmal; die erste Antwort zählt.",
    "reason_no_answer_day": "Kein Tag der Antwort.",
    "reason_not_eligible": "Passt nicht zur Regel, wer teilnehmen darf.",
    "reason_not_participant": "Niemand unter den Teilnehmenden hat diese Nummer.",
    "refused_answer": (
        "„{answer}“ beantwortet die Frage „{question}“ nicht. Nichts wurde geschrieben. Mögliche "
        "Antworten: {options}."
    ),
    "refused_no_column": (
        "Der Plan nennt die Spalte „{column}“ von „{file}“, aber es gibt sie nicht. Nichts wurde "
        "geschrieben. Die Spalten sind: {columns}."
    ),
    "refused_missing_field": (
        "„{file}“ braucht eine Spalte für {field}, und keine sieht danach aus. Nichts wurde "
        'geschrieben. Nenne sie im Plan unter [columns.{file}] als {name} = "…". Die '
        "Spalten sind: {columns}."
    ),
    "refused_no_file": (
        "„{file}“ lässt sich nicht öffnen. Nichts wurde geschrieben. Prüfe den Pfad."
    ),
    "refused_file": "{why} Es wurde kein Bericht geschrieben.",
    "refused_no_days": (
        "Die Personaldatei enthält keinen Tag eines Eintritts oder Austritts. Nichts wurde "
        "geschrieben. Exportiere sie mit diesen Spalten."
    ),
    "refused_nobody_joined": (
        "In der Liste der Teilnehmenden hat niemand in der Rolle {role} einen Tag des Beginns. "
        "Nichts wurde geschrieben. Ergänze den Tag der Vermittlung für jede Person."
    ),
    "refused_nobody_comparable": (
        "Keine teilnehmende Person war am Tag des Beginns in der Personaldatei zu finden. Nichts "
        "wurde geschrieben. Prüfe, ob beide Dateien dieselben Personalnummern benutzen."
    ),
    "refused_toml": "Der Plan „{file}“ ist nicht lesbar: {why}. Nichts wurde geschrieben.",
    "refused_no_workforce": (
        "Es gibt noch keine Personaldatei, und ohne sie lässt sich niemand vergleichen. Nichts "
        "wurde geschrieben; wähle auch diese."
    ),
    "refused_too_early": (
        "Der Plan wird am {day} gelesen und nicht vorher: Wer immer wieder hinsieht, sieht am Ende "
        "etwas. Nichts wurde geschrieben; führe dies ab diesem Tag noch einmal aus."
    ),
    "refused_lock": (
        "Der Plan wurde nach dem Festschreiben am {at} geändert. Nichts wurde geschrieben. Mache "
        "die Änderung rückgängig, oder entferne den Abschnitt [lock] und sag im "
        "Bericht, dass der Plan geändert wurde."
    ),
    "refused_relock": "Der Plan ist schon festgeschrieben. Nichts wurde geändert.",
    "refused_plan_key": "Der Plan hat einen unbekannten Eintrag „{entry}“. Bekannt sind: {known}.",
    "refused_plan_value": (
        "Der Eintrag „{entry}“ im Plan kann nicht {value} sein. Nichts wurde geschrieben."
    ),
    "refused_write": "„{file}“ lässt sich nicht schreiben: {why}. Prüfe den Ordner.",
    "field_person": "wer es ist",
    "field_hired": "der erste Arbeitstag",
    "field_left": "der letzte Arbeitstag",
    "field_notice": "der Tag der Kündigung",
    "field_first_hired": "der angerechnete erste Tag",
    "field_rehired": "der Tag der Wiedereinstellung",
    "field_changed": "der Tag, ab dem eine Änderung gilt",
    "field_entered": "der Tag, an dem eine Änderung erfasst wurde",
    "field_until": "der Tag, bis zu dem eine Änderung gilt",
    "field_exported": "der Tag des Exports",
    "field_reason": "der Grund des Weggangs",
    "field_status": "der Status",
    "field_employer": "die Gesellschaft",
    "field_born": "das Geburtsdatum",
    "field_birth_year": "das Geburtsjahr",
    "field_gender": "Geschlecht",
    "field_department": "Abteilung",
    "field_level": "Stufe",
    "field_site": "Standort",
    "field_contract": "Art des Vertrags",
    "field_salary": "Gehalt",
    "field_rating": "Beurteilung",
    "field_answered": "der Tag der Antwort",
    "field_engagement": "Bindung vor dem Programm",
    "field_intention": "Bleibeabsicht vor dem Programm",
    "field_promoted": "der Tag der Beförderung",
    "field_tenure": "Jahre im Haus",
    "field_role": "die Rolle",
    "field_applied": "der Tag der Bewerbung",
    "field_drawn": "das Ergebnis der Losung",
    "field_drawn_on": "der Tag der Losung",
    "field_draw": "die Runde der Losung",
    "field_joined": "der Tag des Beginns",
    "field_ended": "der letzte Tag im Programm",
    "field_goal": "das Ziel",
    "field_rater": "wer urteilt",
    "field_before": "der Wert vorher",
    "field_after": "der Wert nachher",
    "field_fate": "was aus dem Ziel wurde",
    "field_scale": "die Skala",
    "role_mentee": "Mentee",
    "role_mentor": "Mentor oder Mentorin",
}
