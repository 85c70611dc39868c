"""What a clock certificate says in English."""

import pytest
from django.utils import translation

from lianban.core.clocks.stops import StopKind
from lianban.web.portal.words import state_words
from lianban.web.work.clockpage import STARTS, STOPS


def test_every_kind_of_stop_has_words_for_whoever_reads_english():
    assert {kind.value for kind in StopKind} == set(STOPS)
    with translation.override("en"):
        assert all(translation.gettext(word).isascii() for word in (*STARTS, *STOPS))


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "已受理"), ("en", "Accepted")])
def test_a_status_is_named_in_the_language_of_the_page(language, words):
    with translation.override(language):
        assert state_words("accepted") == words
