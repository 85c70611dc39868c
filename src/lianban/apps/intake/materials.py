"""The one set of materials: uploading, re-using, promising, bringing later."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.files import public as files
from lianban.apps.intake import planning
from lianban.apps.intake.errors import ModeRefused, NoSuchMaterial
from lianban.apps.intake.keeping import Keeper, find_open
from lianban.apps.intake.models import Draft, DraftMaterial, HeldMaterial
from lianban.apps.intake.values import DraftMaterialCard, Held, MaterialRow
from lianban.core.chains.plan import FREE, Marking, MergedMaterial, Need, Plan
from lianban.core.conditions.truth import evaluate


def rows(draft: Draft, plan: Plan) -> tuple[MaterialRow, ...]:
    """Return every material of the set with what was done about it and what the vault holds."""
    done: dict[str, list[DraftMaterialCard]] = {}
    for each in draft.materials.order_by("id"):
        done.setdefault(each.key, []).append(DraftMaterialCard(each.pk, each.mode, each.file, each.file_name))
    held: dict[str, list[Held]] = {}
    for found in vault(draft.owner_id):
        held.setdefault(found.kind, []).append(found)
    facts = planning.shown_facts(plan, draft.values)
    return tuple(
        MaterialRow(m, evaluate(m.when, facts), tuple(done.get(m.key, ())), tuple(held.get(m.key, ())))
        for m in plan.materials
        if m.need is not Need.NOT_NEEDED
    )


@transaction.atomic
def upload(keeper: Keeper, draft_id: UUID, key: str, pieces: Iterable[bytes], name: str, now: datetime) -> None:
    """Take a file for a material; it also goes into the vault. Raises what apps/files refuses with."""
    draft, material = _open(keeper, draft_id, key)
    kept = keep(draft.owner_id, material.key, pieces, name, now)
    _put(draft, key, "uploaded", now, kept.file, kept.file_name)


@transaction.atomic
def keep(owner: UUID, kind: str, pieces: Iterable[bytes], name: str, now: datetime) -> Held:
    """Put a file into somebody's vault, for an application under way. Raises what apps/files refuses with.

    The same file for the same kind again (a second click, a second try) is the one that is there.
    """
    kept = files.keep_upload(pieces, name, owner=owner, now=now)
    for row in HeldMaterial.objects.filter(owner_id=owner, kind=kind, removed_at=None):
        if files.card(row.file).digest == kept.digest:
            return Held(row.pk, kind, _kind_name(kind), row.file, row.file_name, row.added_at)
    row = HeldMaterial.objects.create(owner_id=owner, kind=kind, file=kept.id, file_name=kept.name, added_at=now)
    return Held(row.pk, kind, _kind_name(kind), kept.id, kept.name, now)


@transaction.atomic
def reuse(keeper: Keeper, draft_id: UUID, key: str, held_id: UUID, now: datetime) -> None:
    """Use a file from the vault."""
    draft = _open(keeper, draft_id, key)[0]
    held = HeldMaterial.objects.filter(pk=held_id, owner_id=draft.owner_id, removed_at=None).first()
    if held is None:
        raise files.NoSuchFile
    _put(draft, key, "reused", now, held.file, held.file_name)


@transaction.atomic
def promise(keeper: Keeper, draft_id: UUID, key: str, mode: str, now: datetime) -> None:
    """Say that a material is promised (commitment), comes later (gap) or is brought to the window (counter)."""
    draft, material = _open(keeper, draft_id, key)
    allowed = {"commitment": material.commitment, "gap": material.tolerable, "counter": True}
    if not allowed.get(mode):
        raise ModeRefused(f"“{material.name}”不能这样处理。请上传，或带到窗口提交。", key=key, mode=mode)
    draft.materials.filter(key=key).exclude(mode__in=["uploaded", "reused"]).delete()
    _put(draft, key, mode, now)


@transaction.atomic
def take_back(keeper: Keeper, draft_id: UUID, entry: UUID, now: datetime) -> None:
    """Undo what was done about a material; the file stays in the vault."""
    draft = find_open(keeper, draft_id)
    draft.materials.filter(pk=entry).delete()
    _touch(draft, now)


def vault(owner: UUID) -> tuple[Held, ...]:
    """Return a person's documents, newest first, each file once."""
    found: dict[tuple[str, UUID], Held] = {}
    for each in HeldMaterial.objects.filter(owner_id=owner, removed_at=None).order_by("-added_at", "-id"):
        held = Held(each.pk, each.kind, _kind_name(each.kind), each.file, each.file_name, each.added_at)
        found.setdefault((each.kind, each.file), held)
    return tuple(found.values())


def _kind_name(kind: str) -> str:
    kinds = catalogue.current().vocabulary.kinds
    if kind in kinds:
        return kinds[kind].name
    return _("清单之外的材料") if kind.startswith(cases.BEYOND_SUBJECT) else kind


@transaction.atomic
def remove_from_vault(owner: UUID, held_id: UUID, now: datetime) -> None:
    """Take a document out of the vault; applications that hold it keep it."""
    HeldMaterial.objects.filter(pk=held_id, owner_id=owner).update(removed_at=now)


def problems(found: Iterable[MaterialRow]) -> dict[str, str]:
    """Return which materials nothing was done about yet: key → sentence."""
    return {
        row.material.key: _("还没有处理“%(name)s”。请上传、选用已有的，或选择带到窗口提交。")
        % {"name": _called(row.material)}
        for row in found
        if row.wanted and row.applies is True and not row.done and _is_due(row.material)
    }


def _called(material: MergedMaterial) -> str:
    is_english = (get_language() or "").startswith("en")
    return material.name_en if is_english and material.name_en else material.name


def _is_due(material: MergedMaterial) -> bool:
    return material.marking is not Marking.TOLERABLE and not material.optional


def _open(keeper: Keeper, draft_id: UUID, key: str) -> tuple[Draft, MergedMaterial]:
    draft = find_open(keeper, draft_id)
    for material in planning.plan_of(draft).materials:
        if material.key == key and material.marking not in FREE:
            return draft, material
    raise NoSuchMaterial(key)


def _put(draft: Draft, key: str, mode: str, now: datetime, file: UUID | None = None, file_name: str = "") -> None:
    said = {"file_name": file_name, "added_at": now}
    DraftMaterial.objects.get_or_create(draft=draft, key=key, mode=mode, file=file, defaults=said)
    if file:
        draft.materials.filter(key=key, file=None).delete()
    _touch(draft, now)


def _touch(draft: Draft, now: datetime) -> None:
    draft.changed_at = now
    draft.save(update_fields=["changed_at"])
