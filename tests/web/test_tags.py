"""The tags every template may load."""

from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory


def drawn(text: str, address: str = "/my/?sort=due&page=3") -> str:
    return Template("{% load lianban %}" + text).render(Context({"request": RequestFactory().get(address)}))


def test_an_icon_is_silent_for_screen_readers():
    assert 'aria-hidden="true"' in drawn('{% icon "search" %}')


def test_the_page_one_is_on_is_marked():
    assert drawn('{% here "/my/" %}') == 'aria-current="page"'
    assert drawn('{% here "/my/" %}', "/my/42/") == 'aria-current="true"'
    assert drawn('{% here "/" %}') == ""


def test_a_parameter_changes_and_the_others_stay():
    assert drawn("{% query page=4 %}") == "?sort=due&amp;page=4"
    assert drawn('{% query page="" %}') == "?sort=due"


def test_the_largest_file_is_the_one_of_the_settings(settings):
    settings.LIANBAN_FILE_LIMIT = 35 * 2**20
    assert drawn("{% upload_hint %}").endswith("每份不超过 35 MB")


def test_of_a_thousand_pages_those_around_are_linked_and_the_ends():
    page = Paginator(range(25_000), 25).get_page(500)
    linked = Template("{% load lianban %}{% for number in page|turns %}{{ number }} {% endfor %}")
    assert linked.render(Context({"page": page})) == "1 … 499 500 501 … 1000 "
