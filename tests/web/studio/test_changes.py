"""Uploading, looking at the difference, publishing by a second person; confirming names in one step."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lianban.apps.catalogue import public as catalogue
from tests.web.work.people import an_item_administrator_of

pytestmark = pytest.mark.usefixtures("county")
ITEM = "gjj_rent"


@pytest.fixture
def one(county):
    return an_item_administrator_of("housing_fund")


@pytest.fixture
def other(county):
    return an_item_administrator_of("housing_fund", 2)


def upload(author, old="name: ", new="name: 新的"):
    text = author.get(f"/studio/items/{ITEM}/text/").content.decode().replace(old, new, 1)
    file = SimpleUploadedFile(f"{ITEM}.yaml", text.encode())
    return author.post("/studio/changes/propose/", {"file": file}, follow=True)


def test_two_people_publish_a_change(one, other):
    page = upload(one)
    assert [each.path for each in page.context["change"].differences] == ["name"]
    assert "发布须由另一位事项管理员确认" in page.content.decode()
    address = page.redirect_chain[-1][0]
    assert one.post(f"{address}publish/").status_code == 422
    assert "看过差别，发布" in other.get(address).content.decode()
    done = other.post(f"{address}publish/", follow=True)
    assert "已发布" in done.content.decode()
    assert catalogue.current().item(ITEM).name.startswith("新的")
    assert "housing_fund事项管理员2" in done.context["version"]
    assert other.get(address).status_code == 404


def test_what_is_wrong_is_told_in_the_language_of_the_page(one):
    one.cookies["django_language"] = "en"
    told = {each["rule"]: each for each in upload(one, "type: ", "tipe: ").context["findings"]}
    assert told["missing"]["message"].startswith("“type” is missing.")
    assert told["missing"]["remedy"] == "Add it."
    assert "is not known" in told["unknown-key"]["message"]


def test_everything_wrong_is_listed_and_nothing_waits(one):
    page = upload(one, "type: ", "tipe: ")
    assert page.status_code == 422
    assert {"missing", "unknown-key"} <= {each["rule"] for each in page.context["findings"]}
    assert "行）" in page.content.decode()
    assert page.context["changes"] == []


def test_somebody_elses_definition_is_not_taken(county):
    stranger = an_item_administrator_of("market")
    page = upload(stranger)
    assert page.status_code == 422
    assert "只能改动本部门的事项" in page.context["refused"]


def test_a_change_is_taken_back(one):
    address = upload(one).redirect_chain[-1][0]
    assert one.post(f"{address}take-back/", follow=True).context["changes"] == []


def test_names_in_use_are_confirmed_in_one_step(one):
    waiting = one.get("/studio/names/").context["waiting"]
    ticked = [choice["value"] for each in waiting for choice in each["choices"] if choice["chosen"]]
    assert len(ticked) == len(waiting) > 0
    page = one.post("/studio/names/confirm/", {"match": ticked}, follow=True)
    assert f"已确认并发布 {len(ticked)} 个名称" in page.content.decode()
    assert page.context["waiting"] == []


def test_typed_names_are_matched_and_confirmed(one):
    page = one.get("/studio/names/", {"kind": "field", "names": "法定代表人身份证号码\n从未见过的奇怪说法"})
    known, unknown = page.context["proposed"]
    assert known["choices"][0]["key"] == "legal_rep.id_no"
    assert (unknown["name"], unknown["sure"]) == ("从未见过的奇怪说法", "")
    one.post("/studio/names/confirm/", {"match": "field|legal_rep.id_no|法代的身份证号码全号"})
    element = catalogue.current().vocabulary.elements["legal_rep.id_no"]
    assert "法代的身份证号码全号" in element.synonyms
    found = one.get("/studio/words/", {"text": "法代的身份证号码全号"}).context["rows"]
    assert [row["cells"][1]["text"] for row in found] == ["legal_rep.id_no"]


def test_nonsense_confirms_nothing(one):
    release = catalogue.current().release
    one.post("/studio/names/confirm/", {"match": ["", "x|y", "person|a|b"]})
    assert catalogue.current().release == release
