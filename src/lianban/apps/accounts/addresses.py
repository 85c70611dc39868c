"""Where a request came from."""

from collections.abc import Mapping

from django.conf import settings


def client_address(meta: Mapping[str, str]) -> str:
    """Return the network address of who asks: the one our own proxies saw, never one that a client wrote itself.

    meta: a request's META.
    """
    hops = [hop.strip() for hop in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    proxies = settings.LIANBAN_TRUSTED_PROXIES
    return hops[-proxies] if proxies and len(hops) >= proxies else meta.get("REMOTE_ADDR", "")
