"""QR codes as pictures inside the page."""

import segno
from django.utils.safestring import SafeString


def qr(text: str) -> SafeString:
    """Return a QR code as SVG; its size is the place it stands in."""
    return SafeString(segno.make(text, error="m", micro=False).svg_inline(border=1, omitsize=True, svgclass=None))
