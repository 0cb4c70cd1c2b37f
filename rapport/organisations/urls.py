"""An organisation's own pages, and the two that stand before all organisations."""

from django.urls import path

from rapport.organisations.views import (
    arrival,
    helping,
    invitations,
    leaving,
    members,
    organisations,
    record,
    setup,
)

urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("kept/", record.kept, name="kept"),
    path("kept/all/", record.whole, name="record"),
    path("kept/copies/", record.copies, name="record_copies"),
    path("kept/copies/<uuid:number>/", record.copy, name="record_copy"),
    path("leaving/", leaving.leaving, name="leaving"),
    path("deletion/", leaving.deletion, name="deletion"),
    path("setup/", setup.setup, name="setup"),
    path("members/", members.members, name="members"),
    path("members/changes/", members.changes, name="duty_changes"),
    path("members/<uuid:person>/", members.member, name="member"),
    path("members/<uuid:person>/removal/", leaving.removal, name="member_removal"),
    path("members/<uuid:person>/sessions/end/", helping.sessions_end, name="member_sessions_end"),
    path("members/<uuid:person>/second-step/", helping.second_step, name="member_second_step"),
    path("members/<uuid:person>/duties/", members.give, name="duty_give"),
    path("members/<uuid:person>/duties/<slug:role>/end/", members.take_back, name="duty_end"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/new/", invitations.invite, name="invitation_new"),
    path("invitations/<uuid:invitation>/renewal/", invitations.renew, name="invitation_renew"),
    path("invitations/<uuid:invitation>/end/", invitations.withdraw, name="invitation_end"),
    path("invitations/<str:token>/", arrival.arrival, name="invitation"),
]
