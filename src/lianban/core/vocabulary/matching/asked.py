"""What is to be named: a field or a material as a department wrote it, with what stands around it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from lianban.core.kernel.value import Value


class Kind(StrEnum):
    """A fact that a form asks for, or a document that is handed in."""

    FIELD = "field"
    MATERIAL = "material"


class Asked(Value):
    """One field or material.

    position: its place in the form or list, from 0; neighbours tell whose fact a bare name is.
    served: 自然人 or 法人, whom the item serves; chain_served: whom the chain serves. form: the form's title.
    key: the data element or material kind it is known to be; empty when that is to be found out.
    """

    kind: Kind
    chain: str
    item: str
    name: str
    position: int = 0
    type: str = "text"
    options: tuple[str, ...] = ()
    chain_name: str = ""
    chain_served: str = ""
    item_name: str = ""
    served: str = ""
    form: str = ""
    key: str = ""


def asked_in_survey(survey: Mapping[str, Any], *, keys: bool = True) -> Iterator[Asked]:
    """Yield every field and material of a survey file. keys: keep what its `concept` entries say."""
    chain = survey["chain"]
    for item in survey["items"]:
        form = item.get("form") or {}
        around = {
            "chain": str(chain["code"]),
            "item": item["key"],
            "chain_name": chain["name"],
            "chain_served": chain.get("service_object", ""),
            "item_name": item["name"],
            "served": item.get("service_object", ""),
            "form": form.get("title") or "",
        }
        for position, each in enumerate(form.get("fields") or ()):
            yield Asked(
                kind=Kind.FIELD,
                name=each["name"],
                position=position,
                type=each.get("type", "text"),
                options=tuple(map(str, each.get("options") or ())),
                key=each.get("concept", "") if keys else "",
                **around,
            )
        for position, each in enumerate(item.get("materials") or ()):
            key = each.get("concept", "") if keys else ""
            yield Asked(kind=Kind.MATERIAL, name=each["name"], position=position, key=key, **around)
