from django.apps import AppConfig


class StandinConfig(AppConfig):
    name = "lianban.web.standin"
    label = "standin"
