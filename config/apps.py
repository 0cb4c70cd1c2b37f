"""The application that ties the others together; it owns the commands that start them."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "rapport_config"
