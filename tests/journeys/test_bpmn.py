"""The process of every chain opens in bpmn-js, the viewer that others use, without a word of complaint."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from lianban.adapters.catalogue_files import SHIPPED, read_catalogue
from lianban.core.chains.bpmn import bpmn
from lianban.core.chains.compose import compose
from lianban.core.chains.flow import flow_of

pytestmark = pytest.mark.journey

VENDORED = Path(__file__).resolve().parents[1] / "vendor/bpmn-js"
VIEWER = (VENDORED / "bpmn-navigated-viewer.min.js").read_text("utf-8")
KEYS = sorted(path.stem for path in (SHIPPED / "chains").glob("*.yaml"))
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
OPEN = """async xml => {
  const viewer = new BpmnJS({container: '#canvas'});
  const {warnings} = await viewer.importXML(xml);
  const drawn = viewer.get('elementRegistry').filter(each => each.type !== 'label').map(each => each.id);
  const logo = document.querySelector('.bjs-powered-by') !== null;
  viewer.destroy();
  return {warnings: warnings.map(String), drawn, logo};
}"""


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue()


@pytest.fixture(scope="module")
def page(browser):
    window = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = window.new_page()
    opened.set_content('<div id="canvas" style="width: 1400px; height: 860px"></div>')
    opened.add_script_tag(content=VIEWER)
    yield opened
    window.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_it_opens_without_a_warning_and_everything_is_drawn(page, catalogue, key, language):
    plan = compose(catalogue.chains[key], catalogue.items, catalogue.vocabulary)
    written = bpmn(flow_of(plan, language))
    placed = {
        each.get("bpmnElement")
        for each in ET.fromstring(written).iter()
        if each.tag in (f"{DI}BPMNShape", f"{DI}BPMNEdge")
    }
    opened = page.evaluate(OPEN, written)
    assert opened["warnings"] == []
    assert placed <= set(opened["drawn"])
    assert {f"task_{each.item}" for each in plan.process.schedule} <= placed
    assert opened["logo"]


def test_the_viewers_licence_is_kept_with_its_terms_about_the_watermark():
    licence = (VENDORED / "LICENSE").read_text("utf-8")
    assert "watermark" in licence
    assert "MUST NOT be" in licence
    assert "bjs-powered-by" in VIEWER
