"""What crosses the front door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lianban.core.chains.plan import MergedField, MergedMaterial, Plan


@dataclass(frozen=True)
class FormSection:
    """A section of the form with the fields that apply now. required: keys that must be filled."""

    key: str
    title: str
    title_en: str
    fields: tuple[MergedField, ...]
    required: frozenset[str]
    problems: int


@dataclass(frozen=True)
class DraftMaterialCard:
    """What the applicant does about one material so far. id: to take it back."""

    id: UUID
    mode: str
    file: UUID | None
    file_name: str


@dataclass(frozen=True)
class MaterialRow:
    """One material of the set. applies: None while the circumstances are open. held: fitting files in the vault."""

    material: MergedMaterial
    applies: bool | None
    done: tuple[DraftMaterialCard, ...]
    held: tuple["Held", ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether the applicant has something to do about it."""
        return self.applies is not False and self.material.marking.value not in ("免提交", "内部流转")


@dataclass(frozen=True)
class Held:
    """A file in the vault."""

    id: UUID
    kind: str
    kind_name: str
    file: UUID
    file_name: str
    added_at: datetime


@dataclass(frozen=True)
class DraftView:
    """A draft as its owner sees it."""

    id: UUID
    chain: str
    name: str
    name_en: str
    version: int
    plan: Plan
    answers: Mapping[str, str]
    declared: Mapping[str, bool | str]
    values: Mapping[str, object]
    sources: Mapping[str, str]
    delivery: Mapping[str, str]
    sections: tuple[FormSection, ...]
    materials: tuple[MaterialRow, ...]
    notice_number: str
    changed_at: datetime
    case_number: str


@dataclass(frozen=True)
class DraftCard:
    """A draft in a list."""

    id: UUID
    chain: str
    name: str
    changed_at: datetime


@dataclass(frozen=True)
class Saved:
    """What a save led to. conflicts: element key → the value another device saved meanwhile; ours was kept out."""

    version: int
    conflicts: Mapping[str, object] = field(default_factory=dict)
