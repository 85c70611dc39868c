"""Letter size and language are chosen once, and lead back to the page the person was on."""

import pytest

HERE = "/_gallery/field/?stage=phone"


def chosen(client, **posted):
    return client.post("/preferences/size/", posted)


def test_large_letters_are_remembered_and_lead_back(client):
    reply = chosen(client, size="large", next=HERE)
    assert reply.status_code == 302
    assert reply.url == HERE
    assert 'data-size="large"' in client.get(HERE).content.decode()


def test_the_ordinary_size_comes_back(client):
    chosen(client, size="large")
    chosen(client, size="normal")
    assert 'data-size="normal"' in client.get(HERE).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(client, elsewhere):
    assert chosen(client, size="large", next=elsewhere).url == "/"


def test_a_size_we_do_not_have_is_refused(client):
    assert chosen(client, size="huge").status_code == 400


def test_a_link_cannot_change_the_size(client):
    assert client.get("/preferences/size/").status_code == 405


def test_a_forged_cookie_changes_nothing(client):
    client.cookies["lianban_size"] = '"><script>'
    page = client.get(HERE).content.decode()
    assert 'data-size="normal"' in page


def test_english_is_one_button_away(client):
    client.post("/language/", {"language": "en", "next": HERE})
    page = client.get(HERE).content.decode()
    assert '<html lang="en"' in page
    assert "Skip to main content" in page
