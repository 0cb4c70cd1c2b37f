"""Addresses of a relationship, grouped by noun."""

from django.urls import path

from rapport.relationships.views import (
    afterwards,
    agenda,
    agreements,
    calendar,
    clauses,
    competencies,
    drift,
    ending,
    goals,
    holidays,
    home,
    lead,
    meetings,
    moves,
    outlook,
    pause,
    preparations,
    proposals,
    pulse,
    reflections,
    relationship,
    session,
    shelf,
    steps,
    talk,
    trust,
    values,
    winding_up,
)

RELATIONSHIP = "relationships/<slug:code>/"
MEETING = f"{RELATIONSHIP}meetings/<uuid:pk>/"
TIMES = f"{RELATIONSHIP}meetings/times/<uuid:pk>/"
AGREEMENT = f"{RELATIONSHIP}agreement/"
SKILLS = f"{RELATIONSHIP}competencies/"
PULSE = f"{RELATIONSHIP}pulse/"
QUESTION = f"{RELATIONSHIP}questions/<slug:key>/"
GOAL = f"{RELATIONSHIP}goals/<uuid:pk>/"
STEP = f"{RELATIONSHIP}steps/<uuid:pk>/"
WINDING_UP = f"{RELATIONSHIP}winding-up/"

urlpatterns = [
    path("", home.home, name="home"),
    path(RELATIONSHIP, relationship.relationship, name="relationship"),
    # values
    path(f"{RELATIONSHIP}values/", values.values, name="values"),
    # competencies
    path(SKILLS, competencies.competencies, name="competencies"),
    path(
        f"{SKILLS}<slug:phase>/<slug:moment>", competencies.competency_view, name="competency_view"
    ),
    # trust
    path(f"{RELATIONSHIP}trust/", trust.trust, name="trust"),
    # pulse
    path(PULSE, pulse.pulse, name="pulse"),
    path(f"{PULSE}answers", pulse.pulse_answers, name="pulse_answers"),
    path(f"{PULSE}<int:number>/", pulse.pulse_round, name="pulse_round"),
    path(f"{PULSE}<int:number>/topic", pulse.pulse_topic, name="pulse_topic"),
    # agreement
    path(AGREEMENT, agreements.agreement, name="agreement"),
    path(f"{AGREEMENT}draft", agreements.agreement_draft, name="agreement_draft"),
    path(f"{AGREEMENT}clauses", clauses.agreement_clauses, name="agreement_clauses"),
    path(
        f"{AGREEMENT}<int:left>/<int:right>",
        clauses.agreement_comparison,
        name="agreement_comparison",
    ),
    path("programmes/<slug:slug>/agreement", clauses.agreement_template, name="agreement_template"),
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
    path(f"{RELATIONSHIP}meetings/times/new", proposals.times_new, name="times_new"),
    path(TIMES, proposals.times, name="times"),
    path(f"{TIMES}choice", proposals.times_choice, name="times_choice"),
    path(f"{TIMES}withdrawal", proposals.times_withdrawal, name="times_withdrawal"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}time", meetings.meeting_move, name="meeting_move"),
    path(f"{MEETING}cancellation", meetings.meeting_cancellation, name="meeting_cancellation"),
    path(
        f"{MEETING}cancellation/rest",
        meetings.meeting_rest_cancellation,
        name="meeting_rest_cancellation",
    ),
    path(f"{MEETING}held", meetings.meeting_held, name="meeting_held"),
    path(f"{MEETING}held/end", meetings.meeting_reopened, name="meeting_reopened"),
    path(f"{MEETING}meeting.ics", calendar.meeting_calendar, name="meeting_calendar"),
    path(f"{MEETING}agenda", agenda.agenda, name="agenda"),
    path(f"{MEETING}preparation", preparations.preparation, name="preparation"),
    path(
        f"{MEETING}preparation/shared", preparations.preparation_shared, name="preparation_shared"
    ),
    path(f"{MEETING}session", session.session, name="session"),
    path(f"{MEETING}reflection", reflections.reflection, name="reflection"),
    path(f"{MEETING}reflection/shared", reflections.reflection_shared, name="reflection_shared"),
    path(f"{MEETING}reflection/hour.ics", calendar.reflection_calendar, name="reflection_calendar"),
    path(f"{RELATIONSHIP}lead/", lead.lead, name="lead"),
    # what is at hand
    path(f"{RELATIONSHIP}shelf/", shelf.shelf, name="shelf"),
    path(f"{RELATIONSHIP}shelf/<uuid:pk>/end", shelf.shelf_item_end, name="shelf_item_end"),
    path(f"{RELATIONSHIP}questions/", shelf.questions, name="questions"),
    path(f"{QUESTION}bookmark", shelf.question_mark, name="question_mark"),
    path(f"{QUESTION}bookmark/end", shelf.question_unmark, name="question_unmark"),
    # goals and steps
    path(f"{RELATIONSHIP}goals/", goals.goals, name="goals"),
    path(f"{RELATIONSHIP}goals/new", goals.goal_new, name="goal_new"),
    path(GOAL, goals.goal, name="goal"),
    path(f"{GOAL}wording", goals.goal_wording, name="goal_wording"),
    path(f"{GOAL}split", goals.goal_split, name="goal_split"),
    path(f"{GOAL}acceptance", goals.goal_acceptance, name="goal_acceptance"),
    path(f"{GOAL}level", goals.goal_level, name="goal_level"),
    path(f"{GOAL}talk", goals.goal_talk, name="goal_talk"),
    path(f"{GOAL}drop", goals.goal_drop, name="goal_drop"),
    path(f"{GOAL}drop/end", goals.goal_pick_up, name="goal_pick_up"),
    path(f"{RELATIONSHIP}steps/", steps.steps, name="steps"),
    path(f"{STEP}done", steps.step_done, name="step_done"),
    path(f"{STEP}repeat/end", steps.step_once, name="step_once"),
    path(f"{STEP}done/end", steps.step_undone, name="step_undone"),
    # moves, rhythm, a talk
    path(f"{RELATIONSHIP}moves/", moves.moves, name="moves"),
    path(f"{RELATIONSHIP}moves/end", moves.move_withdraw, name="move_withdraw"),
    path(f"{RELATIONSHIP}pause/", pause.pause, name="pause"),
    path(f"{RELATIONSHIP}pause/end", pause.pause_end, name="pause_end"),
    path(f"{RELATIONSHIP}rhythm/", drift.drift_answer, name="drift_answer"),
    path(f"{RELATIONSHIP}talk/", talk.talk, name="talk"),
    path("programmes/<slug:slug>/holidays/", holidays.holidays, name="holidays"),
    path("programmes/<slug:slug>/holidays/<uuid:pk>/end", holidays.holiday_end, name="holiday_end"),
    # winding up and ending
    path(WINDING_UP, winding_up.winding_up, name="winding_up"),
    path(f"{WINDING_UP}goals/<uuid:pk>/", winding_up.review, name="review"),
    path(f"{WINDING_UP}thanks/", winding_up.thanks, name="thanks"),
    path(f"{WINDING_UP}decision/", winding_up.decision, name="decision"),
    path(f"{RELATIONSHIP}outlook/", outlook.outlook, name="outlook"),
    path(f"{RELATIONSHIP}outlook/showing", outlook.outlook_showing, name="outlook_showing"),
    path(f"{RELATIONSHIP}outlook/thought", outlook.outlook_thought, name="outlook_thought"),
    path(f"{RELATIONSHIP}introductions/", afterwards.introductions, name="introductions"),
    path(
        f"{RELATIONSHIP}introductions/<uuid:pk>/made",
        afterwards.introduction_made,
        name="introduction_made",
    ),
    path(f"{WINDING_UP}certificate.pdf", afterwards.certificate, name="certificate"),
    path(f"{WINDING_UP}keeping", afterwards.keeping, name="keeping"),
    path(f"{RELATIONSHIP}ending/farewell", afterwards.farewell, name="farewell"),
    path(f"{RELATIONSHIP}afterwards/", afterwards.after_care, name="after_care"),
    path("desk/relationships/<slug:code>/ending", ending.course_ending, name="course_ending"),
    path(f"{RELATIONSHIP}ending/", ending.ending, name="ending"),
    path(f"{RELATIONSHIP}ending/rematch", ending.rematch, name="rematch"),
    path(f"{RELATIONSHIP}ending/rematch/end", ending.rematch_withdraw, name="rematch_withdraw"),
]
