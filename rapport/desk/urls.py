"""Addresses of the desk."""

from django.urls import path

from rapport.desk.views import co_mentors, course, desk, talks

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/relationships/<slug:code>/", course.course, name="course"),
    path("desk/relationships/<slug:code>/co-mentor", co_mentors.co_mentor, name="co_mentor"),
    path(
        "desk/relationships/<slug:code>/co-mentor/end",
        co_mentors.co_mentor_end,
        name="co_mentor_end",
    ),
    path("desk/talks/<uuid:pk>/answer", talks.talk_answer, name="talk_answer"),
]
