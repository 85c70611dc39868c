from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "lianban.apps.accounts"
    label = "accounts"
    verbose_name = "账户"
