"""What witnesses ask."""

from django.urls import path

from rapport.audit import views

urlpatterns = [
    path("running/log/key", views.key, name="log_key"),
    path("running/log/checkpoint", views.checkpoint, name="log_checkpoint"),
    path("running/log/consistency", views.consistency, name="log_consistency"),
]
