"""How a county's cases are spread, read from what was published (data/reference/statistics.yaml)."""

import random  # noqa: TID251 benchmarks repeat with a seed
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.hours import CHINA

SOURCE = Path(__file__).resolve().parents[1] / "data" / "reference" / "statistics.yaml"
WORKING_DAYS_OF_A_MONTH = 22
TOPICS = {
    "biyesheng-jiuye": "人力资源",
    "canjiren-fuwu": "社会保障",
    "gongjijin-tiqu": "劳动保障",
    "jiaoyu-ruxue": "文体教育",
    "kaiban-binguan": "准营准办",
    "kaiban-canyindian": "食品药品",
    "linghuo-jiuye": "人力资源",
    "qiye-kaiban": "设立变更",
    "qiye-xinxi-biangeng": "设立变更",
    "shequ-menzhen": "医疗卫生",
    "shuidianqi-baozhuang": "公用事业",
    "tuixiu": "社会保障",
    "xinshenger": "医疗卫生",
    "yaopin-lingshou": "食品药品",
    "youeryuan-sheli": "文体教育",
}
"""Which published topic stands for how often a chain is asked for."""


@dataclass(frozen=True)
class Spread:
    """weights: chain → how often. a_day: cases of a county on a working day. peaks: hours in which most come.

    online: share that comes over the network. in_time: share that is finished within the promise.
    """

    weights: dict[str, float]
    a_day: int
    peaks: tuple[tuple[time, time], ...]
    online: float
    in_time: float


@cache
def spread() -> Spread:
    """Read the published figures."""
    read: dict[str, Any] = yaml.safe_load(SOURCE.read_text("utf-8"))
    hints, topics = read["load_simulation_hints"], read["guangdong_topic_distribution"]
    month = next(float(found[1]) for each in read["hall_and_item_scale"]
                 if (found := re.match(r"([0-9.]+)万", str(each.get("月均办件", "")))))  # fmt: skip
    hours = re.findall(r"(\d+):(\d+)–(\d+):(\d+)", hints["peak"])
    online, offline = re.findall(r"(\d+):(\d+)", hints["online_offline"])[0]
    in_time = next(each["按期回复率"] for each in read["rates"] if "按期回复率" in each)
    sharing = {topic: list(TOPICS.values()).count(topic) for topic in TOPICS.values()}
    return Spread(
        weights={chain: topics[topic] / sharing[topic] for chain, topic in TOPICS.items()},
        a_day=round(month * 10_000 / WORKING_DAYS_OF_A_MONTH),
        peaks=tuple((time(int(a), int(b)), time(int(c), int(d))) for a, b, c, d in hours),
        online=int(online) / (int(online) + int(offline)),
        in_time=float(in_time.rstrip("%")) / 100,
    )


def days_of(items: int, until: date, calendar: WorkingCalendar) -> list[date]:
    """Return the working days before a day on which so many cases came, the oldest first."""
    found: list[date] = []
    day = until
    while len(found) < max(1, round(items / spread().a_day)):
        day -= timedelta(days=1)
        if calendar.is_working_day(day):
            found.append(day)
    return found[::-1]


def moment(day: date, chance: random.Random) -> datetime:
    """Return when on a day somebody comes: three of four in one of the two peaks."""
    first, last = chance.choice(spread().peaks) if chance.random() < 0.75 else (time(8, 30), time(17, 30))
    start, end = (datetime.combine(day, each, CHINA) for each in (first, last))
    return start + (end - start) * chance.random()
