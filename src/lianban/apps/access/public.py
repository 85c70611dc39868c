"""The front door of the access log."""

from lianban.apps.access.selectors import NotForYou, View, list_views
from lianban.apps.access.services import ReasonMissing, record_view

__all__ = ["NotForYou", "ReasonMissing", "View", "list_views", "record_view"]
