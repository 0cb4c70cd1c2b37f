"""Addresses of what is new, of the choice of channels, and of mails that did not arrive."""

from django.urls import path

from rapport.notifications.views import choices, devices, news, undelivered

urlpatterns = [
    path("news/", news.news, name="news"),
    path("news/aside/", news.put_aside, name="news_aside"),
    path("news/choices/", choices.choices, name="news_choices"),
    path("news/devices/", devices.add, name="push_device_new"),
    path("news/devices/<uuid:number>/end/", devices.remove, name="push_device_end"),
    path("push-worker.js", devices.worker, name="push_worker"),
    path("news/<uuid:number>/", news.open_news, name="news_open"),
    path("news/stop/<str:token>/", choices.unsubscribe, name="unsubscribe"),
    path("undelivered/", undelivered.undelivered, name="undelivered"),
    path("undelivered/<uuid:person>/", undelivered.again, name="undelivered_again"),
]
