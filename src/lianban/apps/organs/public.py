"""The front door of organs."""

from lianban.apps.organs.errors import NotAssigned
from lianban.apps.organs.selectors import (
    AuthorityCard,
    HallCard,
    Post,
    WindowCard,
    actor_of,
    authorities,
    authority,
    hall,
    halls,
    posts_of,
)
from lianban.apps.organs.services import assign, end_post, put_authority, put_hall

__all__ = [
    "AuthorityCard",
    "HallCard",
    "NotAssigned",
    "Post",
    "WindowCard",
    "actor_of",
    "assign",
    "authorities",
    "authority",
    "end_post",
    "hall",
    "halls",
    "posts_of",
    "put_authority",
    "put_hall",
]
