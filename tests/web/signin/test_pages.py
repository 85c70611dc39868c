"""People come in, are sent where they belong, and go."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.sessions.models import Session
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role
from tests.apps.accounts.people import ID_NUMBER, OTHER_ID, PHONE, a_citizen, latest_code

pytestmark = pytest.mark.django_db
SECRET = "correct-horse-42"


@pytest.fixture
def clerk():
    now = timezone.now()
    organs.put_hall(organs.HallCard("center", "区政务服务中心", "", "370304", "", ()))
    person = accounts.create_staff(user_name="ck01", name="综合受理窗口1号", password=SECRET, now=now)
    organs.assign(person, Role.CLERK, from_on=now.date(), hall="center")
    return person


def signed_in(client):
    return client.session.get("_auth_user_id")


def staff_sign_in(client, password=SECRET):
    return client.post("/login/staff/", {"name": "ck01", "password": password})


def one_time(secret, periods_ago=0):
    """What a phone shows, or showed some half minutes ago."""
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30 - periods_ago))


def test_a_citizen_signs_in_with_the_code_and_goes_on_where_they_wanted(client):
    person = a_citizen()
    sent = client.post("/login/", {"id_number": ID_NUMBER, "step": "ask"})
    assert "如果这个身份证号已注册" in sent.content.decode()
    way = {"id_number": ID_NUMBER, "code": latest_code(), "step": "enter", "next": "/account/profile/"}
    arrived = client.post("/login/", way)
    assert arrived.url == "/account/profile/"
    assert signed_in(client) == str(person)


def test_the_page_for_an_unknown_id_number_is_the_same_to_the_letter(client):
    a_citizen()

    def page(number):
        words = client.post("/login/", {"id_number": number, "step": "ask"}).content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words).replace(number, "")

    assert page(ID_NUMBER) == page(OTHER_ID)


def test_an_error_stands_at_its_field_and_in_the_summary(client):
    reply = client.post("/login/", {"id_number": "110105194912310021", "step": "ask"})
    words = reply.content.decode()
    assert reply.status_code == 422
    assert 'href="#f-id_number"' in words
    assert 'id="f-id_number-error"' in words
    assert 'value="110105194912310021"' in words


def test_asking_too_often_says_how_long_to_wait(client):
    for _ in range(2):
        reply = client.post("/login/", {"id_number": ID_NUMBER, "step": "ask"})
    assert reply.status_code == 429
    assert "秒后再试" in reply.content.decode()


def test_a_citizen_registers_and_is_let_in(client):
    facts = {"id_number": ID_NUMBER, "name": "演示申请人甲", "phone": PHONE}
    client.post("/register/", {**facts, "step": "ask"})
    client.post("/register/", {**facts, "code": latest_code(), "step": "enter"})
    assert signed_in(client) == str(accounts.find_citizen(ID_NUMBER))


def test_nothing_personal_is_kept_in_the_session(client):
    a_citizen()
    client.post("/login/", {"id_number": ID_NUMBER, "step": "ask"})
    client.post("/login/", {"id_number": ID_NUMBER, "code": latest_code(), "step": "enter"})
    kept = [str(session.get_decoded()) for session in Session.objects.all()]
    assert kept
    assert not any(ID_NUMBER in each or PHONE in each for each in kept)


def test_a_way_on_to_another_site_is_not_followed(client):
    a_citizen()
    client.post("/login/", {"id_number": ID_NUMBER, "step": "ask"})
    way = {"id_number": ID_NUMBER, "code": latest_code(), "step": "enter", "next": "https://example.org/"}
    assert client.post("/login/", way).url == "/account/"


def test_signing_out_needs_a_post_and_ends_the_session(client, clerk, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    staff_sign_in(client)
    assert client.get("/logout/").status_code == 405
    client.post("/logout/")
    assert signed_in(client) is None


def test_staff_without_a_second_factor_must_set_it_up_first(client, clerk, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = True
    staff_sign_in(client)
    assert client.get("/account/").url == "/account/second-factor/totp/activate/"
    page = client.get("/account/second-factor/totp/activate/").content.decode()
    secret = re.search(r'<code class="num">(\w+)</code>', page)[1]
    client.post("/account/second-factor/totp/activate/", {"code": one_time(secret)})
    assert client.get("/account/").url != "/account/second-factor/totp/activate/"


def test_a_handed_out_password_opens_only_the_page_that_replaces_it_and_then_the_second_factor(client, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = True
    facts = {"user_name": "ck01", "name": "综合受理窗口1号", "now": timezone.now()}
    person = accounts.create_staff(**facts, password=SECRET, must_change=True)
    organs.put_hall(organs.HallCard("center", "区政务服务中心", "", "370304", "", ()))
    organs.assign(person, Role.CLERK, from_on=timezone.localdate(), hall="center")
    staff_sign_in(client)
    assert client.get("/account/").url == "/account/password/"
    assert client.get("/desk/").url.startswith("/account/password/")
    assert "请先设置自己的密码" in client.get("/account/password/").content.decode()
    same = client.post("/account/password/", {"password": SECRET, "again": SECRET})
    assert 'id="f-password-error"' in same.content.decode()
    assert client.get("/desk/").url.startswith("/account/password/")
    new = {"password": "another-horse-43", "again": "another-horse-43"}
    assert client.post("/account/password/", new).url == "/account/"
    assert client.get("/account/").url == "/account/second-factor/totp/activate/"
    assert client.get("/desk/").url.startswith("/account/second-factor/totp/activate/")
    assert "请先设置自己的密码" not in client.get("/account/password/").content.decode()


def test_staff_with_a_second_factor_are_not_in_before_it(client, clerk, settings, django_user_model):
    settings.LIANBAN_STAFF_SECOND_FACTOR = True
    secret = generate_totp_secret()
    TOTP.activate(django_user_model.objects.get(pk=clerk), secret)
    assert staff_sign_in(client).url == "/account/second-factor/authenticate/"
    assert signed_in(client) is None
    client.post("/account/second-factor/authenticate/", {"code": one_time(secret)})
    assert signed_in(client) == str(clerk)


@pytest.mark.parametrize(("periods_ago", "is_in"), [(-1, True), (3, False)])
def test_a_phone_may_be_half_a_minute_off_and_no_more(client, clerk, settings, django_user_model, periods_ago, is_in):
    settings.LIANBAN_STAFF_SECOND_FACTOR = True
    secret = generate_totp_secret()
    TOTP.activate(django_user_model.objects.get(pk=clerk), secret)
    staff_sign_in(client)
    client.post("/account/second-factor/authenticate/", {"code": one_time(secret, periods_ago)})
    assert bool(signed_in(client)) is is_in


def test_the_secret_of_a_second_factor_is_encrypted(client, clerk, django_user_model):
    secret = generate_totp_secret()
    TOTP.activate(django_user_model.objects.get(pk=clerk), secret)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert get_adapter().decrypt(kept) == secret


def test_where_the_second_factor_is_switched_off_the_page_says_so(client, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    assert "没有要求第二重验证" in client.get("/login/staff/").content.decode()
    settings.LIANBAN_STAFF_SECOND_FACTOR = True
    assert "没有要求第二重验证" not in client.get("/login/staff/").content.decode()


def test_a_new_password_replaces_the_old_and_this_session_stays(client, clerk, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    staff_sign_in(client)
    mistyped = client.post("/account/password/", {"password": "another-horse-43", "again": "x"})
    assert 'id="f-again-error"' in mistyped.content.decode()
    client.post("/account/password/", {"password": "another-horse-43", "again": "another-horse-43"})
    assert signed_in(client)
    client.post("/logout/")
    assert staff_sign_in(client).status_code == 422
    staff_sign_in(client, "another-horse-43")
    assert signed_in(client)


@pytest.mark.parametrize("page", ["/login/", "/login/password/", "/login/staff/", "/register/", "/standin/messages/"])
def test_every_page_opens_and_forbids_what_does_not_come_from_us(client, page):
    reply = client.get(page)
    assert reply.status_code == 200
    policy = reply.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    words = reply.content.decode()
    assert "style=" not in words
    assert not re.search(r"<script(?![^>]*\ssrc=)", words)
