"""A county on a server of its own and a browser to walk through it."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect, sync_playwright

from lianban.apps.demo import public as demo
from tests.apps.catalogue.shipped import publish_shipped

DATA = Path(__file__).resolve().parents[2] / "data"
BROWSER = os.environ.get("LIANBAN_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the thread that prepares the database


@pytest.fixture(scope="session")
def browser():
    """Chromium, once for all journeys."""
    if not BROWSER:
        pytest.fail("There is no Chromium. Install one, or name it in LIANBAN_BROWSER.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield chromium
        chromium.close()


class People:
    """Opens a window of one's own for each person: `people(phone=True)`."""

    def __init__(self, browser):
        self.browser, self.pages = browser, []

    def __call__(self, *, phone: bool = False, scripts: bool = True, locale: str = "zh-CN"):
        size = {"width": 360, "height": 780} if phone else {"width": 1440, "height": 900}
        window = self.browser.new_context(locale=locale, viewport=size, java_script_enabled=scripts)
        window.set_default_timeout(PATIENCE_MS)
        self.pages.append(window.new_page())
        return self.pages[-1]


@pytest.fixture
def people(browser):
    """Windows that close when the journey ends."""
    made = People(browser)
    yield made
    for page in made.pages:
        page.context.close()


@pytest.fixture
def county(live_server, settings, tmp_path, transactional_db):
    """The demonstration county with the catalogue that ships; `county.accounts` by login."""
    settings.LIANBAN_PUBLIC_URL = live_server.url
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    publish_shipped(datetime.now(UTC))  # noqa: TID251 the journey happens now
    demo.create_demo_county(data=DATA, home=tmp_path, now=datetime.now(UTC))  # noqa: TID251
    accounts = json.loads((tmp_path / "demo-accounts.json").read_text("utf-8"))
    return County(live_server.url, {each["login"]: each for each in accounts})


class County:
    """Where the pages are and who works there."""

    def __init__(self, url, accounts):
        self.url, self.accounts = url, accounts


@pytest.fixture
def photograph(tmp_path):
    path = tmp_path / "门头.png"
    Image.new("RGB", (800, 600), "#dddddd").save(path)
    return str(path)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Say where every window stood when a journey failed."""
    outcome = yield
    report = outcome.get_result()
    if report.when == "call" and report.failed:
        for page in item.funcargs.get("people", People(None)).pages:
            report.sections.append((f"window at {page.url}", page.locator("body").inner_text()[:3000]))
