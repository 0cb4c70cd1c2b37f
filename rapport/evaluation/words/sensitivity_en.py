"""What is said in English about hidden traits, gaps, ways of leaving and pretended joining."""

WORDS: dict[str, str] = {
    "gamma": (
        "Of two people who look alike here, a hidden trait may make one up to {gamma} times as "
        "likely to join before chance and that trait together could explain the difference."
    ),
    "tip": (
        "{silent} participants were not watched for {months} months. If no more than {tip} of 100 "
        "of them were still here then, the difference would be gone."
    ),
    "tip_none": (
        "{silent} participants were not watched for {months} months. Whatever became of them, the "
        "difference stays."
    ),
    "filled": (
        "Gaps in these facts were filled {times} times, each time a little differently, with "
        "joining and leaving in the model, and the answers were added up: {fields}. That is right "
        "where gaps follow what is known, and wrong where they follow what is not."
    ),
    "pretended_title": "A programme that had not begun",
    "pretended_passed": (
        "If participants are said to have joined a year too early, promotions in that year are as "
        "frequent on both sides."
    ),
    "pretended_failed": (
        "If participants are said to have joined a year too early, promotions in that year already "
        "differ. So the two sides were not alike before the programme began."
    ),
    "ways_table": "How people left within {months} months of joining, in pairs",
    "way": "Way of leaving",
    "way_own": "of their own will",
    "way_house": "by the house or by agreement",
    "way_retired": "into retirement",
    "way_other": "otherwise, or nobody knows",
    "change_tip": (
        "{scale}: if those who did not answer again changed by less than {at}, the average of all "
        "would not differ from nil."
    ),
}
