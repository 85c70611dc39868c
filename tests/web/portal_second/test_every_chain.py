"""Every chain that ships can be applied for, however little was answered, in both languages."""

import pytest
from django.urls import reverse

from lianban.apps.intake import public as intake
from tests.apps.cases.builders import NOW
from tests.apps.catalogue.shipped import shipped
from tests.web.portal_second.walking import a_citizen_of_the_county, come_in, page_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("chain", sorted(shipped().chains))
def test_all_its_pages_open(client, chain):
    owner = come_in(client, a_citizen_of_the_county())
    draft = intake.start(owner, chain, {}, "", NOW)
    view = page_of(owner, draft)
    addresses = [reverse("portal:apply_form", args=[draft, section.key]) for section in view.sections]
    addresses += [reverse(f"portal:apply_{page}", args=[draft]) for page in ("materials", "review")]
    for language in ("zh-hans", "en"):
        client.cookies["django_language"] = language
        found = {address: client.get(address).status_code for address in addresses}
        assert set(found.values()) == {200}, found


def test_no_chinese_is_left_in_our_english_of_the_materials_page(client):
    owner = come_in(client, a_citizen_of_the_county())
    draft = intake.start(owner, "kaiban-canyindian", {}, "", NOW)
    client.cookies["django_language"] = "en"
    words = client.get(reverse("portal:apply_materials", args=[draft])).content.decode()
    assert "Check everything" in words
    assert "去核对" not in words
