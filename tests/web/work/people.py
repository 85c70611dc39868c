"""Staff with accounts and posts, and browsers they are signed in on."""

from datetime import date

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import HALL, a_submission, an_applicant, by

LONG_AGO = date(2020, 1, 1)


def staff(user_name, name, role, **place):
    """Make an account with a post; return its id."""
    person = accounts.create_staff(user_name=user_name, name=name, password="unused-in-tests", now=timezone.now())
    organs.assign(person, role, from_on=LONG_AGO, **place)
    return person


def browser(person):
    """Return a browser on which somebody is signed in."""
    client = Client()
    client.force_login(get_user_model().objects.get(pk=person))
    return client


def a_clerk_at(window="1"):
    """Return the browser of a clerk of the county's hall."""
    return browser(staff(f"ck{window}", f"综合受理窗口{window}号", Role.CLERK, hall=HALL))


def an_issuer_at_the_window():
    """Return the browser of somebody who hands results out."""
    return browser(staff("cz1", "统一出证窗口1号", Role.ISSUER, hall=HALL))


def an_officer_of(authority, number=1):
    """Return the browser of an approver."""
    return browser(staff(f"sp-{authority}-{number}", f"{authority}审批{number}", Role.APPROVER, authority=authority))


def an_item_administrator_of(authority, number=1):
    """Return the browser of somebody who writes the definitions of an authority."""
    name = f"{authority}事项管理员{number}"
    return browser(staff(f"sx-{authority}-{number}", name, Role.ITEM_ADMIN, authority=authority))


def handed_in(applicant=None, **changes):
    """Hand an application in, now; return its number."""
    citizen = applicant or an_applicant()
    return cases.submit(a_submission(citizen), by(citizen, timezone.now())).number


def hidden(client, address):
    """Return the hidden fields of the form on a page: what a browser would send back."""
    page = client.get(address)
    assert page.status_code == 200, page.content.decode()[:2000]
    return {"key": page.context["key"], "version": str(page.context["version"])}
