"""Addresses of rounds of matching and their pairs, below the intake they belong to."""

from django.urls import URLPattern, URLResolver, include, path

from rapport.matching.views import announcement, matching_round, proposal

PAIR = [
    path("", proposal.proposal, name="proposal"),
    path("end/", proposal.proposal_end, name="proposal_end"),
    path("lock/", proposal.proposal_lock, name="proposal_lock"),
    path("lock/end/", proposal.proposal_release, name="proposal_release"),
]
ROUND: list[URLPattern | URLResolver] = [
    path("", matching_round.matching_round, name="matching_round"),
    path("again/", matching_round.matching_again, name="matching_again"),
    path("end/", matching_round.matching_end, name="matching_end"),
    path("announcement/", announcement.announce, name="announce"),
    path("cards/", announcement.invitation_cards, name="invitation_cards"),
    path("new/", proposal.proposal_new, name="proposal_new"),
    path("<uuid:pair>/", include(PAIR)),
]
PAIRS: list[URLPattern | URLResolver] = [
    path("", matching_round.matching, name="matching"),
    path("<int:number>/", include(ROUND)),
]
urlpatterns = [path("programmes/<slug:slug>/intakes/<slug:code>/pairs/", include(PAIRS))]
