"""Where figures are lent, and where a coordinator reads what became of them."""

from django.urls import path

from rapport.web.later import later

VIEWS = "rapport.evaluation.waves.views"

urlpatterns = [
    path("relationships/<slug:code>/pulse/pool/", later(VIEWS, "pool"), name="pulse_pool"),
    path(
        "relationships/<slug:code>/competencies/<slug:phase>/pool/",
        later(VIEWS, "skills_pool"),
        name="skills_pool",
    ),
    path("programmes/<slug:slug>/feels/", later(VIEWS, "waves"), name="waves"),
]
