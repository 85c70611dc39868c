"""Finding a notice by whatever somebody holds out: its QR code, its code, its number."""

from lianban.apps.guides.models import GuidanceNotice


def code_of(shown: str) -> str | None:
    """Return the code of the notice that was scanned or typed; None when it is none.

    shown: an address as the QR code holds it, a code, or the number printed at the top, with or without spaces.
    """
    text = "".join(shown.split())
    last = text.rstrip("/").rpartition("/")[2].lower()
    found = GuidanceNotice.objects.filter(code=last).first() or GuidanceNotice.objects.filter(number=text).first()
    return found.code if found else None
