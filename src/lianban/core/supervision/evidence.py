"""Reads an evidence package without anything else of ours: only the standard library and the rules written here.

The file stands alone: in an unpacked package it is `check_log.py`, and `python3 -I -S check_log.py` checks what lies
beside it. An event's digest is the SHA-256 of its canonical JSON (keys sorted, no spaces, UTF-8 unescaped, moments in
ISO 8601 with their offset) without the digest itself; it names the digest of the event before it, 64 zeros for the
first. A day's root is an RFC 6962 tree over the digests of the day's events, signed by ECDSA over P-256 with SHA-256.
From format 3 on, an event holds "text:" and the SHA-256 of the canonical JSON of {salt, text} where somebody wrote in
their own words. The texts lie beside the record; the law may have one erased, which an event of its own says.
"""

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "lianban-evidence/2"
GENESIS = "0" * 64
MOMENTS = ("effective_at", "recorded_at")
STATED = ("format", "county", "day", "number", "events", "root", "previous")
TEXT = re.compile('"text:([0-9a-f]{64})"')
TO_COMPARE = "证书指纹，请与县里公布的核对 certificate, compare"
CHINA = timezone(timedelta(hours=8))
Json = Mapping[str, Any]


class Doubt(NamedTuple):
    """What does not hold. number: the proceeding, or the day of a root. seq: the event, 0 for the whole. In Chinese."""

    number: str
    seq: int
    words: str


def doubts(package: Json, folder: Path | None = None) -> tuple[Doubt, ...]:
    """Return everything in a package that does not hold; nothing when it is whole. folder: of its papers, or None."""
    return tuple(_doubts(package, folder))


def count_events(package: Json) -> int:
    """Return how many events the package tells."""
    return len(_entries(package))


def count_open(package: Json) -> int:
    """Return how many of its events no root covers yet, because their day had not ended when it was made."""
    closed = {each["day"] for each in package["roots"]}
    return sum(local_day(event) not in closed for _, event in _entries(package))


def local_day(event: Json) -> str:
    """Return the local day on which an event was recorded."""
    return datetime.fromisoformat(event["recorded_at"]).astimezone(CHINA).date().isoformat()


def _doubts(package: Json, folder: Path | None) -> Iterator[Doubt]:
    case = str(package.get("case", ""))
    if package.get("format") != FORMAT:
        yield Doubt(case, 0, "不是本格式的证据包")
        return
    content = {key: value for key, value in package.items() if key not in ("seal", "signature", "certificates")}
    if package.get("seal") != _digest(content):
        yield Doubt(case, 0, "证据包的内容与其摘要不符")
    elif not signature_holds(str(package["seal"]).encode(), package["signature"], package["certificates"]):
        yield Doubt(case, 0, "证据包的签名不成立")
    for proceeding in package["proceedings"]:
        yield from _record(proceeding)
    yield from _papers(package, folder)
    for check in (_clocks, _definitions, _texts, _roots, _covered):
        yield from check(package)


def _entries(package: Json) -> list[tuple[str, Json]]:
    """Every event, with the number of its proceeding."""
    return [(str(each["number"]), event) for each in package["proceedings"] for event in each["events"]]


def _record(proceeding: Json) -> Iterator[Doubt]:
    number, previous, state = proceeding["number"], GENESIS, ""
    for seq, event in enumerate(proceeding["events"], 1):
        content = {key: value for key, value in event.items() if key != "digest"}
        moments = {key: datetime.fromisoformat(content[key]).isoformat() for key in MOMENTS}
        if event["proceeding"] != proceeding["id"] or event.get("number", number) != number:
            yield Doubt(number, seq, "这条记录属于另一个办件")
        if event["seq"] != seq:
            yield Doubt(number, seq, f"序号应为{seq}，记录写的是{event['seq']}")
        if event["previous"] != previous:
            yield Doubt(number, seq, "与前一条记录不相连")
        if state and event.get("before", state) != state:
            yield Doubt(number, seq, "办理前的状态与前一条记录之后的状态不符")
        if _digest({**content, **moments}) != event["digest"]:
            yield Doubt(number, seq, "内容被改动")
        previous, state = event["digest"], event.get("after", "")
    if (len(proceeding["events"]), previous) != (proceeding["version"], proceeding["head"]):
        yield Doubt(number, len(proceeding["events"]), "记录的末尾与办件登记的不符")


