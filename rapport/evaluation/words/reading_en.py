"""What is said in English about files: questions, repairs, reasons to set aside, refusals."""

WORDS: dict[str, str] = {
    "question_order": (
        "In “{file}” days such as {examples} can be read in two ways. Which number is the day?"
    ),
    "question_order_mixed": (
        "In “{file}” some days have the day first and some the month first. Which is right for "
        "most, such as {examples}? Rows that cannot be read that way are set aside."
    ),
    "question_export_day": (
        "Up to which day does the personnel file show who was there? The latest day in it is "
        "{latest}."
    ),
    "question_leavers_since": (
        "From which day on does the personnel file hold the people who left? The earliest leaving "
        "day in it is {earliest}. Answer with a day, or with “always” if nobody who ever left is "
        "missing."
    ),
    "question_attributes": (
        "The personnel file has one row for each person. Do these columns say what was true when "
        "the person was hired, or what is true today: {fields}?"
    ),
    "question_exit": "What does the reason “{word}” mean?",
    "question_counted": "Which ways of leaving count as leaving?",
    "option_day_first": "the first number",
    "option_month_first": "the second number; the first is the month",
    "option_then": "when the person was hired",
    "option_today": "today, or at the time of the export",
    "option_resignations": "only resignations by the employee",
    "option_most": (
        "resignations, dismissals and redundancies; not retirement, death or end of term"
    ),
    "option_every": "every end of employment except transfers and sales of a unit",
    "option_resignation": "the employee resigned",
    "option_dismissal": "the employer dismissed the person",
    "option_redundancy": "the job was cut",
    "option_mutual": "both agreed to end it",
    "option_fixed_term": "a fixed term ended",
    "option_retirement": "retirement",
    "option_death": "the person died",
    "option_transfer": "a move inside the group; the person stayed",
    "option_sale": "the unit was sold",
    "option_unknown": "nobody knows",
    "note_second_column": (
        "“{file}”: the column “{column}” could mean the same as “{used}”; the latter was used."
    ),
    "note_sheets": "“{file}”: the sheet “{sheet}” was read; left out were {others}.",
    "note_encoding": (
        "“{file}” does not say how its letters are written; it was read as Windows-1252."
    ),
    "note_never": "“{file}”, {field}: {examples} was read as “no such day”.",
    "note_unreadable": "“{file}”, {field}: {n} cells could not be read and count as blank.",
    "note_unreadable_one": "“{file}”, {field}: 1 cell could not be read and counts as blank.",
    "note_comma": "“{file}”, {field}: a comma was read as the decimal mark.",
    "note_zeros": (
        "{n} rows had lost the leading zeros of their numbers; people were recognised without them."
    ),
    "note_per_change": "“workforce” has one row for each change: {n} rows tell of {people} people.",
    "note_no_reasons": (
        "“workforce” does not say why people left, so every end of employment counts as leaving."
    ),
    "note_announced": "{n} people have announced that they leave later; they count as employed.",
    "note_announced_one": "1 person has announced a later leaving day and counts as employed.",
    "note_roles": "“participants”: nobody knows what these roles mean, so they were kept: {words}.",
    "note_entered": (
        "“workforce”: the day on which a change was entered was not used; the day from which it "
        "holds was."
    ),
    "note_notice": (
        "“workforce”: the day of giving notice was used only where no last day is given."
    ),
    "note_adjusted": (
        "“workforce”: the adjusted day of service was used where no hiring day is given."
    ),
    "note_employer": (
        "“workforce”: a move to another company of the group does not count as leaving."
    ),
    "reason_slipped": "More cells than columns: the row has slipped.",
    "reason_no_person": "Nothing says who it is.",
    "reason_broken_person": (
        "A spreadsheet turned the number into 1.2E+07; nobody can tell who it is."
    ),
    "reason_unreadable": "Cannot be read as a day: {field}.",
    "reason_repeated": "Says word for word what another row says.",
    "reason_no_hired": "No first day of employment.",
    "reason_undated_exit": "Says that the person left, but not when.",
    "reason_left_before_hired": "Left before the first day of employment.",
    "reason_hired_later": "Begins after the last day that the file covers.",
    "reason_left_before_window": "Left before the day from which all leavers are recorded.",
    "reason_other_role": "Takes part in another role.",
    "reason_ended_before_joined": "Ended before joining.",
    "reason_joined_again": "Joined again; the first time counts.",
    "reason_not_in_workforce": "Nobody in the personnel file has this number.",
    "reason_joined_before_hire": "Joined before the first day of employment.",
    "reason_joined_after_leaving": "Joined after leaving the firm.",
    "reason_joined_before_window": "Joined before the day from which all leavers are recorded.",
    "reason_joined_after_export": "Joined on or after the last day that the file covers.",
    "reason_no_level": "No level for a goal that was kept.",
    "reason_strange_level": "A level other than −2, −1, 0, 1 or 2.",
    "reason_goal_again": "The same goal again; the last row counts.",
    "reason_no_first_value": "No first value.",
    "reason_rated_again": "The same person and scale again; the last row counts.",
    "reason_answered_late": "Answered on the day of joining or later.",
    "reason_answered_again": "The same person answered again; the first answer counts.",
    "reason_no_answer_day": "No day of answering.",
    "reason_not_eligible": "Does not fit the rule of who may take part.",
    "reason_not_participant": "Nobody among the participants has this number.",
    "refused_answer": (
        "“{answer}” does not answer the question “{question}”. Nothing was written. Possible "
        "answers: {options}."
    ),
    "refused_no_column": (
        "The plan names the column “{column}” of “{file}”, but there is none. Nothing was "
        "written. The columns are: {columns}."
    ),
    "refused_missing_field": (
        "“{file}” needs a column for {field} and none looks like it. Nothing was written. Name it "
        'in the plan under [columns.{file}] as {name} = "…". The columns are: {columns}.'
    ),
    "refused_no_file": (
        "“{file}” cannot be opened. Nothing was written. Check the path and try again."
    ),
    "refused_file": "{why} No report was written.",
    "refused_no_days": (
        "The personnel file holds no day of hiring or leaving. Nothing was written. Export it "
        "with these columns and try again."
    ),
    "refused_nobody_joined": (
        "No {role} in the list of participants has a day of joining. Nothing was written. Add the "
        "day of the match for each person and try again."
    ),
    "refused_nobody_comparable": (
        "No participant could be found in the personnel file on the day of joining. Nothing was "
        "written. Check that both files use the same numbers for people."
    ),
    "refused_toml": "The plan “{file}” cannot be read: {why}. Nothing was written.",
    "refused_no_workforce": (
        "There is no personnel file yet, and without it nobody can be compared. Nothing was "
        "written; choose it as well."
    ),
    "refused_too_early": (
        "The plan is read on {day} and not before: whoever looks again and again sees something in "
        "the end. Nothing was written; run this again from that day on."
    ),
    "refused_lock": (
        "The plan was changed after it was locked on {at}. Nothing was written. Undo the change, "
        "or remove the section [lock] and say in your report that the plan was changed."
    ),
    "refused_relock": "The plan is locked already. Nothing was changed.",
    "refused_plan_key": "The plan has an entry “{entry}” that nobody knows. Known are: {known}.",
    "refused_plan_value": "The plan’s entry “{entry}” cannot be {value}. Nothing was written.",
    "refused_write": "“{file}” cannot be written: {why}. Check the folder and try again.",
    "field_person": "who it is",
    "field_hired": "the first day of employment",
    "field_left": "the last day of employment",
    "field_notice": "the day of notice",
    "field_first_hired": "the adjusted first day",
    "field_rehired": "the day of rehiring",
    "field_changed": "the day from which a change holds",
    "field_entered": "the day on which a change was entered",
    "field_until": "the day until which a change holds",
    "field_exported": "the day of the export",
    "field_reason": "the reason for leaving",
    "field_status": "the status",
    "field_employer": "the company",
    "field_born": "the date of birth",
    "field_birth_year": "the year of birth",
    "field_gender": "gender",
    "field_department": "department",
    "field_level": "level",
    "field_site": "site",
    "field_contract": "kind of contract",
    "field_salary": "salary",
    "field_rating": "rating",
    "field_answered": "the day of answering",
    "field_engagement": "engagement before the programme",
    "field_intention": "intention to stay before the programme",
    "field_promoted": "the day of promotion",
    "field_tenure": "years in the firm",
    "field_role": "the role",
    "field_applied": "the day of applying",
    "field_drawn": "the result of the lottery",
    "field_drawn_on": "the day of the lottery",
    "field_draw": "the round of the lottery",
    "field_joined": "the day of joining",
    "field_ended": "the last day in the programme",
    "field_goal": "the goal",
    "field_rater": "who judges",
    "field_before": "the value before",
    "field_after": "the value after",
    "field_fate": "what became of the goal",
    "field_scale": "the scale",
    "role_mentee": "mentee",
    "role_mentor": "mentor",
}
