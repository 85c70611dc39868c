"""Small files of every kind, made on the spot."""

import io
import zipfile
import zlib

from PIL import Image


def a_picture(kind="PNG", size=(40, 30)):
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind)
    return out.getvalue()


def a_pdf(extra=b"", stream=b"BT (hello) Tj ET"):
    return b"".join(
        [
            b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + extra + b">>\nendobj\n",
            b"3 0 obj\n<< /Length 10 >>\nstream\n" + stream + b"\nendstream\nendobj\n",
            b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
        ]
    )


def a_packed_pdf(inside):
    packed = zlib.compress(inside)
    return (
        b"%PDF-1.7\n4 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
        + packed
        + b"\nendstream\nendobj\n"
        + b"5 0 obj\n<< /Type /XRef >>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    )


def an_ofd(**entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("OFD.xml", "<ofd:OFD/>")
        for name, content in entries.items():
            package.writestr(name, content)
    return out.getvalue()
