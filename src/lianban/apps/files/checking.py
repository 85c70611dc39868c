"""Whether a file may be taken: a welcome kind, whole, and without anything that acts by itself."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Collection

from PIL import Image

from lianban.apps.files.errors import FileDamaged, FileEmpty, FileTypeRefused
from lianban.apps.files.media import OFFICE, TAKEN, Media, media_of, words_for

PIXELS = 80_000_000
"""More than any phone's camera takes; a picture beyond it is a trap for whoever opens it."""

UNPACKED = 200 * 2**20
"""Bytes an OFD or a PDF's object stream may grow to."""

ACTS = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def check(content: bytes, taken: Collection[Media] = TAKEN) -> Media:
    """Return what the file is. Raises FileEmpty, FileTypeRefused, FileDamaged."""
    if not content:
        raise FileEmpty
    media = media_of(content)
    if media is None or media not in taken:
        found = media.words if media else words_for(content)
        advice = "办公文档请另存为 PDF 后上传。" if found in OFFICE else ""
        raise FileTypeRefused(found, sorted(each.words for each in taken), advice)
    match media:
        case Media.PDF:
            _check_pdf(content)
        case Media.JPEG | Media.PNG:
            _check_picture(content, media)
        case Media.OFD:
            _check_ofd(content)
    return media


def _check_picture(content: bytes, media: Media) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
            if picture.width * picture.height > PIXELS:
                raise FileDamaged(media.words, f"画面超过 {PIXELS // 1_000_000} 百万像素")
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise FileDamaged(media.words, "图片不完整") from error


def _check_pdf(content: bytes) -> None:
    if b"%%EOF" not in content[-2048:] or (b"xref" not in content and b"/XRef" not in content):
        raise FileDamaged("PDF", "文件不完整")
    around, packed = _parts(content)
    for part in (around, *packed):
        named = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)
        if b"/Encrypt" in named:
            raise FileDamaged("PDF", "文件设置了密码")
        if ACTS.search(named):
            raise FileTypeRefused("带有脚本或自动动作的 PDF", ["PDF"], "请用“打印为 PDF”重新生成。")


def _parts(content: bytes) -> tuple[bytes, list[bytes]]:
    """Return what stands outside the streams, and what the object streams hold."""
    around: list[bytes] = []
    packed: list[bytes] = []
    at = 0
    while (start := content.find(b"stream", at)) != -1:
        end = content.find(b"endstream", start)
        if end == -1:
            break
        head = content[at:start]
        around.append(head)
        if b"ObjStm" in ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), head[-4000:]):
            packed.append(_unpacked(content[start + len(b"stream") : end].lstrip(b"\r\n")))
        at = end + len(b"endstream")
    around.append(content[at:])
    return b"\n".join(around), packed


def _unpacked(stream: bytes) -> bytes:
    opener = zlib.decompressobj()
    try:
        plain = opener.decompress(stream, UNPACKED)
    except zlib.error as error:
        raise FileDamaged("PDF", "对象流无法解开") from error
    if opener.unconsumed_tail:
        raise FileDamaged("PDF", "内容异常膨胀")
    return plain


def _check_ofd(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if sum(entry.file_size for entry in entries) > UNPACKED:
                raise FileDamaged("OFD", "内容异常膨胀")
            if any(entry.filename.startswith("/") or ".." in entry.filename for entry in entries):
                raise FileDamaged("OFD", "内部路径不合规")
            if "OFD.xml" not in package.namelist() or package.testzip() is not None:
                raise FileDamaged("OFD", "文件不完整")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError) as error:
        raise FileDamaged("OFD", "文件不完整") from error
