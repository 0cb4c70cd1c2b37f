"""Where people of a programme come together."""

from django.urls import path

from rapport.learning import views

urlpatterns = [
    path("programmes/<slug:slug>/assemblies/", views.assemblies, name="assemblies"),
    path(
        "programmes/<slug:slug>/assemblies/<uuid:pk>/end", views.assembly_end, name="assembly_end"
    ),
    path("learning/", views.my_assemblies, name="my_assemblies"),
    path("learning/<uuid:pk>/", views.assembly, name="assembly"),
    path("learning/<uuid:pk>/board/", views.workshop_board, name="workshop_board"),
    path("learning/<uuid:pk>/board/cards", views.workshop_cards, name="workshop_cards"),
]
