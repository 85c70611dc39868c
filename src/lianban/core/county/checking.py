"""What is wrong or missing in a county beyond the shape of its entries."""

from collections.abc import Iterable, Iterator
from itertools import chain

from lianban.core.county.model import County, HallEntry, PostEntry, StaffRole
from lianban.core.kernel.credit_code import parse_credit_code
from lianban.core.kernel.finding import Finding
from lianban.core.kernel.identifiers import InvalidIdentifier
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.procedure import ROLE_NAMES

IN_A_HALL = frozenset({StaffRole.CLERK, StaffRole.ISSUER})
FOR_AN_AUTHORITY = frozenset({StaffRole.APPROVER})


def check_county(county: County) -> tuple[Finding, ...]:
    """Return every finding, in the order of the entries. where: `staff/3/authority`, counted from 0."""
    return tuple(chain(_twice(county), _codes(county), _posts(county), _heads(county)))


def _twice(county: County) -> Iterator[Finding]:
    yield from _repeated("authorities", "key", (each.key for each in county.authorities))
    yield from _repeated("halls", "key", (each.key for each in county.halls))
    for place, hall in enumerate(county.halls):
        yield from _repeated(f"halls/{place}/windows", "number", (str(each.number) for each in hall.windows))
    yield from _repeated("staff", "user_name", (each.user_name for each in county.staff))
    for place, staff in enumerate(county.staff):
        told = [f"{each.role}|{each.authority}|{each.hall}" for each in staff.posts]
        for number, each in enumerate(told[1:]):
            if each in told[: number + 1]:
                yield _error("duplicate-post", f"staff/{place}/also/{number}", "同一个岗位写了两次。", "删去一处。")


def _repeated(where: str, field: str, values: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value in seen:
            rule = f"duplicate-{field.replace('_', '-')}"
            yield _error(rule, f"{where}/{place}/{field}", f"“{value}”写了两次。", "换一个，或删去一处。")
        seen.add(value)


def _codes(county: County) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for place, each in enumerate(county.authorities):
        where = f"authorities/{place}/credit_code"
        if not each.credit_code:
            remedy = "补上 18 位代码；没有它就生成不了实施编码。"
            yield _warning("no-credit-code", f"authorities/{place}", f"“{each.name}”没有统一社会信用代码。", remedy)
            continue
        try:
            code = parse_credit_code(each.credit_code).text
        except InvalidIdentifier as wrong:
            yield _error("bad-credit-code", where, wrong.message, "对照登记证书改正。")
            continue
        if code in seen:
            yield _error("duplicate-credit-code", where, f"与“{seen[code]}”的代码相同。", "对照登记证书改正。")
        seen.setdefault(code, each.name)


def _posts(county: County) -> Iterator[Finding]:
    authorities = {each.key for each in county.authorities}
    halls = {each.key: each for each in county.halls}
    for place, staff in enumerate(county.staff):
        yield from _post(staff, f"staff/{place}", authorities, halls)
        for number, post in enumerate(staff.also):
            yield from _post(post, f"staff/{place}/also/{number}", authorities, halls)


def _post(post: PostEntry, where: str, authorities: set[str], halls: dict[str, HallEntry]) -> Iterator[Finding]:
    role = ROLE_NAMES[Role(post.role)]
    if post.authority and post.authority not in authorities:
        yield _error("unknown-authority", f"{where}/authority", f"没有部门“{post.authority}”。", _choice(authorities))
    if post.hall and post.hall not in halls:
        yield _error("unknown-hall", f"{where}/hall", f"没有大厅“{post.hall}”。", _choice(halls))
    if post.role in IN_A_HALL and not post.hall:
        yield _error("post-without-hall", where, f"“{role}”岗位没有写大厅。", "补上 hall。")
    if post.role in FOR_AN_AUTHORITY and not post.authority:
        yield _error("post-without-authority", where, f"“{role}”岗位没有写部门。", "补上 authority。")
    if post.leads and not post.authority:
        yield _error("head-of-nothing", f"{where}/leads", "负责人须属于一个部门。", "补上 authority，或去掉 leads。")
    if post.window is not None and (not post.hall or post.hall in halls):
        yield from _window(post.window, where, halls.get(post.hall))


def _window(number: int, where: str, hall: HallEntry | None) -> Iterator[Finding]:
    numbers = {str(each.number) for each in hall.windows} if hall else set()
    if str(number) not in numbers:
        remedy = _choice(numbers) if hall else "先写 hall。"
        yield _error("unknown-window", f"{where}/window", f"大厅没有 {number} 号窗口。", remedy)


def _heads(county: County) -> Iterator[Finding]:
    posts = [post for staff in county.staff for post in staff.posts]
    deciding = {each.authority for each in posts if each.role in FOR_AN_AUTHORITY}
    led = {each.authority for each in posts if each.leads}
    for place, each in enumerate(county.authorities):
        if each.key in deciding - led:
            remedy = "给一名人员加上 leads: true；没有负责人，就没人分派工作、安排代办。"
            yield _warning("no-head", f"authorities/{place}", f"“{each.name}”没有负责人。", remedy)


def _choice(known: Iterable[str]) -> str:
    return f"可选：{'、'.join(sorted(known)) or '（还没有，先加上）'}。"


def _error(rule: str, where: str, message: str, remedy: str) -> Finding:
    return Finding(rule=rule, level="error", where=where, message=message, remedy=remedy)


def _warning(rule: str, where: str, message: str, remedy: str) -> Finding:
    return Finding(rule=rule, level="warning", where=where, message=message, remedy=remedy)
