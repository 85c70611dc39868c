"""What a file is, judged by its bytes and never by its name."""

import unicodedata
from enum import StrEnum
from pathlib import PurePosixPath


class Media(StrEnum):
    """A kind of file we take."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    OFD = "application/ofd"
    HEIC = "image/heic"

    @property
    def words(self) -> str:
        """Return its name for people."""
        return self.name

    @property
    def extension(self) -> str:
        """Return the ending its files bear."""
        return {Media.JPEG: ".jpg"}.get(self, f".{self.name.lower()}")


TAKEN = frozenset({Media.PDF, Media.JPEG, Media.PNG, Media.OFD})

HEADS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "可执行程序"),
    (b"\x7fELF", "可执行程序"),
    (b"\xcf\xfa\xed\xfe", "可执行程序"),
    (b"\xca\xfe\xba\xbe", "可执行程序"),
    (b"#!", "脚本"),
    (b"\xd0\xcf\x11\xe0", "旧版办公文档"),
    (b"PK\x03\x04", "压缩包或办公文档"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"GIF8", "动图"),
    (b"BM", "位图"),
    (b"RIFF", "音视频或网页图片"),
)
SCRIPTS = (b"<script", b"<!doctype html", b"<html", b"<?php", b"<svg", b"@echo off", b"powershell")
OFFICE = {"压缩包或办公文档", "旧版办公文档"}


def media_of(content: bytes) -> Media | None:
    """Return what the first bytes say, or None."""
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] == b"%PDF-":
        return Media.PDF
    if content[:3] == b"\xff\xd8\xff":
        return Media.JPEG
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return Media.PNG
    if content[:4] == b"PK\x03\x04" and b"OFD.xml" in content[:4096] + content[-65_536:]:
        return Media.OFD
    if content[4:8] == b"ftyp" and content[8:12] in {b"heic", b"heix", b"mif1", b"msf1", b"hevc"}:
        return Media.HEIC
    return None


def words_for(content: bytes) -> str:
    """Return in words what an unwelcome file seems to be."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if any(start.startswith(mark) for mark in SCRIPTS):
        return "网页或脚本"
    return next((words for head, words in HEADS if content.startswith(head)), "这种类型的文件")


def tidy_name(name: str, media: Media) -> str:
    """Return a name that is safe to show and to save: no path, no control or direction marks, the true ending."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(each for each in last if unicodedata.category(each)[0] != "C" and each not in '<>:"|?*')
    stem = kept.rsplit(".", 1)[0].strip(" .")[:100]
    return (stem or "文件") + media.extension
