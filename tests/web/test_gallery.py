"""Every component and sample page is drawn, and keeps the rules of our pages."""

import re
from pathlib import Path

import pytest

from lianban.web.gallery.pages import PAGES
from lianban.web.gallery.parts import PARTS

WEB = Path(__file__).resolve().parents[2] / "src/lianban/web"
SYMBOLS = set(re.findall(r'symbol id="([^"]+)"', (WEB / "static/vendor/lucide/sprite.svg").read_text("utf-8")))
ADDRESSES = [f"/_gallery/{part.slug}/" for part in PARTS] + [f"/_gallery/pages/{page.slug}/" for page in PAGES]


@pytest.fixture(params=ADDRESSES)
def page(request, client):
    reply = client.get(request.param)
    assert reply.status_code == 200
    return reply.content.decode()


class TestEveryPageOfTheGallery:
    def test_it_runs_under_a_content_policy_that_forbids_inline_style_and_script(self, page):
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", page)

    def test_it_loads_nothing_from_elsewhere(self, page):
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)

    def test_every_id_is_there_once(self, page):
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids))

    def test_every_label_and_description_names_something_on_the_page(self, page):
        ids = set(re.findall(r'\sid="([^"]+)"', page))
        named = re.findall(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"', page)
        assert {name for names in named for name in names.split()} <= ids

    def test_every_icon_is_in_the_sprite(self, page):
        assert set(re.findall(r"sprite[.\w]*\.svg#([\w-]+)", page)) <= SYMBOLS

    def test_no_template_syntax_is_left_over(self, page):
        assert "{%" not in page
        assert "{{" not in page


def test_a_component_nobody_knows_is_not_found(client):
    assert client.get("/_gallery/nothing/").status_code == 404
    assert client.get("/_gallery/pages/nothing/").status_code == 404


def test_the_phone_stage_is_one_parameter_away(client):
    assert "is-phone" in client.get("/_gallery/field/?stage=phone").content.decode()


def test_every_component_template_is_shown_somewhere_in_the_gallery():
    places = ("templates/gallery", "templates/components", "templates/portal")
    written = [path.read_text("utf-8") for place in places for path in (WEB / place).rglob("*.html")]
    frames = [path.read_text("utf-8") for path in (WEB / "templates").glob("*.html")]
    tags = (WEB / "templatetags/lianban.py").read_text("utf-8") + (WEB / "components/fields.py").read_text("utf-8")
    everything = "".join([*written, *frames, tags])
    inputs = {path.stem for path in (WEB / "templates/components/inputs").glob("*.html")}
    names = {path.name for path in (WEB / "templates/components").glob("*.html")}
    assert [name for name in sorted(names) if f"components/{name}" not in everything] == []
    assert [
        name for name in sorted(inputs) if f'"{name}"' not in everything and f"inputs/{name}.html" not in everything
    ] == []
