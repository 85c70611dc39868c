"""The demonstration county stands after one call, and a second call changes nothing."""

import json
import stat
from pathlib import Path

import pytest
from django.conf import settings

from lianban.apps.accounts import public as accounts
from lianban.apps.accounts.models import Person
from lianban.apps.demo.plan import demo_credit_code, read_plan, seal_name
from lianban.apps.demo.public import create_demo_county
from lianban.apps.organs import public as organs
from lianban.core.kernel.credit_code import parse_credit_code
from lianban.core.proceedings.events import Role
from tests.fakes.notebooks import NOON

DATA: Path = settings.LIANBAN_DATA
COUNTY = {"county": "博山区", "city": "淄博市", "province": "山东省"}


@pytest.fixture
def made(db, tmp_path):
    return create_demo_county(data=DATA, home=tmp_path, now=NOON)


def test_every_account_opens_with_its_password(made):
    for each in made:
        staff = each.where == "/login/staff/"
        facts = {"name": each.login, "password": each.password, "staff": staff}
        assert accounts.sign_in_with_password(**facts, client="192.0.2.1", now=NOON)


def test_there_are_two_clerks_an_issuer_and_an_approver_for_each_deciding_authority(made):
    posts = [
        post
        for each in made
        if (found := accounts.find_staff(each.login))
        for post in organs.posts_of(found, NOON.date())
    ]
    count = {role: sum(post.role is role for post in posts) for role in Role}
    assert (count[Role.CLERK], count[Role.ISSUER], count[Role.SUPERVISOR]) == (2, 1, 1)
    deciding = {post.authority for post in posts if post.role is Role.APPROVER}
    assert deciding == {each.name for each in (DATA / "catalogue" / "items").iterdir()}


def test_the_clerks_sit_at_the_reception_windows(made):
    posts = organs.posts_of(accounts.find_staff("chuangkou2"), NOON.date())
    assert [(post.hall, post.window) for post in posts] == [("center", "综合受理窗口2号")]
    assert len(organs.halls()) == 11


def test_a_second_call_changes_nothing(made, tmp_path):
    assert create_demo_county(data=DATA, home=tmp_path, now=NOON) == made
    assert Person.objects.count() == len(made)


def test_a_lost_file_gives_new_passwords_to_the_same_accounts(made, tmp_path):
    (tmp_path / "demo-accounts.json").unlink()
    again = create_demo_county(data=DATA, home=tmp_path, now=NOON)
    assert Person.objects.count() == len(made)
    assert {each.password for each in again}.isdisjoint({each.password for each in made})


def test_the_passwords_are_for_the_owners_eyes(made, tmp_path):
    for name in ("demo-accounts.json", "demo-accounts.txt"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    listed = json.loads((tmp_path / "demo-accounts.json").read_text())
    assert [each["login"] for each in listed] == [each.login for each in made]


@pytest.mark.parametrize(
    ("name", "seal"),
    [
        ("区行政审批服务局", "博山区行政审批服务局"),
        ("区综合行政执法局（城市管理局）", "博山区综合行政执法局"),
        ("市公安局区分局", "淄博市公安局博山分局"),
        ("市住房公积金管理中心区管理部", "淄博市住房公积金管理中心博山管理部"),
        ("国家税务总局区税务局", "国家税务总局博山区税务局"),
        ("省药品监督管理局", "山东省药品监督管理局"),
        ("燃气公司", "燃气公司"),
    ],
)
def test_a_seal_names_the_place(name, seal):
    assert seal_name(name, COUNTY) == seal


def test_the_codes_of_demonstration_authorities_pass_every_check():
    assert parse_credit_code(demo_credit_code("370304", 7))
    codes = [each.credit_code for each in read_plan(DATA).county.authorities]
    assert len(codes) == len(set(codes))
