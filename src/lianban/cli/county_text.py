"""What `lianban county` prints."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lianban.adapters.county_file import ReadCounty
from lianban.core.proceedings.procedure import ROLE_NAMES

if TYPE_CHECKING:  # the applications exist only after set-up
    from lianban.apps.county.public import Loading, Outcome, Overview, SetUpPassword
    from lianban.apps.organs.public import Change, Holder, Recorded

SUBJECTS = {"authority": "部门", "hall": "大厅", "window": "窗口", "account": "账号", "post": "岗位"}
ACTS = {"created": "新建", "changed": "更新", "resumed": "恢复", "ended": "结束", "kept": "未变"}


def findings(file: Path, read: ReadCounty) -> Iterator[str]:
    """Yield one line per finding: place, level, rule, what is wrong, what to do."""
    for each, line in zip(read.findings, read.lines, strict=True):
        told = (f"{file}:{line}", each.level, each.rule, each.message, each.remedy)
        yield " ".join(part for part in told if part)


def outcome(found: "Outcome", loading: "Loading") -> Iterator[str]:
    """Yield what changed, what the file does not name, and a table of how much became of what."""
    for each in found.changes:
        if each.act != "kept":
            yield _change(each)
    if found.missing:
        yield "文件里没有、平台里有（没有改动）："
        for left in found.missing:
            hint = "（加 --end-missing 可结束）" if left.post else ""
            yield f"  {SUBJECTS[left.subject]}  {left.name}{hint}"
    yield from _table(found)
    if loading.trial:
        yield "以上是试算，什么都没有改动。"


def passwords(made: "Sequence[SetUpPassword]") -> list[str]:
    """Return the list of new passwords; empty where there are none."""
    if not made:
        return []
    lines = [f"  {each.user_name:<24}{each.password:<24}{each.name}" for each in made]
    return ["初始密码（只显示这一次，首次登录时必须更换，并设置第二重验证）：", *lines]


def show(found: "Overview") -> Iterator[str]:
    """Yield the county: authorities, halls, other posts, and what nobody can decide."""
    if not found.authorities and not found.halls:
        yield "还没有部门和大厅。请写好本县的文件，再运行 lianban county load FILE（格式见 docs/reference/county.md）。"
        return
    for authority in found.authorities:
        code = authority.credit_code or "没有统一社会信用代码"
        yield f"部门  {authority.key}  {authority.name}  {authority.short_name}  {code}"
        yield from map(_holder, found.of_authority(authority.key))
    for hall in found.halls:
        yield f"大厅  {hall.key}  {hall.name}  {hall.division}"
        yield from (f"    {each.number:>4} 号窗口  {each.name}" for each in hall.windows)
        yield from map(_holder, found.of_hall(hall.key))
    if found.elsewhere:
        yield "其他岗位"
        yield from map(_holder, found.elsewhere)
    for key, count in sorted(found.undecided.items()):
        yield f"注意：目录中有 {count} 个事项由“{key}”决定，但那里没有审批人员。"


def record(found: "Iterable[Recorded]") -> Iterator[str]:
    """Yield the record of changes, the latest first."""
    for each in found:
        yield f"{each.at.isoformat(timespec='seconds')}  {each.who}  {_change(each.change)}"


def _holder(each: "Holder") -> str:
    notes = [
        "负责人" if each.leads else "",
        f"{each.window} 号窗口" if each.window else "",
        f"到 {each.until_on} 为止" if each.until_on else "",
        f"外出到 {each.away_until}，由 {each.deputy} 代办" if each.away_until else "",
    ]
    return "  ".join(part for part in (f"      {each.user_name}", each.name, ROLE_NAMES[each.role], *notes) if part)


def _change(each: "Change") -> str:
    told = "；".join(f"{name}：{before or '空'} → {after or '空'}" for name, (before, after) in each.differs.items())
    shown = f"（{told}）" if told and each.act != "created" else ""
    return f"{ACTS[each.act]}  {SUBJECTS[each.subject]}  {each.name}{shown}"


def _table(found: "Outcome") -> Iterator[str]:
    counts = Counter((each.subject.value, each.act.value) for each in found.changes)
    yield "\t".join(("", *ACTS.values()))
    for subject, word in SUBJECTS.items():
        yield "\t".join((word, *(str(counts[subject, act]) for act in ACTS)))
