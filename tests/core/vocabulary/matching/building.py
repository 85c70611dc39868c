"""Small forms and lists to be matched."""

from lianban.core.vocabulary.matching import Asked, Kind

TYPES = {"号": "idno", "话": "phone", "机": "phone", "址": "address", "别": "enum"}


def a_form(
    *names: str,
    item: str = "某许可",
    chain: str = "01",
    chain_name: str = "开办某店",
    chain_served: str = "法人",
    served: str = "",
    form: str = "申请表",
    keys: tuple[str, ...] = (),
) -> list[Asked]:
    """Return the fields of one form; `name:type` sets a type that the name's last character does not tell."""
    return [
        Asked(
            kind=Kind.FIELD,
            chain=chain,
            chain_name=chain_name,
            item=item,
            item_name=item,
            name=name.partition(":")[0],
            type=name.partition(":")[2] or TYPES.get(name[-1], "text"),
            position=position,
            chain_served=chain_served,
            served=served or chain_served,
            form=form,
            key=keys[position] if keys else "",
        )
        for position, name in enumerate(names)
    ]


def a_persons_form(*names: str, **around: str) -> list[Asked]:
    """Return the fields of a form that a person fills in for themselves."""
    return a_form(*names, **{"chain_served": "自然人", "chain_name": "灵活就业", **around})  # type: ignore[arg-type]


def papers(
    *names: str, item: str = "某许可", chain_served: str = "法人", served: str = "", keys: tuple[str, ...] = ()
) -> list[Asked]:
    """Return the materials of one item."""
    return [
        Asked(
            kind=Kind.MATERIAL,
            chain="01",
            item=item,
            item_name=item,
            name=name,
            position=position,
            chain_served=chain_served,
            served=served or chain_served,
            key=keys[position] if keys else "",
        )
        for position, name in enumerate(names)
    ]
