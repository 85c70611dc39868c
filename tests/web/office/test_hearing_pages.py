"""The offices' further acts: hear, send up, look at the paper first, and what may be done with a licence afterwards."""

import re

import pytest
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.documents.models import Document
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case import commands as i
from tests.apps.cases.builders import a_clerk, by, reader
from tests.web.work.people import an_officer_of, handed_in, hidden

pytestmark = pytest.mark.usefixtures("county")
GRANT = {"content": "营业执照", "scope": "设立登记", "conditions": "依法", "validity": "长期"}


@pytest.fixture
def registration(county):
    number = handed_in()
    cases.accept(number, by(a_clerk(), timezone.now()))
    items = cases.case(number, reader(a_clerk(), timezone.now())).items
    return next(each for each in items if each.item == "reg_company")


@pytest.fixture
def officer(registration):
    return an_officer_of(registration.authority)


def do(client, item, act, **said):
    address = f"/office/{item.number}/{act}/"
    return client.post(address, {**hidden(client, address), **said})


def state_of(item):
    return docket.load(item.number).state


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def examined(officer, item):
    do(officer, item, "review", stage="审查与决定", opinion="符合法定条件", on_site="no")


def test_the_right_to_a_hearing_is_told_and_the_page_says_what_follows(officer, registration):
    page = text_of(officer.get(f"/office/{registration.number}/tell-hearing/"))
    assert "出具《听证告知书》" in page
    assert "第四十六条" in page
    assert do(officer, registration, "tell-hearing", reason="涉及重大利益", ex_officio="yes").status_code == 302
    assert state_of(registration).hearing.ex_officio
    shut = text_of(officer.get(f"/office/{registration.number}/tell-hearing/"))
    assert "已经告知过听证权利" in shut


def test_a_hearing_ex_officio_stands_on_a_public_page_without_the_applicant(officer, registration, client):
    assert "现在没有公告的听证" in client.get("/hearings/").content.decode()
    do(officer, registration, "tell-hearing", reason="涉及公共利益", ex_officio="yes")
    page = officer.get(f"/office/{registration.number}/notify-hearing/")
    proposed = {each.name: each for each in page.context["fields"]}
    host = proposed["host"].options[0].value
    said = {"held_on": proposed["held_on"].value, "held_at": "09:30", "place": "三楼会议室", "host": host}
    assert do(officer, registration, "notify-hearing", **said).status_code == 302
    public = client.get("/hearings/").content.decode()
    assert "公司设立登记" in public
    assert "三楼会议室" in public
    assert "09:30" in public
    assert registration.number not in public
    client.cookies["django_language"] = "en"
    assert "Company registration" in client.get("/hearings/").content.decode()


def test_a_paper_is_looked_at_first_and_nothing_happened(officer, registration):
    examined(officer, registration)
    before = (docket.load(registration.number).version, Document.objects.count())
    pages = do(officer, registration, "grant", **GRANT, rehearse="1")
    assert pages["Content-Type"] == "application/pdf"
    assert pages.content.startswith(b"%PDF")
    assert (docket.load(registration.number).version, Document.objects.count()) == before
    assert do(officer, registration, "grant", **GRANT).status_code == 302
    assert state_of(registration).decision.granted


def test_a_rehearsal_refuses_what_the_rules_refuse(officer, registration):
    refused = do(officer, registration, "extend", days="5", reason="需要会商", approved="no", rehearse="1")
    assert refused.status_code == 422
    assert "负责人批准" in text_of(refused)


def test_an_extension_nobody_approved_is_not_granted(officer, registration):
    refused = do(officer, registration, "extend", days="5", reason="需要会商", approved="no")
    assert refused.status_code == 422
    assert "负责人批准" in text_of(refused)
    assert state_of(registration).clock.extension is None
    assert do(officer, registration, "extend", days="5", reason="需要会商", approved="yes").status_code == 302


def test_somebody_with_an_interest_is_told_and_their_words_are_noted_under_their_name(officer, registration):
    day = reader(a_clerk(), timezone.now())
    until = day.calendar.add_working_days(day.today, 5).isoformat()
    do(officer, registration, "tell-party", name="相邻经营者", interest="共用出入口", respond_by=until)
    page = officer.get(f"/office/{registration.number}/statement/").content.decode()
    assert "相邻经营者" in page
    party = state_of(registration).parties[0].party
    assert do(officer, registration, "statement", party=party, words="同意").status_code == 302
    assert state_of(registration).parties[0].statement


def test_a_person_with_an_interest_who_asks_on_paper_is_heard_too(officer, registration):
    do(officer, registration, "tell-hearing", reason="涉及重大利益", ex_officio="no")
    assert "没有告知过利害关系人" in text_of(officer.get(f"/office/{registration.number}/"))
    day = reader(a_clerk(), timezone.now())
    until = day.calendar.add_working_days(day.today, 5).isoformat()
    do(officer, registration, "tell-party", name="相邻经营者", interest="共用出入口", respond_by=until)
    party = state_of(registration).parties[0].party
    assert do(officer, registration, "hearing-asked", party=party).status_code == 302
    assert state_of(registration).hearing.is_due
    assert docket.events(registration.number)[-1].payload["by"] == party


class TestAfterwards:
    @pytest.fixture
    def granted(self, officer, registration):
        examined(officer, registration)
        do(officer, registration, "grant", **GRANT)
        return registration

    def test_what_the_holder_asked_stands_in_the_form_that_answers_it(self, officer, granted):
        applicant = docket.load(granted.number).applicant
        citizen = Actor(person=str(applicant), role=Role.APPLICANT)
        cases.ask_change(granted.number, i.ChangeKind.AMEND, "增加经营范围", by(citizen, timezone.now()))
        assert "增加经营范围" in officer.get(f"/office/{granted.number}/amend/").content.decode()
        assert do(officer, granted, "amend", content="增加经营范围").status_code == 302
        assert state_of(granted).change_asked is None

    def test_a_licence_is_revoked_with_what_is_made_good(self, officer, granted):
        lacking = do(officer, granted, "revoke", ground="PROCEDURE", reasons="程序违法", public_harm="no")
        assert lacking.status_code == 422
        assert "赔偿" in text_of(lacking)
        paid = {"ground": "PROCEDURE", "reasons": "程序违法", "compensation": "没有造成损害"}
        kept = do(officer, granted, "revoke", **paid, public_harm="yes")
        assert "不予撤销" in text_of(kept)
        assert do(officer, granted, "revoke", **paid, public_harm="no").status_code == 302
        assert state_of(granted).standing.value == "revoked"

    @pytest.mark.parametrize("act", ["renew", "refuse-renewal", "refuse-change"])
    def test_nobody_asked_so_nothing_is_answered(self, officer, granted, act):
        assert "没有" in text_of(officer.get(f"/office/{granted.number}/{act}/"))
