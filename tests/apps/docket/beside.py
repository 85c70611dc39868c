"""Somebody else, on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def beside(act: Callable[[], T]) -> T:
    """Do something on another connection, while this one goes on holding what it holds."""

    def alone() -> T:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as others:
        return others.submit(alone).result(timeout=60)
