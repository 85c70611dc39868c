"""The account menu leads to what the signed-in person needs."""

from types import SimpleNamespace

from django.template.loader import render_to_string

PERSON = SimpleNamespace(is_authenticated=True)


def test_a_citizen_finds_cases_account_and_the_way_out():
    page = render_to_string("components/tools.html", {"user": PERSON})
    assert [words in page for words in ("我的办件", "我的账号", "退出登录", "我的工作")] == [True, True, True, False]
    assert "data-forget" in page


def test_staff_find_their_work():
    assert "我的工作" in render_to_string("components/tools.html", {"user": PERSON, "is_staff_member": True})


def test_nobody_signed_in_is_offered_to_sign_in():
    assert "登录" in render_to_string("components/tools.html", {})
