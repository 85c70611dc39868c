"""One question as its page shows it."""

from collections.abc import Iterator, Mapping, Sequence

from django.templatetags.static import static
from django.utils.translation import gettext as _

from lianban.core.chains.model import Question, QuestionKind
from lianban.core.chains.plan import Need
from lianban.core.guidance import Answers, Consequence, Difference, Guide, Kind, Known, what_if
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import read
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.portal.words import join, listed, name_of, spoken

UNKNOWN = "unknown"
NAMED = 4
CHOSEN = (QuestionKind.SINGLE, QuestionKind.MULTI, QuestionKind.YES_NO, QuestionKind.PLACE)


def is_chosen(question: Question) -> bool:
    """Whether one answers by choosing a card."""
    return question.kind is QuestionKind.YES_NO or (question.kind in CHOSEN and bool(question.answers))


def cards(question: Question, effects: dict[str, str]) -> list[Choice]:
    """Return the cards to choose from, “not sure” last. effects: answer → what it would change."""
    answers = [
        (each.value, spoken(each.label, each.label_en), spoken(each.note, each.note_en)) for each in question.answers
    ]
    if not answers:
        answers = [("yes", _("是"), ""), ("no", _("否"), "")]
    answers.append((UNKNOWN, _("不清楚"), _("先都按可能需要准备，弄清楚后随时回来改")))
    return [Choice(value, label, effects.get(value) or note) for value, label, note in answers]


def typed_field(question: Question, text: str, error: str) -> FieldView:
    """Return the field in which a number, a day or a word is typed."""
    kind = {QuestionKind.NUMBER: ValueType.NUMBER, QuestionKind.DATE: ValueType.DATE}.get(question.kind, ValueType.TEXT)
    hint = spoken(question.help, question.help_en)
    value = "" if text == UNKNOWN else text
    return FieldView("value", ask_of(question), kind, value, unit=question.unit, hint=hint, error=error)


def ask_of(question: Question) -> str:
    """Return the question in the page's language."""
    return spoken(question.ask, question.ask_en)


def picture_of(question: Question) -> dict[str, str] | None:
    """Return the picture that shows what a question means; None without one, or where its file was not collected."""
    found = question.picture
    if found is None:
        return None
    try:
        address = static(f"catalogue/{found.file}")
    except ValueError:
        return None
    return {"address": address, "alt": spoken(found.alt, found.alt_en), "note": spoken(found.note, found.note_en)}


def why(because: Sequence[Consequence]) -> str:
    """Say what hangs on a question."""
    parts = [
        (_("要不要办理%(names)s"), Kind.ITEM),
        (_("要不要交%(names)s"), Kind.MATERIAL),
        (_("要不要填%(names)s"), Kind.FIELD),
        (_("%(names)s这一步有没有"), Kind.STEP),
    ]
    said = [pattern % {"names": _names(because, kind)} for pattern, kind in parts if _names(because, kind)]
    return _("您的回答决定：%(what)s。") % {"what": listed(said)} if said else ""


def _names(because: Sequence[Consequence], kind: Kind) -> str:
    names = list(dict.fromkeys(name_of(each) for each in because if each.kind is kind))
    more = _("等 %(n)s 样") % {"n": len(names)} if len(names) > NAMED else ""
    return join(names[:NAMED]) + more


def effects(guide: Guide, question: Question, answers: Answers, known: Mapping[str, Known]) -> dict[str, str]:
    """Return what each other answer would change, for an answer that is being corrected."""
    if question.kind is QuestionKind.MULTI or question.key not in answers:
        return {}
    return dict(_effects(guide, question, answers, known))


def _effects(
    guide: Guide, question: Question, answers: Answers, known: Mapping[str, Known]
) -> Iterator[tuple[str, str]]:
    for value in (*(each.value for each in question.answers), UNKNOWN):
        try:
            other = read(question, value)
        except AnswerRefused:
            continue
        if other != answers[question.key]:
            yield (
                value,
                listed(changed(what_if(guide, answers, {question.key: other}, known))) or _("选这个，事项不变"),
            )


def changed(difference: Difference) -> list[str]:
    """Say which items an answer brings, spares or leaves open, and how many documents."""
    items = [each for each in difference.changes if each.consequence.kind is Kind.ITEM]
    by = {need: [name_of(each.consequence) for each in items if each.after is need] for need in Need}
    said = [
        (_("因此需要办理：%(names)s"), by[Need.CERTAIN]),
        (_("因此不用办理：%(names)s"), by[Need.NOT_NEEDED]),
        (_("可能需要办理：%(names)s"), by[Need.POSSIBLE]),
    ]
    return [pattern % {"names": join(names)} for pattern, names in said if names]
