"""Authors read chains and items as published: certificate, numbers, findings, where things are used."""

import pytest

from lianban.apps.catalogue import public as catalogue
from lianban.core.conditions.algebra import NEVER
from lianban.core.proceedings.events import Role
from tests.web.work.people import an_item_administrator_of, browser, staff

pytestmark = pytest.mark.usefixtures("county")
CHAIN = "kaiban-canyindian"
PAGES = (
    "chains/", "items/", "items/?of=all", "items/?q=食品", "items/food/", f"chains/{CHAIN}/", f"chains/{CHAIN}/paths/",
    f"chains/{CHAIN}/paths/record/", "words/", "words/?kind=material&text=执照", "names/", "changes/",
)  # fmt: skip


@pytest.fixture
def author(county):
    return an_item_administrator_of("market")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages(author, page):
    for language in ("zh-hans", "en"):
        author.cookies["django_language"] = language
        assert author.get(f"/studio/{page}").status_code == 200


def test_all_chains_stand_with_version_and_findings(author):
    rows = author.get("/studio/", follow=True).context["rows"]
    assert len(rows) == len(catalogue.current().chains)
    assert all(row["cells"][2]["text"].startswith("第 1 版") for row in rows)


def test_ones_own_items_come_first_and_the_rest_a_click_away(author):
    own, every = author.get("/studio/items/"), author.get("/studio/items/?of=all")
    items = catalogue.current().items.values()
    assert len(own.context["rows"]) == sum(each.authority == "market" for each in items)
    assert len(every.context["rows"]) == len(items)


def test_the_certificate_is_verified_while_one_looks(author):
    page = author.get(f"/studio/chains/{CHAIN}/")
    assert page.context["objections"] == ()
    claims = page.context["claims"]
    assert claims["demanded"] > claims["fields"] > 0
    assert claims["listed"] > claims["materials"] > 0
    members = [catalogue.current().items[each.item] for each in catalogue.current().chain(CHAIN).members]
    asked = [field for each in members if each.form for field in each.form.fields if field.when != NEVER]
    assert claims["demanded"] == len(asked)
    assert "证明有效" in page.content.decode()


def test_the_numbers_are_those_of_the_proof(author):
    page = author.get(f"/studio/chains/{CHAIN}/")
    proof = catalogue.chain_report(catalogue.current(), CHAIN).proof
    told = {each["name"]: each["value"] for each in page.context["numbers"]}
    assert (told["写了几题"], told["本导引平均"]) == (str(proof.authored), f"{proof.expected:.2f}")
    assert "不可能更少，已证明" in {each["note"] for each in page.context["numbers"]}


def test_every_question_stands_once_in_the_computed_order(author):
    asked = author.get(f"/studio/chains/{CHAIN}/").context["questions"]
    written = [each.key for each in catalogue.current().chain(CHAIN).questions]
    assert sorted(each["key"] for each in asked) == sorted(written)
    places = [each["place"] for each in asked if each["place"]]
    assert places == list(range(1, len(places) + 1))


def test_an_item_is_told_in_words_and_where_it_is_used(author):
    page = author.get("/studio/items/fire_check/")
    text = page.content.decode()
    assert all(each["name"] in text for each in page.context["homes"])
    assert "premises.area >=" not in text
    assert page.context["materials"]
    assert page.context["fields"]


def test_a_definition_is_handed_out_as_text(author):
    reply = author.get("/studio/items/food/text/")
    assert "key: food" in reply.content.decode()
    assert 'filename="food.yaml"' in reply["Content-Disposition"]


def test_unknown_things_are_not_found(author):
    for page in ("items/no_such/", "chains/no-such/", "chains/no-such/paths/"):
        assert author.get(f"/studio/{page}").status_code == 404


def test_an_engineer_reads_and_changes_nothing(county):
    engineer = browser(staff("yw1", "运维人员", Role.ENGINEER))
    page = engineer.get(f"/studio/chains/{CHAIN}/paths/")
    assert "记录一条" not in page.content.decode()
    assert engineer.get(f"/studio/chains/{CHAIN}/paths/record/").status_code == 403
    assert engineer.post("/studio/changes/propose/", {"text": "x"}).status_code == 403
