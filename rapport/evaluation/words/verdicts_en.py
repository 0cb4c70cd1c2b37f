"""What may be said in English about an outcome, keyed on grade, situation and size."""

WORDS: dict[str, str] = {
    "grade_A": "A lottery decided who took part.",
    "grade_B": "Participants beside similar colleagues; every check passed.",
    "grade_C": "Participants beside similar colleagues; some checks did not pass.",
    "grade_D": "A description. There is nobody to compare with.",
    "hidden_few": "fewer than 5",
    "between": "{low} to {high}",
    "claim_retention_A_better": (
        "The programme raised the share of people who stay: after {months} months {ours} of 100 "
        "were still here, against {theirs} of 100 who were not drawn. That is {low_bare} to "
        "{high_bare} more of 100."
    ),
    "claim_retention_A_worse": (
        "The programme lowered the share of people who stay: after {months} months {ours} of 100 "
        "were still here, against {theirs} of 100 who were not drawn. That is {high_bare} to "
        "{low_bare} fewer of 100."
    ),
    "claim_retention_A_nil": (
        "The records do not show a difference in who stays. After {months} months {ours} of 100 "
        "people who were drawn were still here, and {theirs} of 100 who were not. Anything from "
        "{low} to {high} of 100 fits them."
    ),
    "claim_retention_better": (
        "Participants stayed more often than similar colleagues: after {months} months {ours} of "
        "100 were still here, against {theirs} of 100. That is {low_bare} to {high_bare} more of "
        "100. People were not assigned by lottery; part of this may be who volunteered."
    ),
    "claim_retention_better_slight": (
        "Participants stayed slightly more often than similar colleagues: after {months} months "
        "{ours} of 100 were still here, against {theirs} of 100. That is {low_bare} to "
        "{high_bare} more of 100. People were not assigned by lottery; all of this may be who "
        "volunteered."
    ),
    "claim_retention_worse": (
        "Participants stayed less often than similar colleagues: after {months} months {ours} of "
        "100 were still here, against {theirs} of 100. That is {high_bare} to {low_bare} fewer of "
        "100. People were not assigned by lottery; part of this may be who volunteered or was "
        "sent."
    ),
    "claim_retention_nil": (
        "The records do not show a difference in who stays. After {months} months {ours} of 100 "
        "participants were still here, and {theirs} of 100 similar colleagues. Anything from "
        "{low} to {high} of 100 fits them."
    ),
    "claim_retention_nil_narrow": (
        "The records do not show a difference in who stays, and a large one does not fit them. "
        "After {months} months {ours} of 100 participants were still here, and {theirs} of 100 "
        "similar colleagues. Only differences from {low} to {high} of 100 fit."
    ),
    "claim_retention_disagree": (
        "The methods disagree; read none of them as the answer. The records do not show whether "
        "participants stay more or less often than similar colleagues."
    ),
    "claim_retention_too_small": (
        "{people} people are too few to say who stays. {least} The records do not show more than "
        "that."
    ),
    "claim_retention_unlike": (
        "Only {share} of 100 participants have similar colleagues, so there is no fair "
        "comparison. The records do not show whether they stay more or less often than they "
        "otherwise would."
    ),
    "claim_retention_absent": (
        "Nobody has been watched for {months} months after joining. The records do not show yet "
        "who stays; ask again later."
    ),
    "claim_retention_alone": (
        "After {months} months {ours} of 100 participants were still here ({between}). There is "
        "nobody to compare them with, so the records do not show whether that is many."
    ),
    "claim_promotion_A_better": (
        "The programme raised the share of people who are promoted: within {months} months {ours} "
        "of 100, against {theirs} of 100 who were not drawn. That is {low_bare} to {high_bare} "
        "more of 100."
    ),
    "claim_promotion_better": (
        "Participants were promoted more often than similar colleagues: within {months} months "
        "{ours} of 100, against {theirs} of 100. That is {low_bare} to {high_bare} more of 100. "
        "People were not assigned by lottery; part of this may be who volunteered."
    ),
    "claim_promotion_worse": (
        "Participants were promoted less often than similar colleagues: within {months} months "
        "{ours} of 100, against {theirs} of 100. That is {high_bare} to {low_bare} fewer of 100. "
        "People were not assigned by lottery; part of this may be who volunteered or was sent."
    ),
    "claim_promotion_nil": (
        "The records do not show a difference in promotion. Within {months} months {ours} of 100 "
        "participants were promoted, and {theirs} of 100 similar colleagues. Anything from {low} "
        "to {high} of 100 fits them."
    ),
    "claim_promotion_too_small": (
        "{people} people are too few to say who is promoted. The records do not show more than "
        "that."
    ),
    "claim_promotion_unlike": (
        "Only {share} of 100 participants have similar colleagues, so the records do not show "
        "whether they are promoted more or less often."
    ),
    "claim_promotion_absent": (
        "The personnel file holds no days of promotion, so the records do not show who is promoted."
    ),
    "claim_goals_alone": (
        "Of {items} goals that {people} people set, {ours} of 100 were reached as expected or "
        "better ({between}). This describes the goals; it does not say why they were reached."
    ),
    "claim_goals_too_small": (
        "Goals of {people} people are too few to show. From five people up they are shown together."
    ),
    "claim_goals_absent": (
        "No goals were given to this report, so it does not say how many were reached."
    ),
    "claim_competence_alone": (
        "{scale} changed during the programme by {low} to {high} points among {people} people. "
        "Without people to compare with nobody can say why."
    ),
    "claim_competence_better": (
        "{scale} rose more among participants than among colleagues who started alike: by "
        "{low_bare} to {high_bare} points. People were not assigned by lottery; part of this may "
        "be who volunteered."
    ),
    "claim_competence_worse": (
        "{scale} rose less among participants than among colleagues who started alike: by "
        "{high_bare} to {low_bare} points. People were not assigned by lottery; part of this may "
        "be who volunteered."
    ),
    "claim_competence_nil": (
        "The records do not show a difference in {scale} between participants and colleagues who "
        "started alike. Anything from {low} to {high} points fits them."
    ),
    "claim_competence_too_small": (
        "{scale}: {people} people are too few to show. From five people up they are shown together."
    ),
    "claim_competence_absent": "No scores from before and after were given to this report.",
    "detectable_none": "Even if nobody had left, that would not have shown.",
    "detectable_two_thirds": "Only two thirds fewer leaving would have shown.",
    "detectable_half": "Only a halving of leaving would have shown.",
    "detectable_third": "Only a third fewer leaving would have shown.",
    "detectable_fifth": "Only a fifth fewer leaving, or more, would have shown.",
    "outcome_retention": "Who stays, {months} months after joining",
    "outcome_promotion": "Who is promoted within {months} months",
    "outcome_goals": "Goals reached",
    "outcome_competence": "Competence: {scale}",
    "check_lottery": "A lottery decided who took part",
    "check_compared": (
        "At least 20 participants, 5 who left on each side, 80 of 100 with similar colleagues"
    ),
    "check_dated": "Facts about people are dated before joining",
    "check_before": "How people felt or were judged before joining is among them",
    "check_balance": "After matching both sides are alike in every recorded fact",
    "check_control": "Exits that mentoring cannot change are as frequent on both sides",
    "check_agreement": "Three methods tell the same story",
    "check_locked": "The plan was locked before",
    "passed_yes": "passed",
    "passed_no": "did not pass",
    "passed_unknown": "cannot be checked",
    "more": "{size} more",
    "fewer": "{size} fewer",
    "as_many": "none",
    "points_more": "+{size}",
    "points_fewer": "−{size}",
    "claim_retention_unlike_later": (
        "Many of the similar colleagues joined later themselves, and those who stay out are not "
        "like participants. So there is no fair comparison: the records do not show whether "
        "participants stay more or less often."
    ),
    "claim_promotion_unlike_later": (
        "Many of the similar colleagues joined later themselves, so the records do not show "
        "whether participants are promoted more or less often."
    ),
}
