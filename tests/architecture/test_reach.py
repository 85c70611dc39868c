"""Every action of the tables can be reached: by a page of whoever may do it, or by the platform itself."""

import pytest

from lianban.core.proceedings.events import Role
from lianban.core.proceedings.reference import PROCEDURES
from lianban.web.desk.accepting import ACCEPTING
from lianban.web.desk.following import FOLLOWING
from lianban.web.office.deciding import ACTS
from lianban.web.office.together import TOGETHER
from lianban.web.portal.own_acts import OWN_ACTS

OFFICE = {act.action for act in ACTS.values()}
DESK = {act.action for act in (*ACCEPTING, *FOLLOWING)}
LEAD = {act.action for act in TOGETHER.values()}
PORTAL = {act.action for act in OWN_ACTS.values()}
PAGES_OF_THEIR_OWN = {
    "chain_case": {"submit", "supplement", "supply_gap", "withdraw", "rate"},
    "item_case": {"answer_consultation"},
}
"""Handing in, correcting, supplying, taking back and rating have pages of the portal; views are given on a page of the
authority that was asked."""
WITH_ANOTHER_ACT = {
    "chain_case": {"receive"},
    "item_case": {"open", "accept", "supply_gap", "commit", "make_certificate", "deliver", "archive"},
}
"""Done to every item when something is done to the whole, or to the whole when it is handed in."""
NOT_YET = {"chain_case": {"replan"}}
"""An application keeps its plan; who answered a question wrongly takes it back and applies again. May only shrink."""

RULES = [pytest.param(p.key, rule, id=f"{p.key}:{rule.action}") for p in PROCEDURES for rule in p.rules]


@pytest.mark.parametrize(("procedure", "rule"), RULES)
def test_an_action_is_reached_by_somebody(procedure, rule):
    office, desk = (OFFICE, set()) if procedure == "item_case" else (LEAD, DESK)
    pages = office | desk | (PORTAL if procedure == "item_case" else set()) | PAGES_OF_THEIR_OWN[procedure]
    elsewhere = WITH_ANOTHER_ACT[procedure] | NOT_YET.get(procedure, set())
    by_time_alone = rule.roles == (Role.SYSTEM,)
    assert rule.action in pages or by_time_alone or rule.action in elsewhere


@pytest.mark.parametrize(("procedure", "rule"), RULES)
def test_what_only_an_authority_may_do_is_offered_by_its_office(procedure, rule):
    if rule.roles == (Role.APPROVER,):
        assert rule.action in (OFFICE if procedure == "item_case" else LEAD) | PAGES_OF_THEIR_OWN[procedure]


def test_every_act_of_a_page_is_an_action_of_its_table():
    chain, item = ({rule.action for rule in each.rules} for each in PROCEDURES)
    assert item >= OFFICE | PORTAL
    assert chain >= DESK | LEAD


def test_what_is_left_open_is_really_open():
    for procedure, actions in NOT_YET.items():
        known = {rule.action for each in PROCEDURES if each.key == procedure for rule in each.rules}
        assert actions <= known
        assert not actions & DESK
