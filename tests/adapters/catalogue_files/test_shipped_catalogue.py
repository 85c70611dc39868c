"""The catalogue that ships is sound, and two of its chains are finished to the last field."""

from decimal import Decimal
from pathlib import Path

import pytest

from lianban.adapters.catalogue_files.checking import check, publishable
from lianban.adapters.catalogue_files.reading import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.schema import schema_text
from lianban.adapters.catalogue_files.yaml_text import load
from lianban.core.chains.compose import compose
from lianban.core.chains.naming import english_of
from lianban.core.chains.plan import Marking, Need
from lianban.core.chains.verifier import verify
from lianban.core.conditions.text import parse, write
from lianban.core.guidance.answers import facts_after
from lianban.core.items.quality import check_item
from lianban.core.vocabulary.model import ValueType

FINISHED = ("kaiban-canyindian", "xinshenger")
RESTAURANT = {
    "q1": "company", "q2": Decimal(350), "q3": frozenset({"热食类食品制售", "冷食类食品制售"}), "q7": False,
    "q8": "door",
    "q9": False, "q10": "告知承诺", "q11": True, "q12": True, "q13": False, "q14": False, "q15": False, "q16": False,
    "q17": False,
}  # fmt: skip
NEWBORN = {
    "q1": True, "q2": True, "q3": "随母", "q4": frozenset("hmcrap"), "q5": "母亲", "q6": "none", "q7": False
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue()


def plan_for(catalogue, key, answers):
    chain = catalogue.chains[key]
    return compose(chain, catalogue.items, catalogue.vocabulary, facts_after(chain, answers))


def certain(plan):
    return {item.key for item in plan.items if item.need is Need.CERTAIN}


def fields(plan):
    return {field.key: field for section in plan.sections for field in section.fields}


def test_it_has_no_error(catalogue):
    assert [each for each in check(catalogue) if each.level == "error"] == []
    assert all(publishable(catalogue, key) for key in (*catalogue.items, *catalogue.chains))


def test_every_chain_composes_and_its_plan_verifies(catalogue):
    for chain in catalogue.chains.values():
        plan = compose(chain, catalogue.items, catalogue.vocabulary)
        assert verify(plan, chain, catalogue.items, catalogue.vocabulary) == (), chain.key


def test_the_published_schema_is_the_models_own():
    assert Path("docs/reference/catalogue.schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_source_that_is_named_can_be_looked_up(catalogue):
    for chain in catalogue.chains.values():
        named = {source for member in chain.members for source in catalogue.items[member.item].source}
        assert named - {"known"} <= set(chain.sources), chain.key


def test_every_chain_and_item_is_called_something_in_english(catalogue):
    read = [each.name_en for each in catalogue.items.values()]
    for chain in catalogue.chains.values():
        read += [chain.name_en, chain.summary, chain.summary_en, *(each.ask_en for each in chain.questions)]
        read += [answer.label_en for question in chain.questions for answer in question.answers]
    assert all(read)


def test_results_authorities_and_what_passes_between_them_have_their_english(catalogue):
    assert all(result.name_en for item in catalogue.items.values() for result in item.results)
    assert all(each.name_en for each in catalogue.vocabulary.authorities.values())
    for chain in catalogue.chains.values():
        english = english_of(chain, catalogue.items, catalogue.vocabulary)
        passing = {edge.via for edge in compose(chain, catalogue.items, catalogue.vocabulary).process.edges if edge.via}
        assert passing <= english.keys(), chain.key


def test_every_wording_means_a_condition_that_can_be_read():
    written, _ = load((SHIPPED / "vocabulary/wordings.yaml").read_text(encoding="utf-8"))
    for text in written["conditions"].values():
        assert write(parse(text)), text


class TestFinishedChains:
    """Chains 01 and 10 are used in earnest: nothing is left open in them."""

    @pytest.fixture(params=FINISHED)
    def chain(self, catalogue, request):
        return catalogue.chains[request.param]

    @pytest.fixture
    def items(self, catalogue, chain):
        return [catalogue.items[member.item] for member in chain.members]

    def test_everything_a_citizen_reads_has_its_english(self, catalogue, chain, items):
        vocabulary = catalogue.vocabulary
        read = [chain.name_en, chain.summary_en, *(q.ask_en for q in chain.questions)]
        read += [answer.label_en for question in chain.questions for answer in question.answers]
        for item in items:
            read += [item.name_en, item.form.title_en, *(each.name_en for each in (*item.materials, *item.results))]
            read += [vocabulary.kinds[each.kind].name_en for each in item.materials]
            for field in item.form.fields:
                read += [field.name_en, vocabulary.elements[field.element].name_en]
                read += [option.label_en for option in field.options]
                read += [part.name_en for part in field.columns]
        assert all(read)

    def test_the_guide_has_themes_questions_remedies_and_papers(self, catalogue, items):
        """Facts 1.6: what the finished chains tell leaves no rule on the guide open but samples of plain notices."""
        open_ = {each.rule for item in items for each in check_item(item, catalogue.vocabulary)}
        assert not open_ & {
            "Q02_PAPER",
            "Q02_SAMPLE",
            "Q10_THEME",
            "Q14_FAQ",
            "Q16_QUOTA",
            "Q17_REMEDIES",
            "Q19_CLOSING",
        }
        assert all(each.answer_en and each.question_en and each.source for item in items for each in item.faq)
        assert all(each.text_en for item in items for each in item.conditions)

    def test_every_list_has_entries_and_every_table_columns(self, catalogue, chain):
        plan = compose(chain, catalogue.items, catalogue.vocabulary)
        for field in fields(plan).values():
            if field.type in (ValueType.CHOICE, ValueType.CHOICES):
                assert len(field.options) > 1, field.key
            if field.type is ValueType.TABLE:
                assert len(field.columns) > 1, field.key

    def test_every_document_that_is_asked_for_says_what_to_bring(self, catalogue, items):
        kinds = {m.kind for item in items for m in item.materials if not catalogue.vocabulary.kinds[m.kind].specific}
        assert all(catalogue.vocabulary.kinds[kind].guidance for kind in kinds)

    def test_texts_and_numbers_have_limits(self, items):
        for item in items:
            for field in item.form.fields:
                if field.type is ValueType.TEXT:
                    assert field.max_length, (item.key, field.key)
                if field.type in (ValueType.INTEGER, ValueType.NUMBER, ValueType.MONEY):
                    assert field.minimum is not None, (item.key, field.key)

    def test_no_two_departments_clash_over_one_fact(self, catalogue, chain):
        plan = compose(chain, catalogue.items, catalogue.vocabulary)
        assert [each.where for each in plan.findings if each.rule == "FORM_CLASH"] == []

    def test_people_find_it_in_their_own_words(self, chain):
        assert len(chain.aliases) > 8


class TestRestaurant:
    """开办餐饮店."""

    def test_a_large_company_restaurant_needs_eight_items(self, catalogue):
        plan = plan_for(catalogue, "kaiban-canyindian", RESTAURANT)
        assert certain(plan) == {
            "reg_company", "biz_verify", "food", "sign", "fire_check", "tobacco", "drain", "health_exam"
        }  # fmt: skip
        assert not any(item.need is Need.POSSIBLE for item in plan.items)

    def test_a_small_eatery_is_registered_instead_of_licensed(self, catalogue):
        small = RESTAURANT | {"q1": "individual", "q2": Decimal(40), "q8": "no", "q11": False}
        assert certain(plan_for(catalogue, "kaiban-canyindian", small)) == {
            "reg_individual", "biz_verify", "small_catering", "drain", "health_exam"
        }  # fmt: skip

    def test_raw_fish_needs_the_full_licence_whatever_the_size(self, catalogue):
        raw = RESTAURANT | {"q2": Decimal(40), "q3": frozenset({"生食类食品制售"})}
        assert {"food"} == certain(plan_for(catalogue, "kaiban-canyindian", raw)) & {"food", "small_catering"}

    def test_what_is_on_the_menu_are_the_business_items_of_the_form(self, catalogue):
        chain = catalogue.chains["kaiban-canyindian"]
        menu = next(question for question in chain.questions if question.fact == "food.items")
        offered = {option.value for option in catalogue.vocabulary.elements["food.items"].options}
        assert {answer.value for answer in menu.answers} <= offered
        assert {"food.items", "premises.area", "fire.mode"} <= fields(plan_for(catalogue, chain.key, RESTAURANT)).keys()

    def test_who_has_a_licence_registers_nothing(self, catalogue):
        held = plan_for(catalogue, "kaiban-canyindian", RESTAURANT | {"q1": "held"})
        assert not certain(held) & {"reg_company", "reg_individual"}

    def test_music_and_drinks_bring_the_fire_brigade_below_300_square_metres(self, catalogue):
        bar = RESTAURANT | {"q2": Decimal(120), "q9": True}
        assert "fire_check" in certain(plan_for(catalogue, "kaiban-canyindian", bar))

    def test_the_licence_made_on_the_way_is_not_asked_of_the_applicant(self, catalogue):
        plan = plan_for(catalogue, "kaiban-canyindian", RESTAURANT)
        licence = next(each for each in plan.materials if each.key == "doc.biz_license")
        assert (licence.marking, licence.produced_by) == (Marking.INTERNAL, "reg_company")

    def test_the_commitment_replaces_the_fire_drawings(self, catalogue):
        drawings = {"doc.rules_fire", "doc.floor_plan", "doc.fire_facility_plan"}
        promised = plan_for(catalogue, "kaiban-canyindian", RESTAURANT)
        ordinary = plan_for(catalogue, "kaiban-canyindian", RESTAURANT | {"q10": "一般程序"})
        assert not drawings & {each.key for each in promised.materials}
        assert drawings <= {each.key for each in ordinary.materials}

    def test_shareholders_officers_managers_equipment_and_staff_are_repeated_groups(self, catalogue):
        plan = plan_for(catalogue, "kaiban-canyindian", RESTAURANT)
        groups = {key: [c.key for c in f.columns] for key, f in fields(plan).items() if f.type is ValueType.TABLE}
        assert set(groups) == {
            "shareholders", "officers.list", "food.safety_managers", "equip.list", "fire.operators", "staff.list"
        }  # fmt: skip
        assert set(groups["shareholders"]) == {"name", "id_no", "capital", "pay_type", "pay_date"}

    def test_one_comprehensive_licence_is_issued(self, catalogue):
        assert catalogue.chains["kaiban-canyindian"].licence_name == "行业综合许可证"

    def test_nothing_that_touches_health_or_fire_may_be_handed_in_later(self, catalogue):
        """国办发〔2020〕42号 and facts 2.6: no gaps where public safety or health is at stake."""
        for key in ("food", "small_catering", "fire_check", "drain"):
            assert not any(each.tolerable or each.commitment for each in catalogue.items[key].materials)


class TestNewborn:
    """新生儿出生."""

    def test_the_birth_certificate_is_always_there_the_rest_is_chosen(self, catalogue):
        only = plan_for(catalogue, "xinshenger", NEWBORN | {"q4": frozenset("h")})
        assert certain(only) == {"birth_cert", "vaccine", "birth_reg", "birth_household"}
        assert len(certain(plan_for(catalogue, "xinshenger", NEWBORN))) == 9

    def test_papers_made_on_the_way_stay_inside(self, catalogue):
        plan = plan_for(catalogue, "xinshenger", NEWBORN)
        inside = {each.key for each in plan.materials if each.marking is Marking.INTERNAL}
        assert inside == {"doc.birth_cert", "doc.child_household_page"}

    def test_the_parents_own_register_is_not_taken_for_the_childs_page(self, catalogue):
        plan = plan_for(catalogue, "xinshenger", NEWBORN)
        book = next(each for each in plan.materials if each.key == "doc.household_book")
        assert book.marking is not Marking.INTERNAL

    def test_a_father_without_papers_is_not_asked_for(self, catalogue):
        plan = plan_for(catalogue, "xinshenger", NEWBORN | {"q6": "father"})
        assert not any(key.startswith("father.") for key in fields(plan))
        assert "doc.commit_birth" in {each.key for each in plan.materials}

    def test_a_mother_without_papers_needs_the_test(self, catalogue):
        plan = plan_for(catalogue, "xinshenger", NEWBORN | {"q6": "mother"})
        assert "doc.dna" in {each.key for each in plan.materials}

    def test_an_authorisation_is_needed_only_when_the_mother_does_not_collect(self, catalogue):
        own = plan_for(catalogue, "xinshenger", NEWBORN)
        father = plan_for(catalogue, "xinshenger", NEWBORN | {"q5": "父亲"})
        assert "doc.agent_auth" not in {each.key for each in own.materials}
        assert "doc.agent_auth" in {each.key for each in father.materials}

    def test_all_fifty_six_peoples_can_be_chosen(self, catalogue):
        assert len(fields(plan_for(catalogue, "xinshenger", NEWBORN))["child.nation"].options) == 56


class TestPictures:
    def test_the_finished_chains_show_what_words_cannot(self, catalogue):
        shown = {
            key: [each.picture.file for each in catalogue.chains[key].questions if each.picture]
            for key in ("kaiban-canyindian", "xinshenger")
        }
        assert shown == {
            "kaiban-canyindian": ["business-licence.svg", "premises-area.svg", "shop-signs.svg"],
            "xinshenger": ["household-register.svg"],
        }

    def test_each_is_told_in_both_languages_with_source_and_licence(self, catalogue):
        pictures = [each.picture for chain in catalogue.chains.values() for each in chain.questions if each.picture]
        assert all(each.alt and each.alt_en and each.note_en and each.source and each.licence for each in pictures)
        named = {each.file for each in pictures}
        assert named == {path.name for path in (SHIPPED / "pictures").iterdir()}

    def test_each_is_a_drawing_of_the_agreed_size_that_loads_nothing(self):
        for path in (SHIPPED / "pictures").glob("*.svg"):
            drawn = path.read_text("utf-8")
            assert 'viewBox="0 0 480 320"' in drawn
            assert [word for word in ("<script", "href", "<image", "onload") if word in drawn] == []
