"""The components in a real browser: readable for everybody, usable by keyboard, and never a lost character."""

import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Route, expect

from lianban.web.gallery.pages import PAGES
from lianban.web.gallery.parts import PARTS
from tests.journeys.walking import violations

pytestmark = pytest.mark.journey

SMALL_TARGETS = (
    "[...document.querySelectorAll('.btn, .choice, .nav a, .tool, .input')]"
    ".filter(one => one.offsetHeight && one.offsetHeight < 60).map(one => one.outerHTML)"
)
ADDRESSES = [f"{part.slug}/" for part in PARTS] + [f"pages/{page.slug}/" for page in PAGES]
WIDTHS = {"phone": 360, "desktop": 1440}


class Server(ThreadingMixIn, WSGIServer):
    """Serves pages and their files side by side, as browsers ask for them."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, format, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def gallery():
    server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), Server, Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/_gallery/"
    server.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_page_of_the_gallery_is_accessible_and_fits_the_screen(browser, gallery, width):
    context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 800})
    page, complaints = context.new_page(), []
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" and "status of" not in said.text else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for address in ADDRESSES:
        page.goto(gallery + address)
        complaints += [f"{address} {one}" for one in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            complaints.append(f"{address} is wider than the screen")
    context.close()
    assert complaints == []


def test_large_letters_fit_a_phone_and_give_sixty_pixel_targets(browser, gallery):
    context = browser.new_context(locale="zh-CN", viewport={"width": 360, "height": 800})
    context.add_cookies([{"name": "lianban_size", "value": "large", "url": gallery}])
    page = context.new_page()
    for address in ("pages/home/", "pages/chain/", "pages/question/", "pages/form/", "pages/case/"):
        page.goto(gallery + address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        small = page.evaluate(SMALL_TARGETS)
        assert small == [], address
    context.close()


class TestAutosave:
    def test_what_is_typed_is_saved_and_the_page_says_so(self, page, gallery):
        page.goto(gallery + "pages/form/")
        page.get_by_label("手机号").first.fill("13800000000")
        expect(page.locator("[data-saved]")).to_have_text("已保存")
        assert page.evaluate("Object.keys(localStorage).length") == 0

    def test_a_lost_connection_loses_no_character(self, page, gallery):
        page.route("**/autosave/", lambda route: route.abort())
        page.goto(gallery + "pages/form/")
        page.get_by_label("经营场所地址").fill("示范县人民路 2 号，二楼")
        expect(page.locator("[data-saved]")).to_contain_text("保存失败")
        page.reload()
        expect(page.get_by_label("经营场所地址")).to_have_value("示范县人民路 2 号，二楼")
        saved: list[str] = []
        page.unroute("**/autosave/")
        page.route("**/autosave/", lambda route: _note(route, saved))
        expect(page.locator("[data-saved]")).to_have_text("已保存")
        assert "示范县人民路 2 号，二楼" in saved[-1]
        assert page.evaluate("Object.keys(localStorage).length") == 0


def _note(route: Route, saved: list[str]) -> None:
    saved.append(route.request.post_data or "")
    route.fulfill(status=204)


def test_what_htmx_sends_carries_the_token_against_forgery(page, gallery):
    page.goto(gallery + "pages/form/")
    page.evaluate(
        """address => {
            const button = document.createElement("button");
            button.id = "sends";
            button.setAttribute("hx-post", address);
            document.querySelector("main").append(button);
            htmx.process(button);
        }""",
        gallery + "autosave/",
    )
    with page.expect_response("**/autosave/") as replied:
        page.evaluate("document.querySelector('#sends').click()")
    assert replied.value.request.headers["x-csrftoken"]
    assert replied.value.status == 204


class TestKeyboard:
    def test_a_number_key_chooses_and_slash_searches(self, page, gallery):
        page.goto(gallery + "pages/desk/")
        page.keyboard.press("3")
        expect(page.get_by_label("一次告知补正")).to_be_checked()
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox", name="编号、姓名、证号")).to_be_focused()

    def test_keys_do_nothing_while_one_is_typing(self, page, gallery):
        page.goto(gallery + "pages/desk/")
        page.get_by_role("searchbox", name="编号、姓名、证号").fill("")
        page.keyboard.type("3/4?")
        expect(page.get_by_role("searchbox", name="编号、姓名、证号")).to_have_value("3/4?")
        expect(page.get_by_label("一次告知补正")).not_to_be_checked()

    def test_the_help_opens_and_single_keys_can_be_switched_off(self, page, gallery):
        page.goto(gallery + "pages/desk/")
        page.keyboard.press("?")
        page.get_by_label("使用单键快捷键").uncheck()
        page.get_by_role("button", name="关闭").click()
        page.keyboard.press("4")
        expect(page.get_by_label("不予受理")).not_to_be_checked()

    def test_the_first_tab_skips_to_the_main_part(self, page, gallery):
        page.goto(gallery + "pages/home/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="跳到正文")).to_be_focused()


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(page, gallery):
    page.goto(gallery + "pages/form/")
    expect(page.locator("#error-summary")).to_be_focused()
    page.get_by_role("link", name="身份证号少了 1 位，应为 18 位").click()
    expect(page.get_by_label("身份证号")).to_be_focused()


def test_everything_is_readable_without_scripts(browser, gallery):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(gallery + "pages/form/")
    expect(page.get_by_role("button", name="再加一个从业人员")).to_be_visible()
    page.goto(gallery + "pages/question/")
    expect(page.get_by_role("button", name="下一题")).to_be_visible()
    context.close()
