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


def test_staff_are_led_to_no_page_that_is_only_for_citizens():
    for name in ("components/nav.html", "components/footer.html"):
        assert "我的办件" not in render_to_string(name, {"is_staff_member": True})
        assert "好差评" not in render_to_string(name, {"is_staff_member": True})
    assert "我的办件" in render_to_string("components/nav.html")
    assert "好差评" in render_to_string("components/footer.html")


def test_a_page_for_citizens_tells_staff_what_to_do():
    page = render_to_string("403.html", {"is_staff_member": True})
    assert "请先退出登录，再用个人账号登录" in page
    assert "回到我的工作" in page


def test_nobody_signed_in_is_offered_to_sign_in():
    assert "登录" in render_to_string("components/tools.html", {})
