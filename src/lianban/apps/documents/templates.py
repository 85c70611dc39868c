"""The county's own wording of papers: versions of templates, each checked for everything the law asks of its paper.

A template is typst source beside the ones that ship; it may use all that `house.typ` offers. One person proposes it,
another publishes it, and papers issued from then on are typeset with it; what was issued keeps the template of its day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from lianban.apps.documents.errors import NoSuchTemplate, OwnProposal, TemplateOvertaken, TemplateUnsound
from lianban.apps.documents.kinds import Kind, PaperKind, kind_of, template_of, wanted_of
from lianban.apps.documents.models import TemplateVersion
from lianban.apps.storage.wired import ports
from lianban.core.kernel.finding import Finding
from lianban.core.proceedings.documents import DocumentKind
from lianban.ports.typesetting import DocumentNotTypeset

EDITABLE: tuple[Kind, ...] = (*DocumentKind, PaperKind.GUIDANCE)
"""Licences have the form that their issuing ministry prescribes; the other papers may be worded by the county."""
FRAME = {"number": "文号", "authority": "机关名称", "issued_on": "日期"}
"""What stands on every paper beside its content."""
BY_THE_FRAME = ("seal", "dated_on")
"""Contents that the frame of the paper brings: the place of the seal, and the day beside the authority's name."""


MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
"""When a paper that is only looked at is said to be made."""


@dataclass(frozen=True)
class TemplateView:
    """A version of a template. version: 0 for the one that ships. published_at: None while it waits for somebody."""

    id: UUID | None
    kind: Kind
    version: int
    source: str
    note: str = ""
    proposed_by: UUID | None = None
    proposed_at: datetime | None = None
    published_by: UUID | None = None
    published_at: datetime | None = None


def source_at(kind: Kind, moment: datetime) -> str | None:
    """Return the county's own template as it was in force at a moment; None where the one that ships was."""
    found = (
        TemplateVersion.objects.filter(kind=kind.value, published_at__lte=moment)
        .order_by("-published_at", "-id")
        .first()
    )
    return found.source if found else None


def template(kind: Kind, now: datetime) -> TemplateView:
    """Return the template in force."""
    found = (
        TemplateVersion.objects.filter(kind=kind.value, published_at__lte=now).order_by("-published_at", "-id").first()
    )
    return _view(found) if found else TemplateView(None, kind, 0, ports().typesetter.source(template_of(kind)))


def template_versions(kind: Kind) -> list[TemplateView]:
    """Return the county's own versions, the newest first."""
    return [_view(each) for each in TemplateVersion.objects.filter(kind=kind.value).order_by("-version")]


def check_template(kind: Kind, source: str) -> list[Finding]:
    """Return what the law asks of a paper and a template does not print, or why it cannot be typeset.

    Every content is given a mark of its own; the marks are looked for on the typeset pages.
    """
    marks = {key: f"ZQ{place:02d}QZ" for place, key in enumerate((*FRAME, *wanted_of(kind)))}
    try:
        pages = ports().typesetter.typeset(template_of(kind), _marked(kind, marks), MOMENT, source=source)
    except DocumentNotTypeset as failed:
        return [_finding(kind, "TEMPLATE_BROKEN", f"模板排不出来：{failed.facts['reason']}", "改正后再检查。")]
    words = ports().typesetter.words(pages.pdf)
    names = FRAME | wanted_of(kind)
    absent = [names[key] for key, mark in marks.items() if mark not in words and key not in BY_THE_FRAME]
    if "seal" in wanted_of(kind) and pages.seal_place is None:
        absent.append(wanted_of(kind)["seal"])
    return [
        _finding(kind, "CONTENT_ABSENT", f"没有印出“{name}”。", "法定内容不能缺，请在模板中加上。") for name in absent
    ]


def sample_of(kind: Kind, source: str, now: datetime) -> bytes:
    """Return the pages of a paper in which every content is its own name. Raises DocumentNotTypeset."""
    told = {key: f"〔{name}〕" for key, name in (FRAME | wanted_of(kind)).items()}
    return ports().typesetter.typeset(template_of(kind), _marked(kind, told), now, source=source).pdf


def propose_template(kind: Kind, source: str, note: str, *, person: UUID, now: datetime) -> UUID:
    """Keep a new version until somebody else publishes it. Raises TemplateUnsound with everything that is wrong."""
    if findings := check_template(kind, source):
        raise TemplateUnsound(kind, findings)
    with transaction.atomic():
        last = TemplateVersion.objects.filter(kind=kind.value).aggregate(last=Max("version"))["last"] or 0
        made = TemplateVersion.objects.create(
            kind=kind.value, version=last + 1, source=source, note=note.strip(), proposed_by=person, proposed_at=now
        )
    return made.pk


def publish_template(version: UUID, *, person: UUID, now: datetime) -> TemplateView:
    """Put a version into force.

    Raises NoSuchTemplate, OwnProposal, TemplateOvertaken when a newer one is in force already.
    """
    with transaction.atomic():
        found = TemplateVersion.objects.select_for_update().filter(pk=version).first()
        if found is None:
            raise NoSuchTemplate
        if found.proposed_by == person:
            raise OwnProposal
        newer = TemplateVersion.objects.filter(kind=found.kind, version__gt=found.version, published_at__isnull=False)
        if newer.exists():
            raise TemplateOvertaken(found.kind, found.version)
        if found.published_at is None:
            found.published_by, found.published_at = person, now
            found.save(update_fields=["published_by", "published_at"])
    return _view(found)


def _marked(kind: Kind, told: Mapping[str, str]) -> dict[str, object]:
    content = {key: told[key] for key in wanted_of(kind)}
    sheet = {"kind": kind.value, "title": kind.value, "verification_code": "", "verification_url": "", "demo": False}
    return {**sheet, **{key: told[key] for key in FRAME}, "content": content}


def _finding(kind: Kind, rule: str, message: str, remedy: str) -> Finding:
    return Finding(rule=rule, level="error", where=f"templates/{kind.value}", message=message, remedy=remedy)


def _view(row: TemplateVersion) -> TemplateView:
    return TemplateView(
        id=row.pk,
        kind=kind_of(row.kind),
        version=row.version,
        source=row.source,
        note=row.note,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        published_by=row.published_by,
        published_at=row.published_at,
    )
