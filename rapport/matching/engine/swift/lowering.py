"""The smallest prices that still prove an optimum: what one more seat would be worth, exactly.

Knows that the prices of one optimum form a lattice (Shapley and Shubik 1971), and that its lowest
point is one search of shortest ways through the books.
"""

from .books import Books, Ints
from .compiling import compiled
from .search import AHEAD, Search, nearest, reach


@compiled
def lower_all(start: Ints, seat: Ints, weight: Ints, books: Books, search: Search) -> None:
    """Lower every price as far as nobody would rather sit elsewhere; seats stay as they are."""
    never = search.far[0]
    for group in range(books.price.size):
        reach(search, group, books.price[group], never)
    for mentee in range(books.taken.size):
        if books.taken[mentee] < 0:
            look_from(start, seat, weight, books, search, mentee, books.price[0] * 0, never)
    while search.many[AHEAD] > 0:
        group = nearest(search)
        for place in range(books.base[group], books.base[group] + books.load[group]):
            mentee = books.holder[place]
            step = search.far[group] + books.worth[mentee] - books.price[group]
            look_from(start, seat, weight, books, search, mentee, step, never)
    books.price[:] -= search.far


@compiled
def look_from(
    start: Ints, seat: Ints, weight: Ints, books: Books, search: Search,
    mentee: int, step: int, never: int,
) -> None:  # fmt: skip
    """A price may fall by no more than what keeps this mentee where she is."""
    for place in range(start[mentee], start[mentee + 1]):
        there = seat[place]
        far = step - weight[place] + books.price[there]
        if far < search.far[there]:
            reach(search, there, far, never)
