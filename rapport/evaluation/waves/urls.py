"""Where figures are lent, and where a coordinator reads what became of them."""

from django.urls import path

from rapport.evaluation.waves import views

urlpatterns = [
    path("relationships/<slug:code>/pulse/pool/", views.pool, name="pulse_pool"),
    path("programmes/<slug:slug>/feels/", views.waves, name="waves"),
]
