"""Words that the law asks to erase are gone from every page and package; the record says so and goes on to hold."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.oversight import public as oversight
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.words import ERASED
from lianban.core.proceedings.erasing import EraseCause
from lianban.core.proceedings.procedure import GuardRefused
from lianban.core.proceedings.shared import Beyond, Correction
from lianban.core.supervision.evidence import doubts
from tests.apps.cases.builders import (
    NOW,
    a_clerk,
    a_county,
    a_submission,
    an_applicant,
    an_approver,
    by,
    news,
    reader,
)

pytestmark = pytest.mark.django_db
SAID = "邻居反映夜里有油烟"
PROBLEM = "复印件上的身份信息不清"
ORDER = "博数删〔2026〕1号"
SYSTEM = by(cases.SYSTEM)


@pytest.fixture
def citizen():
    a_county()
    return an_applicant()


@pytest.fixture
def item(citizen):
    """An item with an opinion in somebody's own words, as its authority sees it."""
    number = cases.submit(a_submission(citizen), by(citizen)).number
    cases.accept(number, by(a_clerk()))
    found = next(each for each in cases.case(number, reader(citizen)).items if each.item == "reg_company")
    cases.review(found.number, "审查", SAID, by(an_approver(found.authority)))
    return found


def opinion_entry(item):
    return next(each.seq for each in docket.events(item.number) if each.kind == "reviewed")


def erase(number, entry, order=ORDER):
    return cases.erase_words(number, entry, EraseCause.UNLAWFUL, order, by(cases.SYSTEM))


def office(item):
    return reader(an_approver(item.authority))


def whole_of(item):
    return item.number.rpartition("-")[0]


def holds(item):
    return all(each.holds for each in oversight.audit(NOW, whole_of(item)))


def package(item):
    with ZipFile(BytesIO(oversight.package(whole_of(item), NOW))) as packed:
        return json.loads(packed.read("case.json"))


class TestBefore:
    def test_the_office_reads_the_opinion_everywhere(self, item):
        view = cases.item_case(item.number, office(item))
        assert [each.text for each in view.state.opinions] == [SAID]
        assert SAID in [line.detail for line in view.case.timeline]
        told = dict(cases.events(whole_of(item), reader(a_clerk())))[item.number]
        assert SAID in [each.payload["opinion"]["text"] for each in told if each.kind == "reviewed"]

    def test_the_package_holds_with_it(self, item):
        told = package(item)
        assert SAID in [each["text"] for each in told["texts"].values()]
        assert SAID not in json.dumps(told["proceedings"], ensure_ascii=False)
        assert doubts(told) == ()


class TestAfter:
    @pytest.fixture(autouse=True)
    def erased(self, item):
        assert erase(item.number, opinion_entry(item)) == 1

    def test_no_page_shows_it_any_more(self, item):
        view = cases.item_case(item.number, office(item))
        assert [each.text for each in view.state.opinions] == [ERASED]
        assert SAID not in str(view)
        assert SAID not in str(cases.events(whole_of(item), reader(a_clerk())))

    def test_everybody_sees_that_it_was_erased_and_on_whose_decision(self, item, citizen):
        for who in (office(item), reader(citizen)):
            line = next(each for each in cases.case(whole_of(item), who).timeline if each.kind == "words_erased")
            assert line.text == f"依法删除了第{opinion_entry(item)}条记录中的文字"
            assert line.detail == f"决定文号：{ORDER}"

    def test_the_record_and_the_package_go_on_to_hold(self, item):
        assert holds(item)
        told = package(item)
        assert SAID not in json.dumps(told, ensure_ascii=False)
        assert doubts(told) == ()

    def test_the_case_goes_on(self, item):
        cases.grant(item.number, {}, by(an_approver(item.authority)))
        assert docket.load(item.number).state.decision.granted
        assert holds(item)

    def test_it_is_done_once(self, item):
        with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "words_there"):
            erase(item.number, opinion_entry(item))


class TestRefused:
    def test_without_a_decision_nothing_is_lost(self, item):
        with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "erasure_ordered"):
            erase(item.number, opinion_entry(item), order=" ")
        assert cases.item_case(item.number, office(item)).state.opinions[0].text == SAID
        assert holds(item)

    def test_an_entry_without_words_is_left_as_it_is(self, item):
        with pytest.raises(GuardRefused):
            erase(item.number, 1)

    def test_an_unknown_case(self, db):
        with pytest.raises(docket.NoSuchProceeding):
            erase("nothing", 1)


class TestWordsOfAnApplication:
    """What the window asks goes to the applicant, to supervision and onto paper, and none of it stays in the record."""

    @pytest.fixture
    def number(self, citizen):
        number = cases.submit(a_submission(citizen), by(citizen)).number
        beyond = Beyond(
            reason="消防要求有变化", basis=(LegalBasis(document="中华人民共和国消防法", article="第十五条"),)
        )
        asked = (Correction(subject="lease_proof", name="场所证明", problem=PROBLEM, remedy="重新上传", beyond=beyond),)
        due = NOW.date().replace(day=30)
        cases.notify_once(number, asked, due, by(a_clerk()), complete=True)
        return number

    def test_everybody_concerned_reads_it(self, number, citizen):
        (notice,) = cases.beyond_notices(reader(a_clerk()))
        assert (notice.problem, notice.reason) == (PROBLEM, "消防要求有变化")
        assert [each.problem for each in cases.case(number, reader(citizen)).corrections] == [PROBLEM]
        assert "场所证明" in news(citizen)[0]

    def test_the_record_does_not_hold_it(self, number):
        written = str([each.payload for each in docket.events(number)]) + str(docket.load(number).state)
        assert PROBLEM not in written
        assert "消防要求有变化" not in written

    def test_erased_it_is_gone_for_supervision_too(self, number, citizen):
        entries = [each.seq for each in docket.events(number) if each.kind in ("notified_once", "asked_beyond_notice")]
        for entry in entries:
            erase(number, entry)
        (notice,) = cases.beyond_notices(reader(a_clerk()))
        assert (notice.problem, notice.reason) == (ERASED, ERASED)
        assert [each.problem for each in cases.case(number, reader(citizen)).corrections] == [ERASED]
        assert all(each.holds for each in oversight.audit(NOW, number))
