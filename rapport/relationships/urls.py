"""Addresses of a relationship, grouped by noun."""

from django.urls import path

from rapport.relationships.views import (
    agenda,
    agreements,
    home,
    meetings,
    preparations,
    reflections,
    relationship,
    values,
)

RELATIONSHIP = "relationships/<slug:code>/"
MEETING = f"{RELATIONSHIP}meetings/<uuid:pk>/"
AGREEMENT = f"{RELATIONSHIP}agreement/"

urlpatterns = [
    path("", home.home, name="home"),
    path(RELATIONSHIP, relationship.relationship, name="relationship"),
    # values
    path(f"{RELATIONSHIP}values/", values.values, name="values"),
    # agreement
    path(AGREEMENT, agreements.agreement, name="agreement"),
    path(f"{AGREEMENT}draft", agreements.agreement_draft, name="agreement_draft"),
    path(f"{AGREEMENT}offer", agreements.agreement_offer, name="agreement_offer"),
    path(f"{AGREEMENT}<int:version>", agreements.agreement_version, name="agreement_version"),
    path(
        f"{AGREEMENT}<int:version>/signature",
        agreements.agreement_signature,
        name="agreement_signature",
    ),
    # meetings
    path(f"{RELATIONSHIP}meetings/", meetings.meetings, name="meetings"),
    path(f"{RELATIONSHIP}meetings/new", meetings.meeting_new, name="meeting_new"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}time", meetings.meeting_move, name="meeting_move"),
    path(f"{MEETING}cancellation", meetings.meeting_cancellation, name="meeting_cancellation"),
    path(f"{MEETING}held", meetings.meeting_held, name="meeting_held"),
    path(f"{MEETING}held/end", meetings.meeting_reopened, name="meeting_reopened"),
    path(f"{MEETING}meeting.ics", meetings.meeting_calendar, name="meeting_calendar"),
    path(f"{MEETING}agenda", agenda.agenda, name="agenda"),
    path(f"{MEETING}preparation", preparations.preparation, name="preparation"),
    path(
        f"{MEETING}preparation/shared", preparations.preparation_shared, name="preparation_shared"
    ),
    path(f"{MEETING}reflection", reflections.reflection, name="reflection"),
    # goals and everything else of a relationship: the lines below
]
