"""演示替身: a register of people and one of businesses that know a handful of demonstration subjects.

They behave as the real ones do: they take their time, they may be out of order, and most subjects are unknown to them.
Nobody in them exists: the ID numbers carry the serial 000, which is never given to a person.
"""

import time
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from lianban.ports.registry import Found, RegistryUnavailable

PEOPLE: dict[str, dict[str, object]] = {
    "370304199001010005": {
        "applicant.name": "演示申请人甲",
        "applicant.gender": "女",
        "applicant.nation": "汉族",
        "applicant.hukou": "山东省淄博市博山区演示街道演示路1号",
    },
    "370304198506120002": {
        "applicant.name": "演示申请人乙",
        "applicant.gender": "女",
        "applicant.nation": "回族",
        "applicant.hukou": "山东省淄博市博山区演示镇演示村2号",
    },
    "370304197811230000": {
        "applicant.name": "演示申请人丙",
        "applicant.gender": "女",
        "applicant.nation": "汉族",
        "applicant.hukou": "山东省淄博市博山区演示街道演示路3号",
    },
    "370304200103050003": {
        "applicant.name": "演示申请人丁",
        "applicant.gender": "女",
        "applicant.nation": "满族",
        "applicant.hukou": "山东省淄博市博山区演示街道演示路4号",
    },
    "370304196208180008": {
        "applicant.name": "演示申请人戊",
        "applicant.gender": "女",
        "applicant.nation": "汉族",
        "applicant.hukou": "山东省淄博市博山区演示镇演示村5号",
    },
}

BUSINESSES: dict[str, dict[str, object]] = {
    "91370304MA0000015H": {
        "entity.name": "博山演示餐饮管理有限公司",
        "entity.type": "有限责任公司",
        "entity.domicile": "山东省淄博市博山区演示路11号",
        "entity.status": "存续",
        "entity.capital": 500000,
        "entity.currency": "人民币",
        "entity.term": "长期",
        "legal_rep.name": "演示申请人甲",
        "legal_rep.id_no": "370304199001010005",
    },
    "92370304MA00000239": {
        "entity.name": "博山区演示便利店",
        "entity.type": "个体工商户",
        "entity.domicile": "山东省淄博市博山区演示路12号",
        "entity.status": "存续",
        "legal_rep.name": "演示申请人乙",
        "legal_rep.id_no": "370304198506120002",
    },
    "91370304MA00000317": {
        "entity.name": "博山演示药品零售有限公司",
        "entity.type": "一人有限责任公司",
        "entity.domicile": "山东省淄博市博山区演示路13号",
        "entity.status": "异常",
        "entity.capital": 100000,
        "entity.currency": "人民币",
        "legal_rep.name": "演示申请人丙",
        "legal_rep.id_no": "370304197811230000",
    },
}


class StandInRegistry:
    """A register over a table in memory.

    known: subject → values. key_element: the element that is the subject's own number.
    switch: a file whose presence puts the register out of order; None when it is always there.
    delay, wait: how long an answer takes, in seconds, and how to let that time pass.
    """

    is_stand_in = True

    def __init__(
        self,
        name: str,
        known: Mapping[str, Mapping[str, object]],
        key_element: str,
        *,
        switch: Path | None = None,
        delay: float = 0.4,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = f"{name}（演示替身）"
        self._known = known
        self._key_element = key_element
        self._switch = switch
        self._delay = delay
        self._wait = wait

    def lookup(self, subject: str, now: datetime) -> Found | None:
        """Return what is known as of yesterday evening, or None. Raises RegistryUnavailable when switched off."""
        self._wait(self._delay)
        if self._switch is not None and self._switch.exists():
            raise RegistryUnavailable(self.name)
        values = self._known.get(subject.strip().upper())
        if values is None:
            return None
        return Found({**values, self._key_element: subject.strip().upper()}, self.name, _as_of(now))


def population(switch: Path | None = None, **behaviour: object) -> StandInRegistry:
    """Return the register of people."""
    return StandInRegistry("人口信息库", PEOPLE, "applicant.id_no", switch=switch, **behaviour)  # type: ignore[arg-type]


def business(switch: Path | None = None, **behaviour: object) -> StandInRegistry:
    """Return the register of businesses."""
    return StandInRegistry("市场主体登记库", BUSINESSES, "entity.uscc", switch=switch, **behaviour)  # type: ignore[arg-type]


def _as_of(now: datetime) -> date:
    return now.date() - timedelta(days=1)
