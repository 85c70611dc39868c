"""The front door of intake."""

from lianban.apps.intake.beginning import start
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
    NotReady,
)
from lianban.apps.intake.fields import is_empty, is_posted
from lianban.apps.intake.fields import read as read_field
from lianban.apps.intake.handing_in import hand_in, open_problems
from lianban.apps.intake.knowing import known
from lianban.apps.intake.materials import keep, promise, remove_from_vault, reuse, take_back, upload, vault
from lianban.apps.intake.values import DraftCard, DraftMaterialCard, DraftView, FormSection, Held, MaterialRow, Saved

__all__ = [
    "AlreadySubmitted",
    "CircumstanceRefused",
    "DraftCard",
    "DraftMaterialCard",
    "DraftView",
    "FormSection",
    "Held",
    "MaterialRow",
    "ModeRefused",
    "NoSuchDraft",
    "NoSuchMaterial",
    "NotReady",
    "Saved",
    "choose_delivery",
    "declare",
    "discard",
    "fetch_business",
    "fill_in_own",
    "hand_in",
    "is_empty",
    "is_posted",
    "keep",
    "known",
    "open_drafts",
    "open_problems",
    "problems_of",
    "promise",
    "read",
    "read_field",
    "remove_from_vault",
    "reuse",
    "save",
    "start",
    "take_back",
    "upload",
    "vault",
]
