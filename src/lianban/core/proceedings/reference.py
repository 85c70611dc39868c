"""The procedures as pages a lawyer can read, written from the tables themselves."""

from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.procedure import NEW, ROLE_NAMES, ClockEffect, Procedure, Rule

PROCEDURES: tuple[Procedure, ...] = (chain_case.PROCEDURE, item_case.PROCEDURE)


def page(procedure: Procedure) -> str:
    """Return the reference page of one procedure, in Markdown."""
    parts = [
        f"# {procedure.name}（{procedure.key}）",
        "本页由程序表生成：`lianban procedures --write docs/reference/procedures`。请勿手工修改。",
        "## 状态与去向",
        "```text\n" + diagram(procedure) + "\n```",
        "## 总表",
        table(procedure),
        "## 逐项说明",
        *(_prose(rule, procedure) for rule in procedure.rules),
    ]
    return "\n\n".join(parts) + "\n"


def diagram(procedure: Procedure) -> str:
    """Return every status with the actions that leave it, as text."""
    blocks = []
    for status, (name, _) in procedure.statuses.items():
        leaving = [_arrow(rule, status, procedure) for rule in procedure.rules if status in rule.states]
        blocks.append("\n".join([f"【{name}】", *(leaving or ["  └ 终点"])]))
    return "\n".join(blocks)


def table(procedure: Procedure) -> str:
    """Return the table: state, action, role, condition, clock, document, basis, next state, silence."""
    head = ("状态", "动作", "角色", "条件", "时限", "文书", "依据", "去向", "沉默的后果")
    rows = [head, ("---",) * len(head), *(_row(rule, procedure) for rule in procedure.rules)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _row(rule: Rule, procedure: Procedure) -> tuple[str, ...]:
    return (
        _names(rule.states, procedure),
        f"{rule.name} `{rule.action}`",
        "、".join(ROLE_NAMES[role] for role in rule.roles),
        "；".join(guard.requires for guard in rule.guards) or "—",
        rule.clock.value if rule.clock is not ClockEffect.NONE else "—",
        rule.document.value if rule.document else "—",
        _cited(rule.basis),
        _names(rule.leads_to, procedure) or "不变",
        rule.silence,
    )


def _prose(rule: Rule, procedure: Procedure) -> str:
    states = _names(rule.states, procedure)
    roles = "、".join(ROLE_NAMES[role] for role in rule.roles)
    lines = [f"### {rule.name}（{rule.name_en}，`{rule.action}`）", f"在“{states}”时，由{roles}进行。"]
    lines += [f"- `{guard.name}`：{guard.requires}。" for guard in rule.guards]
    if rule.document:
        lines.append(f"- 须先出具{rule.document.value}，其文号记入事件。")
    if rule.clock is not ClockEffect.NONE:
        lines.append(f"- 办理时限：{rule.clock.value}。")
    lines.append(f"- 之后：{_names(rule.leads_to, procedure) or '状态不变'}。无人办理时：{rule.silence}。")
    lines.append(f"- 依据：{_cited(rule.basis)}。")
    return "\n".join(lines)


def _arrow(rule: Rule, status: str, procedure: Procedure) -> str:
    after = _names(rule.leads_to, procedure) if rule.leads_to else procedure.statuses[status][0]
    return f"  ├ {rule.name} → {after}"


def _names(statuses: tuple[str, ...], procedure: Procedure) -> str:
    return "、".join(procedure.statuses.get(status, procedure.statuses[NEW])[0] for status in statuses)


def _cited(basis: tuple[LegalBasis, ...]) -> str:
    return "、".join(str(each) for each in basis) or "—"
