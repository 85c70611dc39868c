"""Reads a form from its first field to its last: whose fact each field asks for, and which fact."""

import hashlib
from collections.abc import Sequence

from lianban.core.kernel.value import Value
from lianban.core.vocabulary.matching import facts, people
from lianban.core.vocabulary.matching.asked import Asked
from lianban.core.vocabulary.matching.wording import bare, in_brackets, plain

_OF_ITS_OWN = "?"
_MAY_BE_MAIN = frozenset([people.APPLICANT, people.CHILD, "mother", "insured"])
_PLACES = frozenset(["entity.domicile", "premises.addr", "warehouse.addr"])
_LASTING = frozenset(["marital", "live_at", "hukou", "mail_at", "deliver_at", "employer"])


class Reading(Value):
    """What a name says.

    sense: `role.fact`, equal for two names that ask for the same fact. broader: what a coarse vocabulary would call it.
    subject: whom the form is about.
    firm: the words themselves say it; otherwise neighbours and context do. known_head: the fact is one that the rules
    know. alone: nothing else may be taken for it (signatures, promises). why: the reason, for a person to judge.
    """

    sense: str
    broader: str = ""
    subject: str = ""
    firm: bool = True
    known_head: bool = True
    alone: bool = False
    why: str = ""


def read_form(fields: Sequence[Asked]) -> tuple[Reading, ...]:
    """Return the reading of every field of one form, in the order given (the form's own)."""
    return tuple(_Form(fields).readings())


