"""What the report says in English about money, advice and method, on its last pages."""

WORDS: dict[str, str] = {
    "money_lead": "With the costs of the plan, the programme paid back in {chance} of 100 draws.",
    "money_no_costs": (
        "There is no line of money: the plan does not say what a leaver and the programme cost."
    ),
    "money_evidence": (
        "There is no line of money: the evidence does not carry one. It takes a lottery, or a "
        "comparison that passed every check."
    ),
    "money_nil": (
        "There is no line of money: the records do not show a difference that could be counted in "
        "money."
    ),
    "money_too_small": (
        "There is no line of money: it takes 50 participants and ten who left on each side."
    ),
    "money_title": "How money is counted",
    "money_how": (
        "Fewer leavers times what a leaver costs, less what the programme cost with everybody’s "
        "hours. The difference is drawn from its interval, the cost of a leaver from 21, 33 and "
        "75 of 100 of a year’s pay unless the plan says otherwise, the costs of the programme may "
        "be a tenth off. A single figure would pretend to know more."
    ),
    "money_table": "What it may have been",
    "money_fewer": "Difference in who stays, in points of 100",
    "money_net": "Return on each 100 {currency}",
    "next_lead": "What would let the next report say more, the most useful first.",
    "advice_lottery": (
        "When more people apply than there are mentors, draw lots and let the others wait a year. "
        "It is the only step that turns a comparison into an answer."
    ),
    "advice_survey": (
        "Ask everybody who could take part, before anybody joins, whether they mean to stay. It "
        "is the cheapest way to record what sign-ups hide."
    ),
    "advice_larger": (
        "Most programmes are too small to show a plausible change in who stays. Look at goals and "
        "competence first, or pool several rounds of the programme."
    ),
    "advice_plan": (
        "Decide on at most two outcomes and lock the plan before the personnel file is opened."
    ),
    "advice_dated": (
        "Ask for an export with one row for each change, so that department and level are those "
        "of the day of joining."
    ),
    "advice_goals": (
        "Let pairs agree on goals with five levels at the start, and record the level at the end."
    ),
    "advice_both_raters": "Let mentee and mentor judge each goal separately.",
    "advice_competence": "Ask participants and others before and after with the same questions.",
    "advice_later": (
        "Look again on the days the plan names, and not in between: looking every month for two "
        "years finds something in one programme out of four that did nothing."
    ),
    "needed_table": (
        "How many participants it takes to show who stays (four out of five times; five "
        "colleagues each, 15 of 100 leave each year, watched for two years)"
    ),
    "true_change": "True change in leaving",
    "participants_needed": "Participants",
    "fewer_leave": "{share} of 100 fewer",
    "method_lead": "Everything needed to check this report. Methods of version {version}.",
    "plan_table": "The plan",
    "plan_primary": "Decided on beforehand",
    "plan_months": "Months after joining",
    "plan_counted": "What counts as leaving",
    "plan_window": "What the file covers",
    "plan_comparison": "Similar colleagues",
    "plan_seed": "Seed",
    "plan_lock": "Lock",
    "plan_hash": "Hash of the plan",
    "primary_goals": "goals",
    "primary_competence": "competence",
    "primary_retention": "who stays",
    "primary_promotion": "who is promoted",
    "window": "Leavers since {since}, up to {until}",
    "comparison": "up to {each}, caliper {caliper}",
    "locked_at": "locked on {at}",
    "not_locked": "not locked",
    "no_plan": "no plan was given; the usual choices were made",
    "rows": "Rows",
    "rows_read": "Rows read",
    "ledger_table": "What was read, and what was set aside and why",
    "file": "File",
    "file_participants": "Participants",
    "file_workforce": "Personnel",
    "file_goals": "Goals",
    "file_ratings": "Scores",
    "file_survey": "Survey",
    "asked_attributes": "When facts about people were true",
    "asked_counted": "What counts as leaving",
    "asked_exit": "What a reason means",
    "asked_export_day": "The file shows who was there up to",
    "asked_leavers_since": "The file holds leavers since",
    "asked_date_order": "How days are written",
    "answers_table": "Questions that no file answers",
    "question": "Question",
    "answer": "Answer",
    "no_answers": "none",
    "definition_time_zero": (
        "Time zero is the day of joining, or of the draw where there was a lottery."
    ),
    "definition_everybody": "Everybody who joined counts, whether they finished or not.",
    "definition_similar": (
        "Similar colleagues are chosen anew for each day of joining (risk-set matching), in the "
        "same band of years in the firm. Whoever joins later is watched until then."
    ),
    "definition_shares": (
        "Shares after some months are Kaplan–Meier estimates; their bands are complementary "
        "log-log with an exact fallback. Differences respect that one colleague may stand beside "
        "several participants."
    ),
    "definition_methods": (
        "The second method is Cox’s model on years in the firm with joining as a fact in time, "
        "turned into points; the third is doubly adjusted regression on people drawn at random "
        "from those who could have joined."
    ),
    "definition_rounding": (
        "Intervals are 95 of 100 intervals. Two outcomes that are compared, or several planned "
        "days of reading, share this one chance of error: 97.5 of 100 for two, 98.3 for three. "
        "Rounding comes last."
    ),
    "definition_hiding": (
        "Groups of fewer than five people are hidden, also where a total would give them away. "
        "Numbers of people, goals and rows are to the nearest five, so that two groups of which "
        "one is part of the other never tell who is in only one. Curves have a point every three "
        "months."
    ),
    "refused_no_option": (
        "Something is missing: {option}. Nothing was written. `rapport evaluate --help` shows all "
        "options."
    ),
    "questions_open": (
        "Some questions are answered by no file, so nothing was written. Answer them in the plan, "
        "or run this at a terminal and be asked:"
    ),
    "told_set_aside": (
        "“{file}”: {n} rows were set aside; the last page of the report and the JSON say which "
        "and why."
    ),
    "told_set_aside_one": (
        "“{file}”: 1 row was set aside; the last page of the report and the JSON say which and why."
    ),
    "told_locked": "The plan is locked: {hash}. Keep this line; every report prints it.",
    "outlook": (
        "With {n} participants only a cut in leaving by {fewer} of 100 or more would show: {stay} "
        "of 100 people more still here after two years."
    ),
    "outlook_none": "With {n} participants nothing would show, not even if hardly anybody left.",
    "outlook_usual": (
        "Leaving cut by three in ten, more than any careful study of a voluntary programme found, "
        "would show in {chance} of 100 such programmes; it takes {needed} participants to see it "
        "in 80 of 100."
    ),
    "outlook_next": (
        "So decide on goals and competence as the outcomes, draw lots when more people apply than "
        "there are mentors, and ask everybody beforehand whether they mean to stay."
    ),
    "outlook_enough": (
        "So who stays can be one of the two outcomes of the plan. Draw lots when more people "
        "apply than there are mentors."
    ),
}
