"""What `lianban guide` prints: a proof as lines, all proofs as a table."""

from collections.abc import Iterable
from fractions import Fraction

from lianban.core.chains.model import Question, QuestionKind
from lianban.core.guidance import Asked, Guide, Proof, next_question
from lianban.core.guidance.answers import Given
from lianban.core.guidance.outcome import Kind
from lianban.core.guidance.strategy import EXACT

_HEAD = (
    "一件事",
    "题目数",
    "应问尽问",
    "按原顺序跳问",
    "平均问数",
    "最多",
    "下界",
    "不可省",
    "少问",
    "方法",
    "无影响的题",
    "计入提示时平均",
)
_KINDS = {
    Kind.ITEM: "事项",
    Kind.MATERIAL: "材料",
    Kind.FIELD: "表单字段",
    Kind.STEP: "环节",
    Kind.DEPENDENCY: "先后关系",
    Kind.ADVICE: "提示",
}
SHOWN = 6


def proof_lines(proof: Proof, played: int | None) -> list[str]:
    """Return a proof in words. played: combinations checked one by one without diagrams, None when too many."""
    by_diagram = "" if proof.covered is None else f"，判定图覆盖 {proof.covered}"
    one_by_one = "（组合过多，未逐一重放）" if played is None else f"，逐一重放 {played}，结果全部一致"
    lines = [
        f"{proof.name}：{proof.authored} 个问题",
        f"  回答组合      {proof.combinations}{by_diagram}{one_by_one}",
        f"  应问尽问      平均 {proof.asked_all:.3f} 问",
        f"  按原顺序跳问  平均 {proof.in_order:.3f} 问，最多 {proof.in_order_worst} 问",
        f"  本导引        平均 {proof.expected:.3f} 问，最多 {proof.worst} 问（比题目数少 {proof.saved:.1%}）",
        f"  下界          平均 {proof.lower_bound:.3f} 问，{_how(proof)}",
        f"  不可省        平均 {proof.decisive:.3f} 问：单独一题就能改变结果，任何导引都必须问",
    ]
    if proof.pinning_costs:
        lines.append(f"  固定顺序代价  平均多问 {proof.pinning_costs:.3f} 问")
    if proof.dead:
        lines.append(f"  无影响的题    {'、'.join(proof.dead)}（任何回答都不改变方案，从不提问）")
    return lines


def _how(proof: Proof) -> str:
    if proof.method == EXACT:
        return "动态规划求得的最优值，不可能更少"
    return f"方法 {proof.method}，与下界相差至多 {proof.gap:.3f} 问"


def asked_lines(asked: Asked) -> list[str]:
    """Return a question as a person meets it on the command line: the question, its answers, and why it is asked."""
    question = asked.question
    lines = [f"{question.key}  {question.ask}{f'（{question.unit}）' if question.unit else ''}"]
    lines += [f"    {answer.value}  {answer.label}" for answer in question.answers]
    lines += ["    行政区划代码或地名，例如 370304、山东省淄博市"] * (question.kind is QuestionKind.PLACE)
    lines += [f"    ?  不清楚{f'（{question.find_out}）' if question.find_out else ''}", "  为什么问："]
    for kind, label in _KINDS.items():
        names = list(dict.fromkeys(each.name for each in asked.because if each.kind is kind))
        more = f" 等 {len(names)} 项" if len(names) > SHOWN else ""
        lines += [f"    {label}：{'、'.join(names[:SHOWN])}{more}"] if names else []
    return [*lines, f"  预计还需 {asked.expected:.1f} 问，最多 {asked.at_most} 问"]


def order_lines(uniform: Guide, learned: Guide) -> list[str]:
    """Return both orders: as if every answer were as probable as another, and as finished cases have shown."""
    return [
        f"{uniform.chain.name}：按等概率与按已办结件学到的顺序（沿学到的最常见回答走）",
        *_walk("等概率", uniform, learned),
        *_walk("学到的", learned, learned),
    ]


def _walk(label: str, guide: Guide, weights: Guide) -> list[str]:
    """Follow the commonest answers to the end. weights: whose probabilities say which those are."""
    answers: dict[str, Given] = {}
    while asked := next_question(guide, answers):
        answers[asked.question.key] = commonest(weights, asked.question)
    expected = guide.strategy.expected(guide.states.start())
    walked = " → ".join(answers) or "不用问"
    return [f"  {label}  {walked}（{len(answers)} 问；按此概率平均 {expected:.3f} 问）"]


def commonest(guide: Guide, question: Question) -> Given:
    """Return the answer that is most probable; of a multiple choice, every option that more than half choose."""
    asking = next(each for each in guide.map.askings if each.question is question or each.question.key == question.key)
    if question.kind is QuestionKind.MULTI:
        chosen = (d.variable.option for d in asking.dimensions if guide.rows[d.at][1] > Fraction(1, 2))
        return frozenset(option for option in chosen if option)
    (dimension,) = asking.dimensions
    shares = guide.rows[dimension.at]
    return dimension.variable.values[shares.index(max(shares))]


def table(rows: Iterable[tuple[Proof, Proof]]) -> str:
    """Return the report over all chains as Markdown. rows: the proof of the plan, and with notes counted too."""
    kept = sorted(rows, key=lambda row: row[0].chain)
    lines = [f"| {' | '.join(_HEAD)} |", f"|{'---|' * len(_HEAD)}"]
    lines += [f"| {' | '.join(_row(plan, advice))} |" for plan, advice in kept]
    lines.append(f"| {' | '.join(_sum([plan for plan, _ in kept], [advice for _, advice in kept]))} |")
    return "\n".join(lines)


def _row(proof: Proof, advice: Proof) -> list[str]:
    numbers = [proof.asked_all, proof.in_order, proof.expected]
    return [
        proof.name, str(proof.authored), *(f"{number:.2f}" for number in numbers), str(proof.worst),
        f"{proof.lower_bound:.2f}", f"{proof.decisive:.2f}", f"{proof.saved:.0%}", proof.method,
        "、".join(proof.dead), f"{advice.expected:.2f}",
    ]  # fmt: skip


def _sum(proofs: list[Proof], advice: list[Proof]) -> list[str]:
    def total(values: Iterable[float]) -> str:
        return f"{sum(values):.2f}"

    saved = sum(proof.saved for proof in proofs) / len(proofs) if proofs else 0.0
    return [
        "合计", str(sum(p.authored for p in proofs)), total(p.asked_all for p in proofs),
        total(p.in_order for p in proofs), total(p.expected for p in proofs), str(sum(p.worst for p in proofs)),
        total(p.lower_bound for p in proofs), total(p.decisive for p in proofs), f"各链平均 {saved:.1%}", "",
        str(sum(len(p.dead) for p in proofs)), total(p.expected for p in advice),
    ]  # fmt: skip
