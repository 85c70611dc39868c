"""A picture shows what a question means: on demand, without scripts, with words for whoever cannot see it."""

from datetime import UTC, datetime

import pytest
from django.contrib.staticfiles import finders

from lianban.web.portal.shown_question import picture_of
from tests.apps.catalogue.shipped import publish_shipped, shipped
from tests.apps.guides.telling import RESTAURANT

pytestmark = pytest.mark.django_db
PAGE = f"/chains/{RESTAURANT}/guide/?edit="


@pytest.fixture(autouse=True)
def _published():
    publish_shipped(datetime(2026, 11, 21, 1, 0, tzinfo=UTC))


@pytest.mark.parametrize("question", ["q1", "q2", "q8"])
def test_it_is_folded_beside_the_question_in_both_languages(client, question):
    wanted = next(each for each in shipped().chains[RESTAURANT].questions if each.key == question).picture
    for language, alt, note in (("zh-hans", wanted.alt, wanted.note), ("en", wanted.alt_en, wanted.note_en)):
        client.cookies["django_language"] = language
        page = client.get(f"{PAGE}{question}").content.decode()
        shown = page[page.index('class="picture"') - 200 :]
        assert "<details" in shown[:200]
        assert alt in shown
        assert note in shown


def test_its_file_is_served(client):
    picture = client.get(f"{PAGE}q1").context["picture"]
    assert finders.find(picture["address"].removeprefix("/static/"))


def test_a_question_without_one_offers_none(client):
    page = client.get(f"{PAGE}q9")
    assert page.context["picture"] is None
    assert 'class="picture"' not in page.content.decode()


def test_a_file_that_was_not_collected_breaks_no_page(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
        "default": settings.STORAGES["default"],
    }
    asked = next(each for each in shipped().chains[RESTAURANT].questions if each.picture)
    assert picture_of(asked) is None
