"""Quality rules of chains: what keeps a chain from being guided, composed or promised as it is written."""

from collections.abc import Iterable, Iterator, Mapping

from lianban.core.chains.domains import domains_of
from lianban.core.chains.lawful import lawful_days, order_of_members
from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.conditions.algebra import All, Any, Compare, Condition, Const, Equals, Has, In, Not, Within, facts_of
from lianban.core.conditions.decide import is_satisfiable
from lianban.core.conditions.domains import Choices, Domain, Words
from lianban.core.conditions.errors import FactMismatch
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import ValueType, Vocabulary

Items = Mapping[str, ServiceItem]
Placed = tuple[str, Condition]
"""A condition, and the path at which it is written."""

_LISTED = (ValueType.CHOICE, ValueType.CHOICES)


def check_chain(chain: Chain, items: Items, vocabulary: Vocabulary) -> list[Finding]:
    """Return what is wrong or open in a chain, its items as they are in the catalogue."""
    return list(_Check(chain, items, vocabulary).all())


class _Check:
    def __init__(self, chain: Chain, items: Items, vocabulary: Vocabulary) -> None:
        self._chain = chain
        self._where = f"chains/{chain.key}"
        self._vocabulary = vocabulary
        self._members = {each.item: items[each.item] for each in chain.members if each.item in items}
        self._domains = domains_of(chain)
        self._conditions = [*self._own_conditions(), *item_conditions(self._members.values())]

    def all(self) -> Iterator[Finding]:
        yield from self._authorities()
        yield from self._listed()
        yield from self._pointed_at()
        yield from self._ring()
        yield from self._questions()
        yield from self._reachable()
        yield from self._facts()
        yield from self._promise()

    def _found(self, rule: str, level: str, path: str, message: str, remedy: str) -> Finding:
        where = path if path.startswith("items/") else f"{self._where}/{path}" if path else self._where
        return Finding(rule=rule, level=level, where=where, message=message, remedy=remedy)

    def _own_conditions(self) -> Iterator[Placed]:
        chain = self._chain
        yield from ((f"members/{number}/when", each.when) for number, each in enumerate(chain.members))
        yield from ((f"questions/{number}/when", each.when) for number, each in enumerate(chain.questions))
        yield from ((f"dependencies/{number}/when", each.when) for number, each in enumerate(chain.dependencies))
        yield from ((f"material_rules/{number}/when", each.when) for number, each in enumerate(chain.material_rules))

    def _authorities(self) -> Iterator[Finding]:
        known = self._vocabulary.authorities
        for path, key in (
            ("lead_authority", self._chain.lead_authority),
            *((f"cooperating_authorities/{n}", key) for n, key in enumerate(self._chain.cooperating_authorities)),
        ):
            if known and key not in known:
                text = f"没有键为“{key}”的部门。"
                yield self._found("UNKNOWN_AUTHORITY", "error", path, text, "在 authorities.yaml 中增加，或改正键。")

    def _listed(self) -> Iterator[Finding]:
        seen: set[str] = set()
        for number, each in enumerate(self._chain.members):
            path = f"members/{number}"
            if each.item not in self._members:
                text = f"目录中没有事项“{each.item}”，或其定义有错误。"
                yield self._found("UNKNOWN_ITEM", "error", path, text, "改正事项的键，或先改好该事项。")
            if each.item in seen:
                text = f"事项“{each.item}”列了两次。"
                yield self._found("ITEM_TWICE", "error", path, text, "合并成一项，条件用“或”连接。")
            seen.add(each.item)

    def _pointed_at(self) -> Iterator[Finding]:
        listed = {each.item for each in self._chain.members}
        for number, edge in enumerate(self._chain.dependencies):
            for key in sorted({edge.before, edge.after} - listed):
                text = f"依赖关系提到了不属于本链条的事项“{key}”。"
                yield self._found("DEPENDENCY_UNKNOWN", "error", f"dependencies/{number}", text, "加入链条或删去。")
        for number, rule in enumerate(self._chain.material_rules):
            path = f"material_rules/{number}"
            if rule.item not in listed:
                text = f"材料规则提到了不属于本链条的事项“{rule.item}”。"
                yield self._found("RULE_UNKNOWN_ITEM", "error", path, text, "改正事项的键。")
            if rule.kind not in self._vocabulary.kinds:
                text = f"材料目录中没有“{rule.kind}”。"
                yield self._found("UNKNOWN_KIND", "error", f"{path}/kind", text, "在 vocabulary/kinds.yaml 中增加。")

    def _ring(self) -> Iterator[Finding]:
        ring = order_of_members(self._chain).ring()
        if ring:
            text = f"前后置关系成环：{' → '.join((*ring, ring[0]))}。"
            yield self._found("CYCLIC_PREREQUISITE", "error", "dependencies", text, "删去其中一条，或改为并联。")

    def _questions(self) -> Iterator[Finding]:
        asked: dict[str, str] = {}
        matters = {fact for _, condition in self._conditions for fact in facts_of(condition)} | set(self._elements())
        for number, each in enumerate(self._chain.questions):
            path = f"questions/{number}"
            if each.fact in asked:
                text = f"问题“{each.ask}”与“{asked[each.fact]}”确定的是同一事实。"
                yield self._found("FACT_ASKED_TWICE", "warning", path, text, "合并为一个问题。")
            asked.setdefault(each.fact, each.ask)
            yield from self._answers(each, path)
            settled = {each.fact, *(fact for answer in each.answers for fact in answer.sets)}
            tells = any(answer.note for answer in each.answers)
            if not tells and settled.isdisjoint(matters):
                text = f"问题“{each.ask}”的答案不影响任何事项、材料或字段。"
                yield self._found("DEAD_QUESTION", "hint", path, text, "删去，或在条件中使用它。")

    def _answers(self, question: Question, path: str) -> Iterator[Finding]:
        values = [answer.value for answer in question.answers]
        if len(set(values)) != len(values):
            yield self._found("ANSWER_TWICE", "error", path, "有两个答案的值相同。", "给每个答案不同的值。")
        if question.kind in (QuestionKind.SINGLE, QuestionKind.MULTI) and not values:
            yield self._found("NO_ANSWERS", "error", path, f"问题“{question.ask}”没有答案可选。", "写明答案。")
        if question.kind is QuestionKind.YES_NO and not set(values) <= {"yes", "no"}:
            yield self._found("ANSWER_VALUE", "error", path, "是非题的答案只能是 yes 和 no。", "改正答案的值。")

    def _elements(self) -> Iterator[str]:
        for item in self._members.values():
            yield from (field.element for field in item.fields)

    def _reachable(self) -> Iterator[Finding]:
        for number, each in enumerate(self._chain.members):
            if self._can_hold(each.when) is False:
                text = f"没有任何答案能使事项“{each.item}”成为需要办理的。"
                yield self._found("UNREACHABLE_ITEM", "error", f"members/{number}/when", text, "改正条件。")
        for number, question in enumerate(self._chain.questions):
            if self._can_hold(question.when) is False:
                text = f"问题“{question.ask}”永远不会被问到。"
                yield self._found("UNREACHABLE_QUESTION", "warning", f"questions/{number}/when", text, "改正条件。")

    def _can_hold(self, condition: Condition) -> bool | None:
        try:
            return is_satisfiable(condition, self._domains)
        except FactMismatch:
            return None

    def _facts(self) -> Iterator[Finding]:
        known = {*self._domains, *self._elements(), *self._vocabulary.situations}
        known |= {fact for question in self._chain.questions for answer in question.answers for fact in answer.sets}
        for path, condition in self._conditions:
            for fact in sorted(facts_of(condition) - known):
                text = f"条件用到的事实“{fact}”没有问题、字段或情形能够确定。"
                remedy = "增加问题，或在 vocabulary/situations.yaml 中登记该情形。"
                yield self._found("UNKNOWN_FACT", "error", path, text, remedy)
            for fact, value in _values(condition):
                if value not in self._options(fact, value):
                    text = f"条件写的“{value}”不在“{fact}”的可选答案中。"
                    yield self._found("VALUE_OUTSIDE_OPTIONS", "error", path, text, "改成可选的答案。")

    def _options(self, fact: str, value: str) -> Iterable[str]:
        """Return what a fact may be, whoever says so; the value itself when nobody lists anything."""
        listed: set[str] = set(_options_of(self._domains.get(fact)))
        element = self._vocabulary.elements.get(fact)
        listed |= {option.value for option in element.options} if element else set()
        for item in self._members.values():
            for field in item.fields:
                if field.element == fact and field.type in _LISTED:
                    listed |= {option.value for option in field.options}
        return listed or {value}

    def _promise(self) -> Iterator[Finding]:
        promise = self._chain.promise_days
        if promise is None or order_of_members(self._chain).ring():
            return
        longest = lawful_days(self._chain, self._members)
        if promise > longest:
            text = f"链条承诺 {promise} 个工作日，长于各事项法定时限允许的 {longest.normalize():f} 个工作日。"
            yield self._found("PROMISE_BEYOND_LAW", "error", "promise_days", text, "压缩链条的承诺时限。")


def item_conditions(items: Iterable[ServiceItem]) -> Iterator[Placed]:
    """Yield every condition written in these items, with its path."""
    for item in items:
        where = f"items/{item.key}"
        yield from ((f"{where}/form/fields/{number}/when", each.when) for number, each in enumerate(item.fields))
        yield from ((f"{where}/materials/{number}/when", each.when) for number, each in enumerate(item.materials))
        yield from ((f"{where}/steps/{number}/when", each.when) for number, each in enumerate(item.steps))
        checks = item.examination.instant.checks if item.examination.instant else ()
        yield from ((f"{where}/examination/instant/{number}", each.when) for number, each in enumerate(checks))


def _options_of(domain: Domain | None) -> tuple[str, ...]:
    return domain.options if isinstance(domain, Words | Choices) else ()


def _values(condition: Condition) -> Iterator[tuple[str, str]]:
    """Yield every word that a condition compares a fact with."""
    match condition:
        case Const() | Compare() | Within():
            return
        case Not(inner):
            yield from _values(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _values(part)
        case Has(fact, option):
            yield fact, option
        case Equals(fact, value):
            if isinstance(value, str):
                yield fact, value
        case In(fact, values):
            yield from ((fact, value) for value in sorted(map(str, values)))
