"""What the report says in English around its claims, on the pages about people."""

WORDS: dict[str, str] = {
    "report_title": "What the mentoring programme has to show",
    "report_subtitle": "Evaluation on records up to {day}",
    "report_contents": "Pages",
    "page_verdict": "The verdict",
    "page_goals": "Goals",
    "page_change": "Competence",
    "page_people": "Who took part, and who could have",
    "page_retention": "Who stays",
    "page_promotion": "Who is promoted",
    "page_how_sure": "How sure this is",
    "page_money": "Money",
    "page_next_time": "What to change next time",
    "page_method": "How it was done",
    "participants": "Participants",
    "colleagues": "Similar colleagues",
    "difference": "Difference, in points of 100",
    "alike_difference": "Difference between people who started alike",
    "share_with_interval": "{value} of 100 ({interval})",
    "percent": "{{}}%",
    "of": "{part} of {all}",
    "who": "Who",
    "what": "What",
    "value": "Value",
    "how_many": "How many",
    "months": "Months",
    "always": "ever",
    "hidden_too_small": "too few to say",
    "hidden_not_estimable": "not yet known",
    "hidden_not_recorded": "not recorded",
    "hidden_cannot_be_shown": "cannot be shown",
    "letters_title": "What the letters mean",
    "letters": (
        "A: a lottery decided who took part. B: participants beside similar colleagues, and every "
        "check passed. C: the same, but some check did not pass or could not be made. D: a "
        "description, with nobody to compare with. The letter says how far a sentence may be "
        "trusted, not how good the programme is."
    ),
    "plan_not_locked": (
        "No plan was locked before the personnel file was opened. Whoever chooses what to look at "
        "after seeing the figures will find something; no letter above C is given."
    ),
    "control_title": "Look here before you read on",
    "control_failed": (
        "Exits that mentoring cannot change, such as retirement or the end of a fixed term, also "
        "differ between both sides. So the two sides are not alike, and a difference in who stays "
        "may be nothing else."
    ),
    "control_passed": (
        "Exits that mentoring cannot change, such as retirement or the end of a fixed term, are "
        "as frequent on both sides."
    ),
    "control_unknown": (
        "Whether exits that mentoring cannot change differ between both sides cannot be checked: "
        "fewer than five of them are recorded on a side."
    ),
    "blanked_title": "Blank for those who left",
    "blanked": (
        "These columns are blank for people who left and filled for people who stayed: {fields}. "
        "They were not used to find similar colleagues. Ask for an export that keeps them as of "
        "the last day of employment."
    ),
    "level": "Level",
    "level_lowest": "Much less than expected",
    "level_low": "Less than expected",
    "level_expected": "As expected",
    "level_high": "More than expected",
    "level_highest": "Much more than expected",
    "rater_mentee": "Mentees say",
    "rater_mentor": "Mentors say",
    "rated_by": "Judged by",
    "reached_share": "Reached as expected or better",
    "score_before": "T-score at the start",
    "score_after": "T-score at the end",
    "goals_chart": "Goals on the five levels agreed at the start",
    "goals_caption": "How many goals ended on each level. A dashed bar stands for fewer than 5.",
    "goals_table": "Shares and scores",
    "goals_set_apart": (
        "Dropped by agreement: {dropped}. Replaced by another goal: {replaced}. They are neither "
        "failed nor missing and are not in the picture."
    ),
    "goals_unscored": "Goals without a level at the end: {count}.",
    "goals_silent": "Participants without any goal in the records: {count}.",
    "goals_gap": (
        "Mentees place the same goal {gap} levels higher than mentors; {alike} of 100 goals have "
        "the same level from both."
    ),
    "goals_easy": "An average this far above 50 mostly means that the goals were easy.",
    "goals_care_title": "How to read the score",
    "goals_care": (
        "50 means that all went as expected; one goal one level higher is 10 points. The score "
        "moves with the number of goals a person has, so it comes last here. Never rank people or "
        "mentors by it."
    ),
    "goals_missing_title": "What is missing",
    "goals_missing": (
        "Add a file of goals with one row for each goal and person who judges it: who it is, the "
        "level at the start and the level at the end, from −2 to +2. Agree on the five levels at "
        "the beginning."
    ),
    "change_chart": "Change in points of the scale",
    "change_caption": (
        "A filled dot is the difference between participants and others who started alike; a "
        "hollow one is the change of participants alone."
    ),
    "change_table": "Change during the programme",
    "reliable_table": "One by one: who changed by more than the noise of the scores",
    "improved": "Improved",
    "unchanged": "Unchanged",
    "worse": "Worse",
    "reliable_limit": "Points it takes",
    "reliability": "Reliability",
    "reliability_plan": "{value}, from the plan",
    "reliability_others": "{value}, from the two scores of others",
    "reliable_care": (
        "Every score has noise. Only a change of more points than the table says is beyond what "
        "noise makes of 95 in 100 people who did not change. A reliability worked out from others "
        "counts too many as unchanged; that of the instrument belongs in the plan."
    ),
    "reliable_missing": (
        "How many changed one by one cannot be said: it needs the reliability of the scores. "
        "Write that of the instrument into the plan."
    ),
    "change_care_title": "How to read a change",
    "change_care": (
        "People who start low rise by themselves, and people often judge themselves more strictly "
        "once they know more. A change without people to compare with says nothing about why. Who "
        "did not answer the second time may have changed differently."
    ),
    "change_missing_title": "What is missing",
    "change_missing": (
        "Add a file with a score before and after for each person, best of all also for people "
        "who do not take part. Ask all who could take part before the programme begins."
    ),
    "skills_table": "What changed in the skills of “{phase}”, half-year from {since}",
    "skill": "Skill",
    "group_everybody": "Everybody",
    "group_mentors": "Mentors",
    "group_mentees": "Mentees",
    "group_people": "{group} ({people} people)",
    "skills_care_title": "Where these figures are from",
    "skills_care": (
        "Members looked at their own skills at the start and at the end of a phase, on five steps, "
        "and lent what changed of their own will: in the whole programme, with nobody to compare "
        "with. Whoever lends may differ from whoever does not. A group is shown from five people "
        "of five relationships up, and never so that two tellings together name anybody."
    ),
    "scale": "Scale",
    "competence": "Competence",
    "answered": "Answered twice",
    "side_rose": "rose",
    "side_fell": "fell",
    "side_more": "stay more often",
    "side_less": "stay less often",
    "people_lead": (
        "People can only join while they are still here. So each participant stands beside "
        "colleagues who were here on the same day, as long as they, and had not joined."
    ),
    "flow_chart": "From the list to the comparison",
    "flow_caption": (
        "The comparison stands on {colleagues} different colleagues, out of {people} employments "
        "in the personnel file."
    ),
    "flow_listed": "people on the list",
    "flow_joined": "joined",
    "flow_found": "were here that day",
    "flow_matched": "have similar colleagues",
    "flow_colleagues": "similar colleagues",
    "flow_people": "employments in the file",
    "balance_chart": "How alike both sides are",
    "balance_passes": (
        "After similar colleagues were chosen, both sides are alike in every recorded fact: each "
        "dot lies below 0.1. What nobody recorded may still differ."
    ),
    "balance_fails": (
        "Even after similar colleagues were chosen, both sides differ in some recorded fact: a "
        "dot lies above 0.1. What nobody recorded may differ as well."
    ),
    "before_matching": "Everybody else",
    "after_matching": "Similar colleagues",
    "fact": "Fact",
    "age": "age",
    "similar_title": "What similar means",
    "exact": (
        "Up to five colleagues for each participant, the same in {fields} and in the band of "
        "years in the firm, and nearest in how likely they were to join by the other facts."
    ),
    "exact_none": (
        "Up to five colleagues for each participant, in the same band of years in the firm, and "
        "nearest in how likely they were to join by all recorded facts. Nothing had to agree to "
        "the letter."
    ),
    "barred_lead": "These columns were not used to find similar colleagues:",
    "barred_as_of_today": (
        "{field}: it says what is true today, which the programme may have changed."
    ),
    "barred_blank_for_leavers": "{field}: it is blank for people who left.",
    "barred_mostly_blank": "{field}: it is mostly blank.",
    "barred_often_blank": "{field}: it is blank for more than 5 of 100 people.",
    "barred_alike": "{field}: it is the same for everybody.",
    "curves_chart": "Who is still here, month by month after joining",
    "curves_caption": (
        "Out of 100 people, how many are still here. The bands hold 95 of 100 times. Below: how "
        "many people are still watched, to the nearest five."
    ),
    "still_here": "Still here",
    "watched": "Watched",
    "differences_table": "At the months of the plan",
    "days_longer": "Days longer in the firm",
    "clock_title": "When the clock starts",
    "clock": (
        "On the day of joining, for participants and for the colleagues they stand beside. "
        "Whoever compares participants with everybody from the day of hiring counts the time in "
        "which they could not have left without never joining, and finds a difference where there "
        "is none."
    ),
    "promotion_title": "How promotion is counted",
    "promotion_how": (
        "Whoever leaves can no longer be promoted and counts among those who were not. Only the "
        "days that the file holds are known: where it has but the last promotion of each person, "
        "earlier ones are missing on both sides."
    ),
    "sure_agree": "Three methods that can go wrong in different ways were laid side by side.",
    "sure_disagree": "The methods disagree; read none of them as the answer.",
    "sure_none": "There was no comparison to look at from several sides.",
    "forest_chart": "Who stays after {months} months, by each method",
    "forest_caption": "In points of 100. The filled dot is the one decided on beforehand.",
    "method": "Method",
    "method_difference": "Similar colleagues",
    "method_lottery": "Lottery",
    "method_in_time": "Rates over time",
    "method_weighted": "Weighted twice",
    "checks_table": "What was checked",
    "check": "Check",
    "result": "Result",
    "hidden_factor": (
        "A trait that nobody recorded would explain the result away if it made both joining and "
        "staying {point} times as likely; for the end of the interval nearer to nil {limit} times "
        "is enough."
    ),
    "compliers": (
        "Among those who took part because they were drawn, the difference is {effect} points of "
        "100."
    ),
    "unknown_title": "What no check can see",
    "unknown": (
        "Whoever signs up may be keener to stay than others, and no personnel file holds that. "
        "With enough people such a difference becomes sharp, not small. Only a lottery among "
        "applicants takes it away; asking everybody beforehand whether they mean to stay takes "
        "away some of it."
    ),
    "promotion_absent_title": "Why there is nothing here",
    "promotion_absent_how": (
        "Being promoted needs its day. Add the day of each promotion to the personnel file; the "
        "last one alone hides those before it."
    ),
    "promotion_table": "Promoted within the months of the plan",
    "drawn": "Drawn",
    "not_drawn": "Not drawn",
    "sure_lottery": (
        "The lottery is the answer. The other methods stand beside it; where they lie elsewhere, "
        "they show who volunteers."
    ),
    "curves_not_lottery": (
        "The curves and the table show participants beside similar colleagues, not the lottery."
    ),
}
