"""The network fails, somebody clicks twice, somebody opens what is not theirs: nothing is lost, nothing is doubled."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import citizen
from tests.journeys.walking import ID_NUMBER, press, sign_in_citizen, sign_in_staff, sign_in_with_password, violations

pytestmark = pytest.mark.journey
ANSWERS = {"q4": "h", "q1": "yes", "q2": "yes", "q3": "随母", "q6": "none", "q5": "母亲", "q7": "no"}
OTHER = "370304189912310026"


RESTAURANT = {"q1": "company", "q2": "350", "q8": "door", "q10": "告知承诺"}


def begin(person, site, chain="xinshenger", answers=ANSWERS):
    person.goto(f"{site}/chains/{chain}/guide/")
    citizen.answer(person, answers)
    citizen.be_told(person)
    citizen.begin(person, site, ID_NUMBER)


def test_what_was_typed_survives_a_lost_connection(county, people):
    mother = people(phone=True)
    begin(mother, county.url)
    name = mother.locator("[name='child.name']")
    mother.context.set_offline(True)
    name.fill("演示宝宝")
    name.press("Tab")
    expect(mother.locator("[data-saved]")).to_contain_text(re.compile("失败|暂存"))
    mother.context.set_offline(False)
    expect(mother.locator("[data-saved]")).to_contain_text("已保存")
    mother.reload()
    expect(mother.locator("[name='child.name']")).to_have_value("演示宝宝")


def test_a_form_goes_on_where_another_device_left_it(county, people):
    phone, computer = people(phone=True), people()
    begin(phone, county.url)
    phone.locator("[name='child.name']").fill("演示宝宝")
    press(phone.get_by_role("button", name="先存着，下次再填"))
    sign_in_with_password(computer, county.url, county.accounts[ID_NUMBER])
    computer.goto(f"{county.url}/my/")
    press(computer.get_by_role("link", name="接着填"))
    expect(computer.locator("[name='child.name']")).to_have_value("演示宝宝")


def test_what_was_typed_survives_a_session_that_ended(county, people):
    mother = people(phone=True)
    sign_in_with_password(mother, county.url, county.accounts[ID_NUMBER])
    begin(mother, county.url)
    mother.context.clear_cookies(name="sessionid")
    name = mother.locator("[name='child.name']")
    name.fill("演示宝宝")
    name.press("Tab")
    expect(mother.locator("[data-saved]")).to_contain_text("登录已过期")
    page = mother.url
    press(mother.get_by_role("button", name="保存并继续"))
    sign_in_citizen(mother, county.url, ID_NUMBER)
    expect(mother).to_have_url(page)
    expect(name).to_have_value("演示宝宝")
    expect(mother.locator("[data-saved]")).to_contain_text("已保存")


def test_one_button_chooses_a_file_and_sends_it(county, people, photograph):
    owner = people(phone=True)
    begin(owner, county.url, "kaiban-canyindian", RESTAURANT)
    owner.goto(re.sub(r"form/.*", "materials/", owner.url))
    button = owner.get_by_role("button", name=re.compile("^上传 .+")).first
    with owner.expect_file_chooser() as choosing:
        button.click()
    choosing.value.set_files({"name": "a.exe", "mimeType": "application/octet-stream", "buffer": b"MZ" + bytes(99)})
    expect(owner.locator(".error-summary")).to_contain_text("不接收可执行程序")
    owner.wait_for_load_state()
    with owner.expect_file_chooser() as choosing:
        button.click()
    with owner.expect_navigation():
        choosing.value.set_files(photograph)
    expect(owner.locator("main")).to_contain_text("门头.png")
    assert not violations(owner)


def test_two_clicks_on_submit_are_one_application(county, people):
    mother = people(phone=True)
    begin(mother, county.url)
    citizen.fill_form(mother)
    press(mother.get_by_role("link", name="去核对"))
    mother.locator("input[name=declaration]").check()
    mother.get_by_role("button", name="提交申请").dblclick()
    expect(mother.locator("main")).to_contain_text("申请已提交")
    mother.goto(f"{county.url}/my/")
    assert len(set(re.findall(r"\d{6}YJS\d{13}", mother.content()))) == 1


def test_a_script_in_a_name_stays_a_name(county, people):
    mother = people()
    begin(mother, county.url)
    alarms = []
    mother.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    mother.locator("[name='child.name']").fill("<script>alert(1)</script><b>宝")
    press(mother.get_by_role("button", name="先存着，下次再填"))
    mother.goto(f"{county.url}/my/")
    press(mother.get_by_role("link", name="接着填"))
    expect(mother.locator("[name='child.name']")).to_have_value("<script>alert(1)</script><b>宝")
    assert alarms == []


def test_what_is_not_ones_own_is_not_there(county, people):
    mother, other, clerk = people(), people(), people()
    begin(mother, county.url)
    draft = re.search(r"/apply/([0-9a-f-]{36})/", mother.url).group(1)
    other.goto(f"{county.url}/my/")
    sign_in_citizen(other, county.url, OTHER)
    assert other.goto(f"{county.url}/apply/{draft}/review/").status == 404
    sign_in_staff(clerk, county.url, county.accounts["chuangkou1"])
    assert clerk.goto(f"{county.url}/oversight/").status == 403
    assert clerk.goto(f"{county.url}/office/").status == 403


def test_a_whole_application_needs_no_scripts(county, people):
    mother = people(phone=True, scripts=False)
    mother.goto(f"{county.url}/chains/xinshenger/guide/")
    citizen.answer(mother, ANSWERS)
    citizen.be_told(mother)
    citizen.begin(mother, county.url, ID_NUMBER)
    mother.locator("[name='child.name']").fill("演示宝宝")
    press(mother.get_by_role("button", name="先存着，下次再填"))
    expect(mother.locator("body")).to_contain_text(re.compile("草稿|继续|已保存"))
