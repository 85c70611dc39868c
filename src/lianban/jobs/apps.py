from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "lianban.jobs"
    label = "jobs"
