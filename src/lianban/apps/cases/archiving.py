"""归档: a finished file is sealed by one digest over everything that is in it."""

from lianban.apps.cases.acting import By
from lianban.apps.cases.chain_acts import Done, act
from lianban.apps.cases.in_hand import InHand
from lianban.apps.documents import public as documents
from lianban.core.kernel.canonical import digest
from lianban.core.proceedings.chain_case.keeping import Archive
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.state import ItemStatus


def archive(number: str, by: By, expected: int | None = None) -> Done:
    """归档 of an application with all its items; nothing that waits to be handed over is put away."""

    def put_away(hand: InHand) -> None:
        package = package_of(hand)
        hand.move(Archive(at=by.now, package=package))
        for key in hand.children:
            if hand.item(key).status is ItemStatus.DELIVERED:
                hand.move_item(key, i.Archive(at=by.now, package=package))

    return act("archive", number, by, expected, put_away)


def package_of(hand: InHand) -> str:
    """Return the digest over the heads of every record, the materials' files and the documents' numbers."""
    proceedings = (hand.parent, *hand.children.values())
    papers = documents.documents_of([each.id for each in proceedings])
    files = hand.file.materials.filter(file__isnull=False).order_by("id").values_list("key", "file")
    content = {
        "records": {each.number: each.head for each in proceedings},
        "documents": sorted(each.number for each in papers),
        "materials": [[key, str(file)] for key, file in files],
    }
    return digest(content)
