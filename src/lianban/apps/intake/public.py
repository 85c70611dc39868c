"""The front door of intake."""

from lianban.apps.intake.arriving import BUSINESS, Arrival, Mandate, Power
from lianban.apps.intake.beginning import start
from lianban.apps.intake.confirming import (
    VisitView,
    confirm_with_code,
    counter_problems,
    hand_in_for,
    print_sheet,
    send_code,
    sign,
    visit,
)
from lianban.apps.intake.declaring import declare
from lianban.apps.intake.drafts import (
    choose_delivery,
    discard,
    fetch_business,
    fill_in_own,
    open_drafts,
    problems_of,
    read,
    save,
)
from lianban.apps.intake.errors import (
    AlreadySubmitted,
    CircumstanceRefused,
    ModeRefused,
    NoSuchDraft,
    NoSuchMaterial,
    NotConfirmed,
    NotReady,
    SheetOutdated,
)
from lianban.apps.intake.fields import is_empty, is_posted
from lianban.apps.intake.fields import read as read_field
from lianban.apps.intake.handing_in import hand_in, open_problems
from lianban.apps.intake.keeping import Counter, Keeper
from lianban.apps.intake.knowing import known
from lianban.apps.intake.materials import keep, promise, remove_from_vault, reuse, take_back, upload, vault
from lianban.apps.intake.taking_down import VisitCard, holds, note_look, take_down, unfinished
from lianban.apps.intake.values import DraftCard, DraftMaterialCard, DraftView, FormSection, Held, MaterialRow, Saved

__all__ = [
    "BUSINESS",
    "AlreadySubmitted",
    "Arrival",
    "CircumstanceRefused",
    "Counter",
    "DraftCard",
    "DraftMaterialCard",
    "DraftView",
    "FormSection",
    "Held",
    "Keeper",
    "Mandate",
    "MaterialRow",
    "ModeRefused",
    "NoSuchDraft",
    "NoSuchMaterial",
    "NotConfirmed",
    "NotReady",
    "Power",
    "Saved",
    "SheetOutdated",
    "VisitCard",
    "VisitView",
    "choose_delivery",
    "confirm_with_code",
    "counter_problems",
    "declare",
    "discard",
    "fetch_business",
    "fill_in_own",
    "hand_in",
    "hand_in_for",
    "holds",
    "is_empty",
    "is_posted",
    "keep",
    "known",
    "note_look",
    "open_drafts",
    "open_problems",
    "print_sheet",
    "problems_of",
    "promise",
    "read",
    "read_field",
    "remove_from_vault",
    "reuse",
    "save",
    "send_code",
    "sign",
    "start",
    "take_back",
    "take_down",
    "unfinished",
    "upload",
    "vault",
    "visit",
]
