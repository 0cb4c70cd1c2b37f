from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "rapport.people"

    def ready(self) -> None:
        from rapport.people import noting  # noqa: F401, PLC0415  # its receivers need the models
