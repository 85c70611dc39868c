"""A notice is complete, dated, kept as it was told, the same for the same answers, and says what has changed since."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from lianban.apps.catalogue import public as catalogue
from lianban.apps.documents import public as documents
from lianban.apps.guides import public as guides
from lianban.apps.guides.composing import plain
from lianban.apps.guides.models import GuidanceNotice
from lianban.core.chains.plan import Marking, Need
from tests.apps.catalogue.shipped import publish_shipped, shipped
from tests.apps.guides.telling import RESTAURANT, answered, put_authorities, told

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def published(db):
    publish_shipped(NOW)
    put_authorities(shipped())


def names(words):
    return [word.zh for word in words]


@pytest.mark.django_db
@pytest.mark.usefixtures("published")
class TestGiving:
    def test_the_same_answers_on_one_day_give_one_notice(self):
        one, other = told(NOW), told(NOW + timedelta(hours=5))
        assert one == other
        assert GuidanceNotice.objects.count() == 1

    def test_another_day_gives_another_notice_with_the_next_number(self):
        numbers = [told(NOW + timedelta(days=day)).number for day in range(3)]
        assert numbers == [f"博市场监管告〔2026〕000{serial}号" for serial in (1, 2, 3)]

    def test_a_failed_notice_leaves_no_gap_in_the_numbers(self):
        with transaction.atomic():
            told(NOW)
            transaction.set_rollback(True)
        assert told(NOW).number.endswith("0001号")

    def test_nothing_is_given_while_a_question_is_open(self):
        with pytest.raises(guides.NothingAnswered):
            guides.issue(RESTAURANT, {"q1": "company"}, now=NOW)
        assert not GuidanceNotice.objects.exists()

    def test_an_answer_that_another_made_pointless_is_not_kept(self):
        spelt = {**answered(q7="yes"), "q3": "热食类食品制售"}
        found = guides.notice(guides.issue(RESTAURANT, spelt, now=NOW))
        assert "q3" not in found.answers
        assert found.code == guides.issue(RESTAURANT, answered(q7="yes"), now=NOW)

    def test_the_answers_keep_the_order_in_which_they_were_given(self):
        spelt = answered()
        assert list(told(NOW).answers) == list(spelt)

    def test_the_database_refuses_to_change_or_delete_it(self):
        told(NOW)
        for change in (lambda rows: rows.update(chain="x"), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(GuidanceNotice.objects.all())

    def test_the_paper_is_sealed_and_verifies(self):
        found = told(NOW)
        assert documents.check_file(documents.pdf_of(found.document, NOW), NOW).seal_state is documents.SealState.VALID

    def test_an_unknown_code_is_refused(self):
        with pytest.raises(guides.NoSuchNotice):
            guides.notice("nobody")


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_once_get_one_notice():
    publish_shipped(NOW)
    put_authorities(shipped())
    spelt = answered()

    def ask(_):
        try:
            return guides.issue(RESTAURANT, spelt, now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        codes = set(both.map(ask, range(2)))
    assert len(codes) == 1
    assert [each.number for each in GuidanceNotice.objects.all()] == ["博市场监管告〔2026〕0001号"]


@pytest.mark.django_db
@pytest.mark.usefixtures("published")
class TestContents:
    def test_every_needed_item_stands_in_it_with_department_limit_and_basis(self):
        found = told(NOW, q1="company", q7="no", q2="350")
        plan = guides.told(RESTAURANT, found.answers).plan
        assert [each.key for each in found.sheet.items] == [
            each.key for each in plan.items if each.need is not Need.NOT_NEEDED
        ]
        assert all(each.department.zh for each in found.sheet.items)
        fire = next(each for each in found.sheet.items if each.key == "fire_check")
        assert (fire.department.zh, str(fire.basis[0])) == ("区消防救援大队", "《中华人民共和国消防法》第十五条")

    def test_what_is_handed_in_and_what_is_fetched_are_kept_apart(self):
        sheet = told(NOW).sheet
        assert {each.marking for each in sheet.fetched} <= {Marking.EXEMPT, Marking.INTERNAL, Marking.COMMITMENT}
        assert not {each.key for each in sheet.fetched} & {each.key for each in sheet.to_hand_in}

    def test_what_is_passed_on_inside_names_the_item_that_yields_it(self):
        sheet = told(NOW, q1="company").sheet
        licence = next(each for each in sheet.fetched if each.marking is Marking.INTERNAL)
        assert "公司设立登记" in licence.source.zh

    def test_not_knowing_keeps_both_possibilities_and_says_when(self):
        sheet = told(NOW, q2="unknown", q7="no").sheet
        possible = [each for each in sheet.items if each.need is Need.POSSIBLE]
        assert possible
        assert all(each.because.zh and each.because.en for each in possible)

    def test_every_number_of_the_figures_is_the_number_of_its_entries(self):
        figures = {each.key: each for each in told(NOW).sheet.figures}
        for key in ("materials", "steps", "fields"):
            assert figures[key].before == len(figures[key].before_entries)
            assert figures[key].after == len(figures[key].after_entries)

    @pytest.mark.parametrize("chain", sorted(shipped().chains))
    def test_every_chain_that_ships_can_be_told_to_somebody_who_knows_nothing(self, chain):
        sheet = guides.told(chain, {}).sheet
        assert sheet.items
        assert sheet.promise > 0


@pytest.mark.django_db
@pytest.mark.usefixtures("published")
class TestVersions:
    def test_other_answers_make_a_second_version_that_says_what_changed(self):
        first = told(NOW, q7="no", q2="350")
        second = told(NOW, replaces=first.code, q7="no", q2="100")
        assert (second.version, second.previous) == (2, first.code)
        assert "公众聚集场所投入使用、营业前消防安全检查" in names(second.changed.items_gone)
        assert guides.notice(first.code).later == second.code

    def test_replacing_a_notice_by_itself_changes_nothing(self):
        first = told(NOW)
        assert told(TOMORROW, replaces=first.code) == first

    def test_publishing_the_same_again_changes_nothing(self):
        found = told(NOW)
        publish_shipped(TOMORROW)
        assert guides.since(found.code) is None

    def test_a_new_condition_of_an_item_shows_as_a_change(self):
        found = told(NOW, q13="no")
        chain = shipped().chains[RESTAURANT]
        fewer = tuple(each for each in chain.members if each.item != "sign")
        kept = [each for each in chain.dependencies if "sign" not in (each.before, each.after)]
        changed = chain.model_copy(update={"members": fewer, "dependencies": tuple(kept), "paths": ()})
        catalogue.publish(
            shipped().items, {**shipped().chains, RESTAURANT: changed}, shipped().vocabulary, by="测试", now=TOMORROW
        )
        since = guides.since(found.code)
        assert since is not None
        assert names(since.difference.items_gone) == ["规范户外招牌设施设置"]
        assert names(each.name for each in guides.notice(found.code).sheet.items).count("规范户外招牌设施设置") == 1
        renewed = guides.notice(guides.issue(RESTAURANT, found.answers, now=TOMORROW, replaces=found.code))
        assert renewed.version == 2

    def test_a_question_that_went_away_is_said_plainly(self):
        found = told(NOW)
        chain = shipped().chains[RESTAURANT]
        rest = tuple(each for each in chain.questions if each.key != "q1")
        changed = chain.model_copy(update={"questions": rest, "paths": ()})
        catalogue.publish(
            shipped().items, {**shipped().chains, RESTAURANT: changed}, shipped().vocabulary, by="测试", now=TOMORROW
        )
        assert guides.since(found.code) == guides.Since(False, None)
        assert guides.known_facts(found) is None


def test_source_keys_of_the_authors_are_not_shown():
    assert plain("不收费（ycdc）") == "不收费"
    assert plain("食品经营许可（新办）") == "食品经营许可（新办）"
