from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "lianban.web.signin"
    label = "signin"
