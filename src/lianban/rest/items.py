"""Service items (事项): the list, and each as the national implementation list has it."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import BaseModel, Field

from lianban.apps.catalogue import public as catalogue
from lianban.core.items.model import HandlingType, ServiceItem
from lianban.rest.finding import Found, found
from lianban.rest.implementation_list import ImplementationList, implementation_list
from lianban.rest.parameters import Key, Limit, Offset, Wanted
from lianban.rest.problems import Problem
from lianban.rest.replies import reply

router = Router(tags=["items"])


class ItemLine(BaseModel):
    """An item in a list."""

    key: str
    code: str = Field(description="基本编码; empty where the source gives none.")
    name: str
    name_en: str
    type: str
    authority: str
    authority_name: str
    handling_type: HandlingType
    service_object: str
    found: Found | None = None


class ItemList(BaseModel):
    """Part of the items. release: of the catalogue. total: how many there are, or were found."""

    release: int
    total: int
    items: tuple[ItemLine, ...]


class Item(BaseModel):
    """An item twice: under the standard's names, and whole, as it is published."""

    release: int
    implementation_list: ImplementationList
    definition: ServiceItem


@router.get(
    "/items",
    summary="全部事项，可按名称、材料、部门、编码查找",
    operation_id="list_items",
    response={200: ItemList, 422: Problem},
)
def list_items(request: HttpRequest, q: Wanted = "", limit: Limit = 50, offset: Offset = 0) -> HttpResponse:
    """List the items on offer, or those that a text may mean, best first."""
    offered = catalogue.current()
    part = found("item", offered.items, q, limit, offset)
    lines = tuple(_line(offered, offered.item(key), why) for key, why in part.keys)
    return reply(ItemList(release=offered.release, total=part.total, items=lines))


@router.get(
    "/items/{key}",
    summary="事项的实施清单要素（GB/T 39046）与全部定义",
    operation_id="read_item",
    response={200: Item, 404: Problem, 422: Problem},
    by_alias=True,
)
def read_item(request: HttpRequest, key: Key) -> HttpResponse:
    """Read an item: the elements of the national implementation list, and the whole definition."""
    offered = catalogue.current()
    item = offered.item(key)
    elements = implementation_list(item, _authority(offered, item), offered.vocabulary)
    return reply(Item(release=offered.release, implementation_list=elements, definition=item))


def _line(offered: catalogue.Definitions, item: ServiceItem, why: Found | None) -> ItemLine:
    return ItemLine(
        key=item.key,
        code=item.code,
        name=item.name,
        name_en=item.name_en,
        type=item.type,
        authority=item.authority,
        authority_name=_authority(offered, item),
        handling_type=item.handling_type,
        service_object=item.service_object,
        found=why,
    )


def _authority(offered: catalogue.Definitions, item: ServiceItem) -> str:
    found_authority = offered.vocabulary.authorities.get(item.authority)
    return found_authority.name if found_authority else item.authority_text