def _papers(package: Json, folder: Path | None) -> Iterator[Doubt]:
    """Every document that an event names is listed with the digest that the event knows; its file is unchanged."""
    listed = {each["number"]: each["digest"] for each in package["documents"]}
    for number, event in _entries(package):
        paper = event["payload"].get("document")
        if not isinstance(paper, dict):
            continue
        if paper["number"] not in listed:
            yield Doubt(number, event["seq"], f"缺少文书{paper['number']}")
        elif paper.get("digest") and paper["digest"] != listed[paper["number"]]:
            yield Doubt(number, event["seq"], f"文书{paper['number']}的内容摘要与记录不符")
    for each in package["documents"] if folder else ():
        path = Path(folder or "", str(each.get("file", "")))
        if each.get("file") and (not path.is_file() or sha256(path.read_bytes()) != each["file_digest"]):
            yield Doubt(each["proceeding"], 0, f"文书{each['number']}的文件缺失或被改动")


def _clocks(package: Json) -> Iterator[Doubt]:
    """Every clock starts on the day that the record says."""
    keys = ("started_on", "accepted_on", "transferred_on")
    begun = {(number, event["payload"].get(key)) for number, event in _entries(package) for key in keys}
    for clock in package["clocks"]:
        if (clock["subject"], clock["clock"]["started_on"]) not in begun:
            yield Doubt(clock["subject"], 0, "计时的起算日与记录不符")


def _definitions(package: Json) -> Iterator[Doubt]:
    """The plan is the one the record names, and every definition is as it was published."""
    planned = (event for _, event in _entries(package) if event["kind"] in ("submitted", "replanned"))
    told = [event["payload"]["plan"] for event in planned if "plan" in event["payload"]]
    if package["plan"] and told and _digest(package["plan"]) != told[-1]:
        yield Doubt(package["case"], 0, "办理方案与记录的不符")
    for each in package["definitions"]:
        if _digest(each["content"]) != each["digest"]:
            yield Doubt(package["case"], 0, f"定义{each['kind']} {each['key']}（第{each['version']}版）被改动")


def _texts(package: Json) -> Iterator[Doubt]:
    """Every text is the one whose digest stands in the record; one that is not told was erased, as an entry says."""
    texts, events, named = package["texts"], _entries(package), set[str]()
    erased = {each for _, event in events if event["kind"] == "words_erased" for each in event["payload"]["texts"]}
    for number, event in events:
        own = set(TEXT.findall(_canonical(event["payload"]).decode())) if event.get("format", 1) > 2 else set()
        named |= own
        if any(_digest(texts[each]) != each for each in own & texts.keys()):
            yield Doubt(number, event["seq"], "所附的文字与记录中的摘要不符")
        if own - erased - texts.keys():
            yield Doubt(number, event["seq"], "所附的文字缺失，又没有依法删除的记录")
    for each in sorted(texts.keys() - named):
        yield Doubt(package["case"], 0, f"没有记录提到摘要为{each[:12]}的文字")


def _roots(package: Json) -> Iterator[Doubt]:
    """The roots follow from one another, and each bears the county's signature."""
    before: Json = {}
    for each in package["roots"]:
        stated = {key: each[key] for key in STATED}
        if before and (each["number"], each["previous"]) != (before["number"] + 1, _digest(before)):
            yield Doubt(each["day"], 0, "这一日的根与前一日的不相连")
        signers = each.get("certificates", package["certificates"])
        if not signature_holds(_canonical(stated), each["signature"], signers):
            yield Doubt(each["day"], 0, "这一日的根的签名不成立")
        before = stated


def _covered(package: Json) -> Iterator[Doubt]:
    """Every event of a day that has a root stands under it."""
    roots = {each["day"]: each for each in package["roots"]}
    proofs = {(each["proceeding"], each["seq"]): each for each in package["proofs"]}
    for number, event in _entries(package):
        root, proof = roots.get(local_day(event)), proofs.get((event["proceeding"], event["seq"]))
        if root and (proof is None or proof["day"] != root["day"] or not _stands(event["digest"], proof, root)):
            yield Doubt(number, event["seq"], f"不在{root['day']}的根之下")


