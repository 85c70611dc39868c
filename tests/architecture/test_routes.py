"""Every address of the platform opens to the people it is meant for, and to nobody else.

DOORS declares for whom each address is, by the longest beginning of its name. An address without a declaration fails:
whoever adds one says here who may come in.
"""

import uuid
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role
from lianban.web.signin.doors import OPEN_ROLES
from tests.apps.accounts.people import a_citizen

NOBODY = "nobody"
STAFF = (Role.CLERK, Role.ISSUER, Role.APPROVER, Role.ITEM_ADMIN, Role.SUPERVISOR, Role.HOTLINE, Role.ENGINEER)
SIGNED_IN = frozenset({Role.APPLICANT, *STAFF})
EVERYBODY = SIGNED_IN | {NOBODY}
APPLICANT = frozenset({Role.APPLICANT})
WINDOW = frozenset({Role.CLERK, Role.ISSUER})
OFFICE = frozenset({Role.APPROVER})
SUPERVISOR = frozenset({Role.SUPERVISOR})
STUDIO = frozenset({Role.ITEM_ADMIN, Role.ENGINEER})
AUTHOR = frozenset({Role.ITEM_ADMIN})

DOORS: dict[str, frozenset[str]] = {
    "healthz": EVERYBODY,
    "set_language": EVERYBODY,
    "preferences:": EVERYBODY,
    "gallery:": EVERYBODY,
    "standin:": EVERYBODY,
    "verify:": EVERYBODY,
    "kiosk:": EVERYBODY,
    "rest": EVERYBODY,
    "api/v1": EVERYBODY,
    "account_": SIGNED_IN,
    "account_login": EVERYBODY,
    "account_password_login": EVERYBODY,
    "account_staff_login": EVERYBODY,
    "account_unknown_identity": EVERYBODY,
    "account_signup": EVERYBODY,
    "account_logout": EVERYBODY,
    "mfa_": SIGNED_IN,
    "portal:home": EVERYBODY,
    "portal:chain": EVERYBODY,
    "portal:figures": EVERYBODY,
    "portal:paper": EVERYBODY,
    "portal:search": EVERYBODY,
    "portal:suggestions": EVERYBODY,
    "portal:guide": EVERYBODY,
    "portal:tell": EVERYBODY,
    "portal:notice": EVERYBODY,
    "portal:track": EVERYBODY,
    "portal:accessibility": EVERYBODY,
    "portal:helpers": EVERYBODY,
    "portal:hearings": EVERYBODY,
    "portal:apply": APPLICANT,
    "portal:my_cases": APPLICANT,
    "portal:case": APPLICANT,
    "portal:clock": APPLICANT,
    "portal:submitted": APPLICANT,
    "portal:composite": APPLICANT,
    "portal:withdraw": APPLICANT,
    "portal:own_act": APPLICANT,
    "portal:supply": APPLICANT,
    "portal:rate": APPLICANT,
    "portal:vault": APPLICANT,
    "portal:file": APPLICANT,
    "portal:document": APPLICANT | WINDOW | OFFICE | SUPERVISOR,
    "desk:": WINDOW,
    "desk:check": frozenset({Role.CLERK}),
    "desk:apply": frozenset({Role.CLERK}),
    "desk:own_act": frozenset({Role.CLERK}),
    "office:": OFFICE,
    "oversight:": SUPERVISOR,
    "studio:": STUDIO,
    "studio:record": AUTHOR,
    "studio:keep_path": AUTHOR,
    "studio:remove_path": AUTHOR,
    "studio:confirm_names": AUTHOR,
    "studio:propose": AUTHOR,
    "studio:publish": AUTHOR,
    "studio:take_back": AUTHOR,
    "studio:propose_paper": AUTHOR,
    "studio:publish_paper": AUTHOR,
}

SAMPLES = {"uuid": str(uuid.UUID(int=7)), "int": "7", "slug": "x", "str": "x", "path": "x"}
SIGN_IN = "/login/"
MIDWAY = {"mfa_authenticate", "mfa_reauthenticate", "account_reauthenticate", "account_unknown_identity"}
"""Open only in the middle of signing in, or to those with a password to ask for again."""
LEAVING = "account_logout"
"""Visited last: whoever was there is nobody afterwards."""


