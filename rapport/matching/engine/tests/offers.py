"""Small random offers, with many ties, gaps and empty corners, for hypothesis."""

from hypothesis import strategies as st

from .brute import Small


@st.composite
def offers(draw: st.DrawFn) -> Small:
    """Up to five mentees and four mentors; scores may be equal, negative or missing."""
    mentees, mentors = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    pairs = [(i, j) for i in range(mentees) for j in range(mentors)]
    permitted = draw(st.lists(st.sampled_from(pairs), unique=True))
    highest = draw(st.sampled_from([0, 1, 3, 1000]))
    capacity = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    return Small(
        mentees,
        tuple(capacity),
        tuple(draw(st.integers(0, seats)) for seats in capacity),
        {pair: draw(st.integers(-highest, highest)) for pair in permitted},
        {pair: draw(st.integers(0, 6)) for pair in permitted},
    )
