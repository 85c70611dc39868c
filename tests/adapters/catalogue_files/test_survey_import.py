"""Survey files become definitions."""

from pathlib import Path

import pytest

from lianban.adapters.catalogue_files.checking import check
from lianban.adapters.catalogue_files.reading import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.survey_import import ItemsDiffer, import_surveys
from lianban.core.chains.model import QuestionKind
from lianban.core.conditions.algebra import ALWAYS
from lianban.core.conditions.text import write as say
from lianban.core.items.model import MaterialForm, Necessity

SURVEYS = sorted(Path("data/surveys").glob("*.yaml"))


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("catalogue")
    import_surveys(SURVEYS, folder, words=SHIPPED)
    return folder


@pytest.fixture(scope="module")
def catalogue(imported):
    return read_catalogue(imported)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def test_all_fifteen_surveys_are_imported_without_a_mistake_of_reading(catalogue):
    assert (len(catalogue.chains), len(catalogue.items)) == (15, 106)
    assert catalogue.findings == ()


def test_every_concept_of_the_surveys_is_an_element_or_a_kind(catalogue):
    fields = [field for item in catalogue.items.values() if item.form for field in item.form.fields]
    assert all(field.element in catalogue.vocabulary.elements for field in fields)
    assert all(m.kind in catalogue.vocabulary.kinds for item in catalogue.items.values() for m in item.materials)


def test_no_condition_was_left_as_a_text_without_a_fact(catalogue):
    unknown = [each for each in check(catalogue) if each.rule in ("UNKNOWN_FACT", "VALUE_OUTSIDE_OPTIONS")]
    assert unknown == []


def test_wordings_that_mean_the_same_share_one_fact(catalogue):
    needs = [
        material.when
        for key in ("reg_company", "reg_individual", "food", "tobacco", "hygiene")
        for material in catalogue.items[key].materials
        if material.kind == "doc.agent_auth"
    ]
    assert {say(each) for each in needs} == {"agent.used"}


def test_an_item_is_needed_when_an_answer_adds_it_and_none_removes_it(catalogue):
    members = {each.item: say(each.when) for each in catalogue.chains["kaiban-canyindian"].members}
    assert members["reg_company"] == "entity.licence = no_company"
    assert members["drain"] == "drain.connects 且 非 food.prepacked_only"
    assert members["biz_verify"] == "真"


def test_an_item_that_nobody_adds_but_somebody_removes_is_needed_otherwise(catalogue):
    members = {each.item: say(each.when) for each in catalogue.chains["yaopin-lingshou"].members}
    assert members["food"] == "food.sales = bulk"
    members = {each.item: say(each.when) for each in catalogue.chains["youeryuan-sheli"].members}
    assert members["kg_prep"] == "kg.start = prep"


def test_a_question_is_asked_only_in_its_circumstances(catalogue):
    questions = {each.key: each for each in catalogue.chains["gongjijin-tiqu"].questions}
    assert say(questions["q2"].when) == "gjj.purpose = buy"
    assert questions["q3"].kind is QuestionKind.YES_NO
    assert questions["q1"].when == ALWAYS


def test_an_answer_that_adds_a_material_settles_the_situation_on_which_it_hangs(catalogue):
    questions = {each.fact: each for each in catalogue.chains["gongjijin-tiqu"].questions}
    sets = {answer.value: answer.sets.get("house.second_hand") for answer in questions["house.source"].answers}
    assert sets == {"new": False, "old": True, "public": False, "auction": False}


def test_a_material_that_only_the_chain_asks_for_is_a_rule(catalogue):
    rules = [each for each in catalogue.chains["yaopin-lingshou"].material_rules if each.adds]
    assert [(each.item, each.kind, say(each.when)) for each in rules] == [
        ("drug", "doc.franchise", "drug.store_kind = chain"),
        ("drug", "doc.staff_qual", "drug.herbal"),
        ("drug", "doc.floor_plan", "warehouse.has"),
    ]


def test_forms_outside_the_list_keep_what_they_say(catalogue):
    cards = [m for item in catalogue.items.values() for m in item.materials if m.note.startswith("填写卡号")]
    assert cards
    assert {each.form for each in cards} == {MaterialForm.ELECTRONIC}
    both = [m for item in catalogue.items.values() for m in item.materials if "原件1份、复印件2份" in m.note]
    assert {(each.form, each.copies) for each in both} == {(MaterialForm.ORIGINAL_AND_COPY, 3)}
    later = [m for item in catalogue.items.values() for m in item.materials if m.necessity is Necessity.TOLERABLE]
    assert all(each.tolerable for each in later)