def addresses() -> Iterator[tuple[str, str, object]]:
    """Name, path with samples in place of its arguments, and view of every address."""
    yield from _below(get_resolver(), "", "/")


def _below(resolver: URLResolver, space: str, path: str) -> Iterator[tuple[str, str, object]]:
    for each in resolver.url_patterns:
        whole = path + _sampled(each.pattern)
        if isinstance(each, URLPattern):
            yield space + (each.name or whole.strip("/")), whole, each.callback
        else:
            yield from _below(each, space + (f"{each.namespace}:" if each.namespace else ""), whole)


def _sampled(pattern) -> str:
    written = str(pattern)
    for name, converter in pattern.converters.items():
        kind = next((key for key in SAMPLES if f"<{key}:{name}>" in written), "str")
        written = written.replace(f"<{kind}:{name}>", SAMPLES[kind]).replace(f"<{name}>", SAMPLES["str"])
        assert "<" not in written or converter is not None
    return written.removeprefix("^").removesuffix("$")


ADDRESSES = sorted(addresses(), key=lambda each: each[:2])


def meant_for(name: str) -> frozenset[str] | None:
    """For whom the address with this name is, or None when nobody declared it."""
    known = [beginning for beginning in DOORS if name.startswith(beginning)]
    return DOORS[max(known, key=len)] if known else None


@pytest.mark.parametrize(("name", "path", "view"), ADDRESSES, ids=[each[1] for each in ADDRESSES])
def test_every_address_says_who_may_come_in(name, path, view):
    declared = meant_for(name)
    assert declared is not None, f"{name} ({path}): declare in DOORS who may come in"
    roles = getattr(view, OPEN_ROLES, None)
    if roles is not None:
        assert frozenset(roles) == declared, f"{name}: its door names other roles than DOORS"


def test_no_declaration_is_left_over():
    used = {
        max((key for key in DOORS if name.startswith(key)), key=len, default="") for name, _path, _view in ADDRESSES
    }
    assert set(DOORS) - used <= {"standin:", "gallery:"}


@pytest.fixture
def guest(client, settings, django_user_model):
    """Make the browser of somebody in a role."""
    settings.LIANBAN_STAFF_SECOND_FACTOR = False

    def arrive(role: str):
        if role == NOBODY:
            return client
        person = a_citizen() if role is Role.APPLICANT else _staff(role)
        client.force_login(django_user_model.objects.get(pk=person), "lianban.apps.accounts.backend.PersonBackend")
        return client

    return arrive


def _staff(role: Role) -> uuid.UUID:
    organs.put_hall(organs.HallCard("center", "区政务服务中心", "", "370304", "", ()))
    organs.put_authority(organs.AuthorityCard("market", "区市场监督管理局", "", "区市场监督管理局", "博市监", ""))
    person = accounts.create_staff(user_name=f"staff-{role}", name="工作人员", password="x", now=timezone.now())
    bound = {Role.CLERK: {"hall": "center"}, Role.ISSUER: {"hall": "center"}}
    bound |= {Role.APPROVER: {"authority": "market"}, Role.ITEM_ADMIN: {"authority": "market"}}
    organs.assign(person, role, from_on=date(2020, 1, 1), **bound.get(role, {}))
    return person


def opens(browser, path: str) -> str:
    """How an address answers: open, sign in (sent there, or 401) or shut. What takes no visit is sent a form."""
    reply = browser.get(path)
    if reply.status_code == 405:
        reply = browser.post(path)
    assert reply.status_code < 500, path
    if reply.status_code == 403:
        return "shut"
    sent = reply.status_code == 302 and urlsplit(reply["Location"]).path.startswith(SIGN_IN)
    return "sign in" if sent or reply.status_code == 401 else "open"


@pytest.mark.django_db
@pytest.mark.parametrize("role", [NOBODY, Role.APPLICANT, *STAFF])
def test_whoever_comes_meets_the_declared_door(guest, role):
    browser = guest(role)
    kept = dict(browser.cookies)
    wrong = []
    for name, path, _view in sorted(ADDRESSES, key=lambda each: each[0] == LEAVING):
        wanted = "open" if role in (meant_for(name) or EVERYBODY) else "sign in" if role == NOBODY else "shut"
        met = opens(browser, path)
        browser.cookies.update(kept)
        if met != wanted and name not in MIDWAY:
            wrong.append((name, path, wanted, met))
    assert wrong == []
