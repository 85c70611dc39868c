"""What the stand-in for text messages would have sent. Made-up people only: never switch it on with real ones."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from lianban.apps.messages import public as messages


@never_cache
def sent_messages(request: HttpRequest) -> HttpResponse:
    """Show the latest messages, one-time codes included."""
    return render(request, "standin/messages.html", {"sent": messages.latest_messages()})
