"""The one set of materials as a person meets it: what each is for, what is done, what can be done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import public as intake
from lianban.core.chains.naming import names_of
from lianban.core.chains.plan import Marking, MergedMaterial, Plan
from lianban.core.conditions.words import Names, say
from lianban.web.portal.words import MARKS, form_words, item_names, join, language, name_of, spoken


@dataclass(frozen=True)
class Line:
    """One material. material: for components/material_row.html; panel: the template with what can be done.

    said: what was chosen beside files: its entry and words.
    """

    key: str
    material: Mapping[str, object]
    draft: UUID
    done: tuple[intake.DraftMaterialCard, ...]
    held: tuple[intake.Held, ...]
    ways: tuple[tuple[str, str], ...]
    said: tuple[tuple[UUID, str], ...]
    error: str = ""

    @property
    def anchor(self) -> str:
        """The id of its row."""
        return row_anchor(self.key)

    @property
    def files(self) -> tuple[intake.DraftMaterialCard, ...]:
        """The files handed in."""
        return tuple(card for card in self.done if card.file)


def row_anchor(key: str) -> str:
    """Return the id of a material's row."""
    return "m-" + key.replace(".", "-")


def groups(view: intake.DraftView, errors: Mapping[str, str], *, at_counter: bool) -> dict[str, list[Line]]:
    """Return the materials in the order of work: to hand in, perhaps, nothing to do."""
    found: dict[str, list[Line]] = {"wanted": [], "perhaps": [], "free": []}
    words = modes(at_counter=at_counter)
    for row in view.materials:
        if row.applies is False:
            continue
        place = "free" if not row.wanted else "wanted" if row.applies and not row.material.optional else "perhaps"
        found[place].append(_line(view, row, errors.get(row.material.key, ""), words))
    return found


def mode_words(mode: str) -> str:
    """Say what was chosen for a material."""
    return modes().get(mode, mode)


def modes(*, at_counter: bool = False) -> dict[str, str]:
    """Return every way to deal with a material, in words. at_counter: as a clerk says it."""
    return {
        "uploaded": _("已上传"),
        "reused": _("已从材料库选用"),
        "commitment": _("已选择书面承诺"),
        "gap": _("先受理，稍后补交"),
        "counter": _("已收纸质件") if at_counter else _("带到窗口提交"),
        "fetched": _("已由部门共享取得"),
        "internal": _("由前面的部门办好后转来"),
        "form": _("由一张表单生成"),
        "missing": _("没有提交"),
    }


def _line(view: intake.DraftView, row: intake.MaterialRow, error: str, words: Mapping[str, str]) -> Line:
    used = {card.file for card in row.done}
    return Line(
        key=row.material.key,
        material=_shown(view.plan, row),
        draft=view.id,
        done=row.done,
        held=tuple(held for held in row.held if held.file not in used),
        ways=tuple(_ways(row, words)) if row.wanted else (),
        said=tuple((card.id, words[card.mode]) for card in row.done if not card.file),
        error=error,
    )


def _ways(row: intake.MaterialRow, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    chosen = {card.mode for card in row.done}
    if row.material.commitment and "commitment" not in chosen:
        yield "commitment", _("用书面承诺代替")
    if row.material.tolerable and "gap" not in chosen:
        yield "gap", words["gap"]
    if "counter" not in chosen:
        yield "counter", words["counter"]


def _shown(plan: Plan, row: intake.MaterialRow) -> dict[str, object]:
    material = row.material
    has_file = any(card.file for card in row.done)
    shown: dict[str, object] = {
        "name": name_of(material),
        "mark": "owned" if has_file and row.wanted else _mark(row),
        "uses": _uses(plan, material),
        "note": spoken(material.guidance, material.guidance_en) if row.wanted else "",
    }
    if row.wanted:
        shown["form"] = form_words(material)
    else:
        shown["reason"] = _reason(plan, material)
    if row.applies is None:
        shown["reason"] = _("看情况：%(when)s 时需要") % {"when": say(material.when, _names(plan.chain), language())}
    return shown


def _mark(row: intake.MaterialRow) -> str:
    if not row.wanted:
        return MARKS[row.material.marking]
    return "maybe" if row.applies is None else "optional" if row.material.optional else MARKS[row.material.marking]


def _reason(plan: Plan, material: MergedMaterial) -> str:
    if material.marking is Marking.INTERNAL:
        names = item_names(plan)
        maker = names.get(material.produced_by, "")
        return (
            _("办好“%(item)s”后自动转给后面的部门，不用您交") % {"item": maker}
            if maker
            else _("部门之间流转，不用您交")
        )
    return material.exempt_reason or _("由部门共享核验或由您填的表单生成，不用您交")


def _uses(plan: Plan, material: MergedMaterial) -> str:
    names = item_names(plan)
    return join(list(dict.fromkeys(names[use.item] for use in material.uses if use.item in names)))


def _names(chain: str) -> Names:
    definitions = catalogue.current()
    return names_of(definitions.chain(chain), definitions.vocabulary, language())
