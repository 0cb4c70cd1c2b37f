"""A request comes → which view. Each application keeps its own page of addresses."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
]

if settings.DEVELOPMENT:
    urlpatterns += []
