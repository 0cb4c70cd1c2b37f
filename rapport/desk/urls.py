"""Addresses of the desk."""

from django.urls import path

from rapport.desk.views import course, desk, talks

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/relationships/<slug:code>/", course.course, name="course"),
    path("desk/talks/<uuid:pk>/answer", talks.talk_answer, name="talk_answer"),
]
