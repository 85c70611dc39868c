"""A refusal becomes a page with the sentence, the code and a status that fits."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from lianban.apps.docket.errors import NoSuchProceeding, VersionConflict
from lianban.apps.organs.errors import NotAssigned
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Role
from lianban.web.signin.refusals import Refusals


def answer(refused, **meta):
    request = RequestFactory().get("/desk/", **meta)
    request.user = AnonymousUser()
    return Refusals(lambda _: None).process_exception(request, refused)


@pytest.mark.parametrize(
    ("refused", "status"),
    [
        (NoSuchProceeding("B-1"), 404),
        (VersionConflict("B-1"), 409),
        (NotAssigned(Role.CLERK), 403),
        (DomainError("不行"), 422),
    ],
)
def test_the_page_says_what_happened_and_what_to_do(refused, status):
    reply = answer(refused)
    assert reply.status_code == status
    assert refused.message in reply.content.decode()
    assert refused.code in reply.content.decode()


def test_a_failure_of_ours_is_not_dressed_up_as_a_refusal():
    assert answer(ValueError("bug")) is None


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [("http://testserver/desk/x/", "http://testserver/desk/x/"), ("https://elsewhere.example/", "/"), ("", "/")],
)
def test_the_way_back_leads_to_our_own_pages_only(came_from, leads_to):
    reply = answer(DomainError("不行"), HTTP_REFERER=came_from)
    assert f'href="{leads_to}"' in reply.content.decode()
    assert "elsewhere" not in reply.content.decode()