def test_results_are_the_materials_of_other_items(catalogue):
    made = {result.kind_key for item in catalogue.items.values() for result in item.results} - {""}
    assert {"doc.biz_license", "doc.birth_cert", "doc.staff_health_cert", "doc.disability_cert"} <= made
    asked = {material.kind for item in catalogue.items.values() for material in item.materials}
    assert made <= asked


def test_facts_about_persons_are_guarded(catalogue):
    guard = {key: element.sensitivity.value for key, element in catalogue.vocabulary.elements.items()}
    assert {guard[key] for key in ("legal_rep.id_no", "applicant.name", "contact.phone")} == {"personal"}
    assert {guard[key] for key in ("bank.account", "child.weight", "dis.level")} == {"special"}
    assert guard["entity.name"] == guard["premises.addr"] == "open"


def test_importing_twice_gives_the_same_bytes(imported, tmp_path):
    import_surveys(reversed(SURVEYS), tmp_path, words=SHIPPED)
    assert contents(tmp_path) == contents(imported)
    import_surveys(SURVEYS, tmp_path, words=SHIPPED)
    assert contents(tmp_path) == contents(imported)


def test_importing_again_does_not_lose_the_hand_work(tmp_path):
    import_surveys(SURVEYS[:1], tmp_path, words=SHIPPED)
    item = next(tmp_path.glob("items/*/food.yaml"))
    item.write_text(
        "edited_by_hand: true\n" + item.read_text(encoding="utf-8").replace("食品经营许可（新办）", "改过的名称")
    )
    elements = tmp_path / "vocabulary/elements.yaml"
    elements.write_text(elements.read_text(encoding="utf-8").replace("name: 预处理设施", "name: 改过的叫法"))
    before = contents(tmp_path)
    done = import_surveys(SURVEYS[:1], tmp_path, words=SHIPPED)
    assert contents(tmp_path) == before
    assert done.kept == ["items/market/food.yaml"]
    assert read_catalogue(tmp_path).items["food"].name == "改过的名称"


def test_importing_into_the_shipped_catalogue_changes_nothing(tmp_path):
    for path in sorted(SHIPPED.rglob("*.yaml")):
        copy = tmp_path / path.relative_to(SHIPPED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    import_surveys(SURVEYS, tmp_path)
    assert contents(tmp_path) == contents(SHIPPED)


def test_concepts_can_be_left_out(tmp_path):
    import_surveys(SURVEYS, tmp_path, words=SHIPPED, concepts=False)
    catalogue = read_catalogue(tmp_path)
    assert catalogue.findings == ()
    assert not catalogue.vocabulary.elements
    assert not catalogue.vocabulary.kinds
    named = {f.element for item in catalogue.items.values() if item.form for f in item.form.fields}
    named |= {m.kind for item in catalogue.items.values() for m in item.materials}
    named |= {r.kind_key for item in catalogue.items.values() for r in item.results}
    named |= {rule.kind for chain in catalogue.chains.values() for rule in chain.material_rules}
    assert named == {""}
    keys = {f.key for item in catalogue.items.values() if item.form for f in item.form.fields}
    assert all(key[0] == "f" and key[1:].isdigit() for key in keys)


def test_a_folder_without_words_gets_situations_of_its_own(tmp_path):
    import_surveys(SURVEYS[:1], tmp_path)
    catalogue = read_catalogue(tmp_path)
    assert catalogue.findings == ()
    situations = catalogue.vocabulary.situations.values()
    assert {text for each in situations for text in each.synonyms} >= {"委托办理", "属加盟店"}
    assert all(each.ask.endswith("？") for each in situations)


def test_one_key_with_two_contents_is_refused(tmp_path):
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    text = SURVEYS[0].read_text(encoding="utf-8")
    first.write_text(text)
    second.write_text(
        text.replace("slug: kaiban-canyindian", "slug: b").replace("name: 公司设立登记", "name: 设立登记")
    )
    with pytest.raises(ItemsDiffer, match="换键"):
        import_surveys([first, second], tmp_path / "out")
