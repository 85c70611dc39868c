"""Which adapter serves which port in this installation."""

from functools import cache

from django.conf import settings

from lianban.adapters.sm4_cipher import Sm4Cipher
from lianban.adapters.standin_messages import StandInMessages
from lianban.ports.provided import Ports


@cache
def ports() -> Ports:
    """Return the configured adapters, made once per process."""
    keys = settings.LIANBAN_SECRETS
    return Ports(
        cipher=Sm4Cipher({1: keys.field}, keys.digest),
        messages=StandInMessages(),
    )
