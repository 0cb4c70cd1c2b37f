"""A person's own pages; the library's pages of the account stand under the same roof."""

from django.urls import include, path

from rapport.people.views import looks, profile, sessions, totp

urlpatterns = [
    path("profile/", profile.profile, name="profile"),
    path("profile/looks/", looks.looks, name="looks"),
    path("accounts/alive/", sessions.alive, name="alive"),
    path("accounts/sessions/<int:pk>/end/", sessions.end_session, name="session_end"),
    path("accounts/2fa/totp/picture/", totp.picture, name="totp_picture"),
    path("accounts/", include("allauth.urls")),
]