def _stands(digest: str, proof: Json, root: Json) -> bool:
    node, index, last = _sha(b"\0" + bytes.fromhex(digest)), proof["index"], root["events"] - 1
    for each in map(bytes.fromhex, proof["path"]):
        while last and index % 2 == 0 and index == last:
            index, last = index // 2, last // 2
        if not last:
            return False
        node = _sha(b"\1" + (each + node if index % 2 else node + each))
        index, last = index // 2, last // 2
    return 0 <= int(proof["index"]) < int(root["events"]) and node.hex() == str(root["root"])


def signature_holds(message: bytes, signature: str, certificates: Sequence[str]) -> bool:
    """Whether a signature is by the first certificate, and each certificate by the next, the last by itself."""
    try:
        chain = [_certificate(each) for each in certificates]
        signed = [(message, base64.b64decode(signature)), *((each[0], each[1]) for each in chain)]
        signers = [each[2] for each in (*chain, chain[-1])]
        return all(_verifies(key, *each) for key, each in zip(signers, signed, strict=True))
    except (ValueError, IndexError, TypeError):
        return False


def fingerprint(certificate: str) -> str:
    """Return the SHA-256 of a certificate, by which people compare it. certificate: PEM."""
    return sha256(base64.b64decode("".join(certificate.split("-----")[2].split())))


def _certificate(pem: str) -> tuple[bytes, bytes, tuple[int, int]]:
    """What is signed of a certificate, its signature, and the public key in it (X.509, RFC 5280)."""
    outer = _der(_der(base64.b64decode("".join(pem.split("-----")[2].split())))[0][1])
    inner = _der(outer[0][1])
    point = _der(inner[5 + (inner[0][0] == 0xA0)][1])[1][1][-64:]
    return outer[0][2], outer[2][1][1:], (int.from_bytes(point[:32], "big"), int.from_bytes(point[32:], "big"))


def _der(read: bytes) -> list[tuple[int, bytes, bytes]]:
    """Tag, content and whole of each element that stands side by side."""
    found, at = [], 0
    while at < len(read):
        tag, length, begin = read[at], read[at + 1], at + 2
        if length & 0x80:
            begin += length & 0x7F
            length = int.from_bytes(read[at + 2 : begin], "big")
        found.append((tag, read[begin : begin + length], read[at : begin + length]))
        at = begin + length
    return found


P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int] | None


def _verifies(key: tuple[int, int], message: bytes, signature: bytes) -> bool:
    """ECDSA over P-256 with SHA-256 (FIPS 186-5)."""
    r, s = (int.from_bytes(each[1], "big") for each in _der(_der(signature)[0][1]))
    x, y = key
    if not (0 < r < N and 0 < s < N and (y * y - x * x * x + 3 * x - B) % P == 0):
        return False
    w, z = pow(s, -1, N), int.from_bytes(_sha(message), "big")
    found = _add(_times(z * w % N, G), _times(r * w % N, key))
    return found is not None and found[0] % N == r


def _times(k: int, point: Point) -> Point:
    found: Point = None
    while k:
        found = _add(found, point) if k & 1 else found
        point, k = _add(point, point), k >> 1
    return found


def _add(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    (x, y), (u, v) = one, other
    if x == u and (y + v) % P == 0:
        return None
    slope = (3 * x * x - 3) * pow(2 * y, -1, P) if one == other else (v - y) * pow(u - x, -1, P)
    across = (slope * slope - x - u) % P
    return across, (slope * (x - across) - y) % P


def sha256(content: bytes) -> str:
    """Return a SHA-256 in hexadecimal."""
    return _sha(content).hex()


def _sha(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _digest(value: object) -> str:
    return sha256(_canonical(value))


def _report(package: Json, folder: Path) -> tuple[list[str], bool]:
    found = doubts(package, folder)
    if found:
        return [f"{each.number} #{each.seq}: {each.words}" for each in found], False
    told = f"{count_events(package)} 条记录 events, {len(package['roots'])} 个日根 daily roots"
    return [
        f"{package['case']}: 成立 holds — {told}",
        f"所在日尚未封存的记录 events of a day not yet closed: {count_open(package)}",
        *(f"{TO_COMPARE}: {fingerprint(each)}" for each in package["certificates"]),
    ], True


if __name__ == "__main__":
    place = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("case.json"))
    lines, holds = _report(json.loads(place.read_text(encoding="utf-8")), place.parent)
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(0 if holds else 1)
