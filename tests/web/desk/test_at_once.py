"""Two windows, one case, the same moment."""

import pytest
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from tests.apps.cases.builders import a_clerk, a_county, reader
from tests.apps.docket.test_concurrency import at_once
from tests.web.work.people import a_clerk_at, handed_in, hidden

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def number(settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
    return handed_in()


def test_the_second_clerk_reads_who_was_first_and_nothing_is_lost(number):
    address = f"/desk/to-accept/{number}/accept/"
    windows = [a_clerk_at(window) for window in "123"]
    said = [hidden(each, address) for each in windows]
    replies = at_once(
        *(lambda w=window, s=form: w.post(address, s) for window, form in zip(windows, said, strict=True))
    )
    assert sorted(reply.status_code for reply in replies) == [302, 409, 409]
    for reply in replies:
        if reply.status_code == 409:
            page = reply.content.decode()
            assert "已由综合受理窗口" in page
            assert "您的操作没有保存" in page
    view = cases.case(number, reader(a_clerk(), timezone.now()))
    assert [each.kind for each in view.documents].count("受理通知书") == 1
    assert docket.verify_log(number) == ()


def test_a_clerk_who_comes_later_with_an_old_page_is_told_too(number):
    address = f"/desk/to-accept/{number}/reject/"
    first, second = a_clerk_at("1"), a_clerk_at("2")
    old = hidden(second, address)
    accept = address.replace("reject", "accept")
    assert first.post(accept, hidden(first, accept)).status_code == 302
    said = {"cause": "NOT_COMPETENT", "reason": "不归本区", "competent_body": "市级机关"}
    reply = second.post(address, {**old, **said})
    assert reply.status_code == 409
    page = reply.content.decode()
    assert "已由综合受理窗口1号" in page
    assert "已受理" in page
