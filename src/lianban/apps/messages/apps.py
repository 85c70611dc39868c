from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "lianban.apps.messages"
    label = "lianban_messages"
    verbose_name = "消息"
