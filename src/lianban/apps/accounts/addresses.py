"""Where a request came from."""

from collections.abc import Mapping

from django.conf import settings

from lianban.apps.storage.encrypted import findable


def client_address(meta: Mapping[str, str]) -> str:
    """Return the network address of who asks: the one our own proxies saw, never one that a client wrote itself.

    meta: a request's META.
    """
    hops = [hop.strip() for hop in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    proxies = settings.LIANBAN_TRUSTED_PROXIES
    return hops[-proxies] if proxies and len(hops) >= proxies else meta.get("REMOTE_ADDR", "")


def origin_of(client: str) -> str:
    """Return the keyed digest under which the record keeps a network address; it tells whether two are the same."""
    return findable(f"origin|{client}") if client else ""
