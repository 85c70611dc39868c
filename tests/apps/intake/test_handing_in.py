"""The one form and the one set of materials become an application."""

import uuid
from datetime import date

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.intake import public as intake
from tests.apps.cases.builders import NOW, by, reader
from tests.apps.intake.filling import an_answer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
ANSWERS = {
    "q1": "company", "q2": "350", "q7": "no", "q8": "door",
    "q9": "no", "q10": "告知承诺", "q11": "no", "q12": "no", "q13": "no", "q14": "no", "q15": "no", "q16": "no",
}  # fmt: skip
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def draft(citizen):
    return intake.start(uuid.UUID(citizen.person), "kaiban-canyindian", ANSWERS, "", NOW)


def fill(owner, draft_id):
    """Fill in every section until nothing new shows."""
    for _ in range(4):
        view = intake.read(owner, draft_id, TODAY)
        fields = [field for section in view.sections for field in section.fields]
        typed = {f.key: an_answer(f) for f in fields if intake.is_empty(view.values.get(f.key))}
        if not typed:
            return
        intake.save(owner, draft_id, typed, NOW)


def hand_over_materials(owner, draft_id):
    for row in intake.read(owner, draft_id, TODAY).materials:
        if row.wanted:
            intake.promise(owner, draft_id, row.material.key, "counter", NOW)


class TestHandingIn:
    def test_a_filled_form_becomes_a_received_application(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        fill(owner, draft)
        hand_over_materials(owner, draft)
        assert intake.open_problems(owner, draft, TODAY) == {}
        receipt = intake.hand_in(owner, draft, by(citizen), declared=True)
        shown = cases.case(receipt.number, reader(citizen))
        assert shown.stage == "received"
        assert {item.item for item in shown.planned} >= {"reg_company", "food", "sign", "fire_check"}

    def test_what_is_missing_is_named_and_nothing_is_lost(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        intake.save(owner, draft, {"entity.name": "演示餐饮有限公司", "contact.phone": "12"}, NOW)
        with pytest.raises(intake.NotReady) as refused:
            intake.hand_in(owner, draft, by(citizen), declared=False)
        assert "电话" in refused.value.problems["contact.phone"]
        assert "declaration" in refused.value.problems
        assert intake.read(owner, draft, TODAY).values["contact.phone"] == "12"

    def test_handing_in_twice_is_one_application(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        fill(owner, draft)
        hand_over_materials(owner, draft)
        first = intake.hand_in(owner, draft, by(citizen), declared=True)
        second = intake.hand_in(owner, draft, by(citizen), declared=True)
        assert first.number == second.number
        assert len(cases.my_cases(reader(citizen))) == 1


class TestPrefill:
    def test_own_particulars_come_with_their_source(self, citizen, draft):
        view = intake.read(uuid.UUID(citizen.person), draft, TODAY)
        assert view.values["legal_rep.id_no"] == "11010519491231002X"
        assert view.sources["legal_rep.id_no"] == "实名账号"
        assert view.values["legal_rep.id_type"] == "居民身份证"

    def test_what_the_person_changes_is_no_longer_the_registries(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        intake.save(owner, draft, {"legal_rep.name": "另一个名字"}, NOW)
        assert "legal_rep.name" not in intake.read(owner, draft, TODAY).sources


class TestTwoDevices:
    def test_different_fields_merge(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        base = intake.read(owner, draft, TODAY).version
        intake.save(owner, draft, {"entity.name": "甲店"}, NOW, base_version=base)
        saved = intake.save(owner, draft, {"entity.phone": "13800000000"}, NOW, base_version=base)
        assert saved.conflicts == {}
        assert intake.read(owner, draft, TODAY).values["entity.name"] == "甲店"

    def test_the_same_field_is_a_conflict_that_shows_the_other_value(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        base = intake.read(owner, draft, TODAY).version
        intake.save(owner, draft, {"entity.name": "甲店"}, NOW, base_version=base)
        saved = intake.save(owner, draft, {"entity.name": "乙店"}, NOW, base_version=base)
        assert saved.conflicts == {"entity.name": "甲店"}


class TestMaterials:
    def test_an_upload_goes_into_the_vault_and_can_be_used_again(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        key = next(r.material.key for r in intake.read(owner, draft, TODAY).materials if r.wanted)
        intake.upload(owner, draft, key, [PDF], "章程.pdf", NOW)
        assert [held.file_name for held in intake.vault(owner)] == ["章程.pdf"]

    def test_the_same_file_sent_twice_is_one_file(self, citizen, draft):
        owner = uuid.UUID(citizen.person)
        key = next(r.material.key for r in intake.read(owner, draft, TODAY).materials if r.wanted)
        for _ in range(2):
            intake.upload(owner, draft, key, [PDF], "章程.pdf", NOW)
        row = next(r for r in intake.read(owner, draft, TODAY).materials if r.material.key == key)
        assert len(row.done) == len(intake.vault(owner)) == 1

    def test_somebody_elses_draft_does_not_exist(self, draft):
        with pytest.raises(intake.NoSuchDraft):
            intake.read(uuid.uuid4(), draft, TODAY)
