"""Definitions as the studio's pages draw them."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianban.apps.catalogue import public as catalogue
from lianban.core.chains.model import Chain, Question
from lianban.core.chains.naming import names_of
from lianban.core.chains.plan import Figure, Reductions
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition
from lianban.core.conditions.text import write
from lianban.core.conditions.words import say
from lianban.core.guidance import UNKNOWN, Guide, next_question
from lianban.core.guidance.answers import Given
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.web.components.sentences import told
from lianban.web.components.tables import Head, Line, table
from lianban.web.components.times import moment_words
from lianban.web.portal.shown_chain import FOUR, homes, measured, saved
from lianban.web.portal.shown_question import ask_of, why
from lianban.web.portal.words import authority_name, language, limit_words, name_of, number

LEVELS = {
    "error": (gettext_noop("错误"), "late"),
    "warning": (gettext_noop("警告"), "soon"),
    "hint": (gettext_noop("提示"), "info"),
}
KINDS = {
    "single": gettext_noop("单选"), "multi": gettext_noop("多选"), "yes_no": gettext_noop("是或否"),
    "number": gettext_noop("数字"), "date": gettext_noop("日期"), "place": gettext_noop("地点"),
}  # fmt: skip


def findings(found: Iterable[Finding]) -> list[dict[str, str]]:
    """Return findings with their level in words; errors first."""
    order = list(LEVELS)
    ranked = sorted(found, key=lambda each: (order.index(each.level), each.where))
    return [_finding(each) for each in ranked]


def _finding(each: Finding) -> dict[str, str]:
    word, tone = LEVELS[each.level]
    return {
        "level": _(word), "tone": tone, "rule": each.rule, "where": each.where, "message": told(each.message),
        "remedy": told(each.remedy), "address": address_of(each.where),
    }  # fmt: skip


def address_of(where: str) -> str:
    """Return the page of the definition in which something stands."""
    kind, _slash, rest = where.partition("/")
    key = rest.partition("/")[0]
    pages = {"items": "studio:item", "chains": "studio:chain"}
    return reverse(pages[kind], args=[key]) if kind in pages and key.replace("-", "").replace("_", "").isalnum() else ""


def chains_table(definitions: catalogue.Definitions, *, run: bool) -> dict[str, list[object]]:
    """Return a line per chain: version, members, questions, paths, findings. run: walk every path now."""
    standings, found = catalogue.standings("chain"), catalogue.chain_findings(definitions)
    counts = catalogue.path_counts()
    figures = (Head(each, numeric=True) for each in (_("事项"), _("问题")))
    lines = (
        Line((
            {"text": name_of(each), "address": reverse("studio:chain", args=[each.key])},
            authority_name(definitions, each.lead_authority),
            version_words(standings.get(each.key)),
            str(len(each.members)),
            str(len(each.questions)),
            _paths(each.key, counts[each.key], run=run),
            _count(found[each.key]),
        ))
        for each in sorted(definitions.chains.values(), key=lambda one: one.code)
    )  # fmt: skip
    return table((_("一件事"), _("牵头部门"), _("版本"), *figures, _("路径"), _("发现")), lines)


def _paths(chain: str, count: int, *, run: bool) -> dict[str, object]:
    if not count:
        return {"text": "—"}
    if not run:
        return {"text": str(count), "address": reverse("studio:paths", args=[chain])}
    broken = sum(bool(each.findings) for each in catalogue.run_paths(chain))
    if broken:
        return {"text": _("%(n)s 条，%(broken)s 条不符") % {"n": count, "broken": broken}, "tone": "late"}
    return {"text": _("%(n)s 条都符合") % {"n": count}, "tone": "done"}


def items_table(definitions: catalogue.Definitions, items: Iterable[ServiceItem]) -> dict[str, list[object]]:
    """Return a line per item: version, chains, findings."""
    standings, found = catalogue.standings("item"), catalogue.item_findings(definitions)
    lines = (
        Line((
            {"text": name_of(each), "address": reverse("studio:item", args=[each.key])},
            authority_name(definitions, each.authority),
            version_words(standings.get(each.key)),
            str(len(homes(definitions, each.key))),
            _count(found[each.key]),
        ))
        for each in items
    )  # fmt: skip
    return table((_("事项"), _("部门"), _("版本"), Head(_("用在几件事"), numeric=True), _("发现")), lines)


def _count(found: tuple[Finding, ...]) -> dict[str, object]:
    if not found:
        return {"text": "—"}
    worst = min(found, key=lambda each: list(LEVELS).index(each.level))
    return {"text": _("%(n)s 条") % {"n": len(found)}, "tone": LEVELS[worst.level][1]}


def version_words(standing: catalogue.Standing | None) -> str:
    """第 2 版 · who published it and when."""
    if standing is None:
        return "—"
    text = _("第 %(n)s 版") % {"n": standing.version}
    return f"{text} · {standing.published_by} {moment_words(standing.published_at)}" if standing.by_person else text


def circumstances(definitions: catalogue.Definitions, chain: Chain | None, when: Condition) -> str:
    """Say in words when something applies; empty for always."""
    if when == ALWAYS:
        return ""
    if when == NEVER:
        return _("从不")
    if chain is None:
        return write(when)
    return say(when, names_of(chain, definitions.vocabulary, language()), language())


def questions_in_order(guide: Guide) -> list[dict[str, object]]:
    """Return the questions as the guide asks somebody who never knows; those it never asks come last."""
    given: dict[str, Given] = {}
    rows: list[dict[str, object]] = []
    while asked := next_question(guide, given):
        given[asked.question.key] = UNKNOWN
        rows.append({**_question(asked.question), "why": why(asked.because), "place": len(rows) + 1})
    rows += [{**_question(each), "why": "", "place": ""} for each in guide.chain.questions if each.key not in given]
    return rows


def _question(question: Question) -> dict[str, object]:
    return {"key": question.key, "ask": ask_of(question), "kind": _(KINDS[question.kind.value]), "fact": question.fact}


def reductions(found: Reductions) -> Iterator[dict[str, str]]:
    """Yield the four reductions and the fields: before, after, share saved."""
    for key in (*FOUR, "fields"):
        figure: Figure = getattr(found, key)
        before, after = number(figure.before), number(figure.after)
        yield {"name": measured(key)[0], "before": before, "after": after, "rate": saved(figure.rate)}


def limits(item: ServiceItem) -> list[dict[str, str]]:
    """Return what an item promises, as a list of names and values."""
    rows = (
        (_("键"), item.key),
        (_("事项类型"), item.type),
        (_("办件类型"), str(item.handling_type.value)),
        (_("法定时限"), limit_words(item.statutory_limit) or "—"),
        (_("承诺时限"), limit_words(item.promised_limit)),
        (_("收费"), item.fee.text),
        (_("到现场"), _("%(n)s 次") % {"n": item.visits} + (f"（{item.visit_reason}）" if item.visit_reason else "")),
        (_("办理地点"), item.place.address or "—"),
    )
    return [{"key": name, "value": value} for name, value in rows]
