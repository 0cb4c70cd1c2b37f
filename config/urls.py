"""A request comes → which view. Each application keeps its own page of addresses."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from rapport.installation.views import document_certificate, health, running
from rapport.web.views.design import design

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/", health, name="health"),
    path("running/", running, name="running"),
    path("running/document-certificate.pem", document_certificate, name="document_certificate"),
    path("", include("rapport.audit.urls")),
    path("", include("rapport.people.urls")),
    path("", include("rapport.organisations.urls")),
    path("", include("rapport.sealed.urls")),
    path("", include("rapport.relationships.urls")),
    path("", include("rapport.programmes.urls")),
    path("", include("rapport.learning.urls")),
    path("", include("rapport.matching.urls")),
    path("", include("rapport.desk.urls")),
    path("", include("rapport.evaluation.urls")),
    path("", include("rapport.evaluation.waves.urls")),
    path("", include("rapport.sharing.urls")),
    path("", include("rapport.notifications.urls")),
]

if settings.DEVELOPMENT:
    urlpatterns += [path("design", design, name="design")]
