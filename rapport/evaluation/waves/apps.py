from django.apps import AppConfig


class WavesConfig(AppConfig):
    name = "rapport.evaluation.waves"
