"""Addresses of rounds of matching, below their intake, and of what people are asked."""

from django.urls import URLPattern, URLResolver, include, path

from rapport.matching.views import (
    aims,
    announcement,
    asking,
    board,
    circle,
    criteria,
    history,
    matching_round,
    outcomes,
    proposal,
    reasons,
    say,
    why_not,
)

PAIR = [
    path("", proposal.proposal, name="proposal"),
    path("end/", proposal.proposal_end, name="proposal_end"),
    path("lock/", proposal.proposal_lock, name="proposal_lock"),
    path("lock/end/", proposal.proposal_release, name="proposal_release"),
]
ROUND: list[URLPattern | URLResolver] = [
    path("", matching_round.matching_round, name="matching_round"),
    path("board/", board.board, name="board"),
    path("board/people/<uuid:mentee>/", board.board_fit, name="board_fit"),
    path("aims/", aims.round_aims, name="round_aims"),
    path("why-not/", why_not.pair_why_not, name="pair_why_not"),
    path("history/", history.round_history, name="round_history"),
    path("history/<int:edit>/undo/", history.edit_undo, name="edit_undo"),
    path("notes/", history.round_notes, name="round_notes"),
    path("notes/<uuid:note>/end/", history.note_erase, name="note_erase"),
    path("again/", matching_round.matching_again, name="matching_again"),
    path("end/", matching_round.matching_end, name="matching_end"),
    path("announcement/", announcement.announce, name="announce"),
    path("announcement/end/", announcement.announcement_end, name="announcement_end"),
    path("asking/", asking.asking, name="asking"),
    path("asking/end/", asking.asking_end, name="asking_end"),
    path("cards/", announcement.invitation_cards, name="invitation_cards"),
    path("new/", proposal.proposal_new, name="proposal_new"),
    path("<uuid:pair>/", include(PAIR)),
]
PAIRS: list[URLPattern | URLResolver] = [
    path("", matching_round.matching, name="matching"),
    path("<int:number>/", include(ROUND)),
]
SAY: list[URLPattern | URLResolver] = [
    path("", say.say, name="say"),
    path("people/<uuid:choice>/yes/", say.say_agree, name="say_agree"),
    path("people/<uuid:choice>/no/", say.say_decline, name="say_decline"),
]
urlpatterns = [
    path("programmes/<slug:slug>/intakes/<slug:code>/pairs/", include(PAIRS)),
    path(
        "programmes/<slug:slug>/intakes/<slug:code>/circles/new/",
        circle.circle_new,
        name="circle_new",
    ),
    path("programmes/<slug:slug>/matching/", criteria.matching_settings, name="matching_settings"),
    path(
        "programmes/<slug:slug>/matching/outcomes/",
        outcomes.matching_outcomes,
        name="matching_outcomes",
    ),
    path("relationships/<slug:code>/why/", reasons.pair_reasons, name="pair_reasons"),
    path("say/", say.says, name="says"),
    path("say/<uuid:pk>/", include(SAY)),
]
