"""Where a pair shows something to its programme."""

from django.urls import path

from rapport.sharing import views

urlpatterns = [
    path("relationships/<slug:code>/agreement/sharing/", views.sharing, name="agreement_sharing"),
    path(
        "relationships/<slug:code>/agreement/sharing/consent/",
        views.consent,
        name="agreement_consent",
    ),
    path(
        "relationships/<slug:code>/agreement/document/", views.document, name="agreement_document"
    ),
    path(
        "desk/relationships/<slug:code>/agreement/",
        views.programme_document,
        name="programme_agreement",
    ),
]
