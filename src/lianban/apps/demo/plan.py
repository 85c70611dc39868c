"""What the demonstration county consists of, read from `data/demo/county.yaml` and the shipped catalogue."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lianban.core.county.model import AuthorityEntry, County, HallEntry, StaffEntry, StaffRole
from lianban.core.kernel import credit_code
from lianban.core.kernel.citizen_number import check_character


@dataclass(frozen=True, slots=True)
class CitizenPlan:
    """An account of an applicant."""

    name: str
    id_number: str
    phone: str


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """Everything that is set up: a county as any other, and people who apply there."""

    county: County
    citizens: tuple[CitizenPlan, ...]


def read_plan(data: Path) -> DemoPlan:
    """Return the plan. data: the folder that holds `demo` and `catalogue`."""
    county = _yaml(data / "demo" / "county.yaml")
    named = _yaml(data / "catalogue" / "authorities.yaml")
    deciding = sorted(each.name for each in (data / "catalogue" / "items").iterdir() if each.name in named)
    return DemoPlan(
        County(
            authorities=tuple(
                _authority(key, each, place, county) for place, (key, each) in enumerate(named.items(), 1)
            ),
            halls=tuple(_hall(each, county) for each in (county["center"], *county["towns"])),
            staff=(*(StaffEntry.model_validate(each) for each in county["staff"]), *_approvers(deciding, named)),
        ),
        tuple(CitizenPlan(each["name"], _completed(each["id_number"]), each["phone"]) for each in county["citizens"]),
    )


def seal_name(name: str, county: Mapping[str, Any]) -> str:
    """Return the name on an authority's seal: the place written out, explanations in brackets left away."""
    bare = re.sub(r"（.*?）", "", name)
    place, short = county["county"], county["county"].removesuffix("区").removesuffix("县")
    for written, full in (("省", county["province"]), ("市", county["city"]), ("区", place)):
        if bare.startswith(written):
            bare = full + bare[1:]
            break
    bare = re.sub(r"(局|中心|支队)区(分局|管理部|大队)", rf"\1{short}\2", bare)
    return re.sub(r"总局区(税务局)", rf"总局{place}\1", bare)


def demo_credit_code(division: str, place: int) -> str:
    """Return a 统一社会信用代码 that passes every check and that nobody can take for a real one (DEM…)."""
    body = f"DEM{place:05d}"
    unchecked = f"11{division}{body}{credit_code.organisation_check(body)}"
    return unchecked + credit_code.check_character(unchecked)


def _authority(key: str, each: Mapping[str, Any], place: int, county: Mapping[str, Any]) -> AuthorityEntry:
    return AuthorityEntry(
        key=key,
        name=each["name"],
        name_en=each.get("name_en", ""),
        seal_name=seal_name(each["name"], county),
        short_name=county["marks"].get(key, "博" + each["short"]),
        credit_code=demo_credit_code(county["division"], place),
    )


def _hall(each: Mapping[str, Any], county: Mapping[str, Any]) -> HallEntry:
    own = [{"number": 1, "purpose": "reception", "name": "综合受理窗口1号"}]
    return HallEntry.model_validate({"division": county["division"], "windows": own, **each})


def _approvers(deciding: list[str], named: Mapping[str, Any]) -> Iterator[StaffEntry]:
    for key in deciding:
        user_name = f"shenpi-{key.replace('_', '-')}"
        post = {"role": StaffRole.APPROVER, "authority": key}
        short = named[key]["short"]
        yield StaffEntry(user_name=user_name, name=f"{short}审批人员", **post)
        yield StaffEntry(user_name=f"{user_name}-2", name=f"{short}审批负责人", leads=True, **post)


def _completed(number: str) -> str:
    return number if len(number) == 18 else number + check_character(number)


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
