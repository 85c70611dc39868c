from django.apps import AppConfig


class DocketConfig(AppConfig):
    name = "lianban.apps.docket"
    label = "docket"
    verbose_name = "办件"