class _Form:
    """One form; remembers who was introduced last on the way down."""

    def __init__(self, fields: Sequence[Asked]) -> None:
        self._fields = fields
        self._splits = [self._split(each.name) for each in fields]
        self._roles = {role for role, rest in self._splits if role}
        self._person = self._main_person()
        self._introduced = people.UNNAMED
        self._adjacent = False

    def _split(self, name: str) -> tuple[str, str]:
        return people.split(bare(name))

    def readings(self) -> list[Reading]:
        """Read the fields one by one."""
        return [self._reading(at) for at in range(len(self._fields))]

    def _main_person(self) -> str:
        for role, rest in self._splits:
            if not role and rest == "姓名":
                return self._bare_person()
            if role in _MAY_BE_MAIN and rest in ("", "姓名"):
                return self._bare_person() if role == "insured" else role
            if not role and facts.business(rest, "text") == "entity.name":
                return people.UNNAMED
        return people.UNNAMED

    def _bare_person(self) -> str:
        first = self._fields[0]
        if first.chain_served == "法人":
            return people.STAFF
        if not people.speaks_of_children(first.chain_name, first.item_name, first.form):
            return people.APPLICANT
        if people.GUARDIAN in self._roles or people.speaks_of_children(first.item_name, first.form):
            return people.CHILD
        return f"{_OF_ITS_OWN}{first.chain}/{first.item}"

    def _reading(self, at: int) -> Reading:
        field = self._fields[at]
        role, rest = self._splits[at]
        if role == people.APPLICANT and not rest and field.type == "text":
            rest = "姓名"
        if role and (reading := self._of_role(role, rest, field)):
            return reading
        text = rest if role and role == self._person else bare(field.name)
        if role in ("", people.APPLICANT, self._person) and (reading := self._of_business(text, field)):
            self._adjacent = self._adjacent and reading.sense.startswith("contact.")
            return reading
        if not role and (fact := facts.personal(text, field.type)):
            return self._of_nobody_named(fact, at)
        self._adjacent = False
        return self._of_its_words(field)

    def _of_role(self, role: str, rest: str, field: Asked) -> Reading | None:
        if role == people.APPLICANT and rest == "名称":
            return None
        fact = facts.NAME if rest in ("", "名称", "名称姓名", "人员") else facts.personal(rest, field.type)
        if not fact or (not rest and field.type not in ("text", "table")):
            return None
        if role == "head" and people.LEGAL_REP not in self._roles:
            role = people.LEGAL_REP
        if role == "insured":
            role = self._person or people.STAFF
        if role == people.GUARDIAN and self._is_for_child():
            role = "guardian_of_child"
        if fact == facts.NAME:
            self._introduced = role
        self._adjacent = True
        return self._say(role, fact, f"“{field.name}”写明了是谁的", firm=True)

    def _is_for_child(self) -> bool:
        first = self._fields[0]
        return people.CHILD in self._roles or people.speaks_of_children(first.chain_name, first.item_name)

    def _of_business(self, text: str, field: Asked) -> Reading | None:
        if self._person and text in ("住所", "住址"):
            return None
        sense = facts.business(text, field.type)
        if not sense and field.position == 0 and not self._person and facts.opens_form(text):
            sense = "entity.name"
        if not sense and not self._person and field.type == "address" and facts.is_venue_place(text):
            sense = "premises.addr"
        if sense in _PLACES and (said := _in_brackets(field)) and said != sense:
            return None
        if self._person and field.chain_served == "自然人" and sense in ("entity.name", "entity.workplace"):
            return self._say(self._person, "employer", "个人表单里的单位是其工作单位", firm=False)
        if sense == "entity.workplace":
            sense = "entity.name"
        if not sense or (sense == "premises.addr" and self._person and field.chain_served == "自然人"):
            return None
        return Reading(sense=sense, subject=self._subject(), why=f"“{text}”是固定说法")

    def _of_nobody_named(self, fact: str, at: int) -> Reading:
        if fact == facts.NAME:
            self._introduced, self._adjacent = self._person, True
            return self._say(self._person or f"{_OF_ITS_OWN}{self._place()}", fact, "表单的办事人", firm=False)
        if fact == facts.PHONE and not self._person:
            return self._phone_of_business(at)
        if fact == facts.PHONE and self._person and self._person[0] != _OF_ITS_OWN:
            return self._say(self._person, facts.PHONE, "个人表单的联系电话是办事人的", firm=False)
        if fact in _LASTING and (self._person or len(self._persons_above(at)) > 1):
            return self._of_main_person(fact, at)
        if self._adjacent and self._introduced:
            return self._say(self._introduced, fact, "紧接在此人姓名之后", firm=False)
        if self._person:
            return self._say(self._person, fact, "表单的办事人", firm=False)
        return self._of_only_owner(fact, at)

    def _of_main_person(self, fact: str, at: int) -> Reading:
        role = self._person or f"{_OF_ITS_OWN}{self._place()}/{at}"
        return self._say(role, fact, "住址、婚姻等归表单的办事人", firm=False)

    def _persons_above(self, at: int) -> set[str]:
        return {role for role, _ in self._splits[:at] if role}

    def _of_only_owner(self, fact: str, at: int) -> Reading:
        owners = [role for role, _ in self._splits if role in people.OWNERS]
        if fact == facts.MOBILE and people.CONTACT in self._roles:
            owners = [people.CONTACT]
        if owners == [people.CONTACT] or (fact == facts.ID_NO and len(set(owners)) == 1):
            return self._say(owners[0], fact, "表单里只有这一个人", firm=False)
        return self._say(f"{_OF_ITS_OWN}{self._place()}/{at}", fact, "看不出是谁的", firm=False)

    def _phone_of_business(self, at: int) -> Reading:
        before = facts.business(bare(self._fields[at - 1].name), self._fields[at - 1].type) if at else ""
        after = facts.business(bare(self._fields[at + 1].name), "text") if at + 1 < len(self._fields) else ""
        if before == "entity.domicile" and after == "entity.postcode":
            return self._say(people.ENTITY, facts.PHONE, "在住所与邮政编码之间，是单位的电话", firm=False)
        return self._say(people.CONTACT, facts.PHONE, "单位表单的联系电话是联系人的", firm=False)

    def _of_its_words(self, field: Asked) -> Reading:
        words, group = facts.own_words(field.name), facts.type_group(field.type)
        words = facts.counted(words) if group == "number" else words
        if facts.binds(field.name):
            own = f"{group}:{words}@{self._place()}/{field.position}"
            return self._apart(own, "签字、承诺、声明只属于这一份表单", alone=True)
        if facts.says_little(field.name) and field.type != "scope_codes":
            options = _digest("|".join(sorted(map(plain, field.options)))) if field.options else self._place()
            return self._apart(f"{group}:{words}#{options}", "说法太笼统，按选项或事项区分")
        return self._apart(f"{group}:{words}", "按说法本身")

    def _apart(self, sense: str, why: str, *, alone: bool = False) -> Reading:
        return Reading(sense=sense, subject=self._subject(), known_head=False, alone=alone, why=why)

    def _say(self, role: str, fact: str, why: str, *, firm: bool) -> Reading:
        number = facts.PHONE if fact == facts.MOBILE else fact
        return Reading(sense=f"{role}.{number}", subject=self._subject(), firm=firm, why=why)

    def _subject(self) -> str:
        return self._person or people.ENTITY

    def _place(self) -> str:
        return f"{self._fields[0].chain}/{self._fields[0].item}"


def _in_brackets(field: Asked) -> str:
    return next(filter(None, (facts.business(text, field.type) for text in in_brackets(field.name))), "")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
