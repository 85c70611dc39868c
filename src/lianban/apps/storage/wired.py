"""How an app reaches the outside: through the ports that the project configured."""

from django.conf import settings

from lianban.ports.provided import Ports


def ports() -> Ports:
    """Return the adapters of this installation."""
    return settings.LIANBAN_PORTS()
