"""A page that fails says what happened and what to do next, even when it has no context at all."""

import pytest
from django.template.loader import render_to_string


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500"])
def test_it_is_drawn_without_any_context_and_offers_a_way_on(name):
    page = render_to_string(f"{name}.html")
    assert page.count("<h1>") == 1
    assert "12345" in page
    assert "回首页" in page


def test_an_unknown_address_gets_our_page(client):
    reply = client.get("/no/such/page/")
    assert reply.status_code == 404
    assert "没有找到这一页" in reply.content.decode()
