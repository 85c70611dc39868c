"""The tables themselves: complete, without doubt, and printed as they are."""

from pathlib import Path

import pytest

from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case.table import HAPPENINGS as CHAIN_HAPPENINGS
from lianban.core.proceedings.documents import CODES, CONTENTS, DocumentKind, missing_contents, number
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import OutOfOrder
from lianban.core.proceedings.item_case.table import HAPPENINGS as ITEM_HAPPENINGS
from lianban.core.proceedings.procedure import NEW, ActionNotOpen, Attempt, Command, UnknownEvent, document_guard
from lianban.core.proceedings.reference import PROCEDURES, page
from lianban.core.proceedings.telling import CHAIN, ITEM
from tests.core.proceedings import building as b

TESTS = Path(__file__).resolve().parents[2]
PAGES = TESTS.parent / "docs" / "reference" / "procedures"
RULES = [pytest.param(p, r, id=f"{p.key}:{r.action}") for p in PROCEDURES for r in p.rules]


class TestTheTable:
    @pytest.mark.parametrize(("procedure", "rule"), RULES)
    def test_every_row_names_its_basis_its_roles_and_known_statuses(self, procedure, rule):
        assert rule.basis
        assert rule.roles
        assert set(rule.states) | set(rule.leads_to) <= set(procedure.statuses)
        assert rule.name_en
        assert rule.silence

    @pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.key)
    def test_a_status_and_an_action_meet_in_one_row_at_most(self, procedure):
        pairs = [(status, rule.action) for rule in procedure.rules for status in rule.states]
        assert len(pairs) == len(set(pairs))

    @pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.key)
    def test_every_status_can_be_reached(self, procedure):
        reached = {NEW, *(status for rule in procedure.rules for status in rule.leads_to)}
        assert reached == set(procedure.statuses)

    @pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.key)
    def test_guards_of_a_row_have_names_of_their_own(self, procedure):
        for rule in procedure.rules:
            names = [guard.name for guard in rule.guards]
            assert len(names) == len(set(names))

    def test_every_condition_is_refused_in_a_test(self):
        """A guard that no test names may be one that can never refuse."""
        folders = (TESTS / "core" / "proceedings", TESTS / "law")
        written = "".join(each.read_text(encoding="utf-8") for folder in folders for each in folder.glob("*.py"))
        guards = {guard.name for procedure in PROCEDURES for rule in procedure.rules for guard in rule.guards}
        assert [name for name in sorted(guards) if f'refused("{name}")' not in written] == []

    @pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.key)
    def test_the_reference_page_is_up_to_date(self, procedure):
        written = (PAGES / f"{procedure.key}.md").read_text(encoding="utf-8")
        assert written == page(procedure), "lianban procedures --write docs/reference/procedures"


TIED = [each for each in RULES if each.values[1].document]


class TestDocumentsOfActs:
    """A state change that law ties to a document fails if the document was not produced (facts 2.5)."""

    @pytest.mark.parametrize(("procedure", "rule"), TIED)
    def test_an_action_tied_to_a_document_fails_without_it_and_with_another(self, procedure, rule):
        (guard,) = document_guard(rule)
        other = next(kind for kind in DocumentKind if kind is not rule.document)

        def why_not(document):
            return guard.why_not(Attempt(None, Command(at=b.at("2026-03-02"), document=document), b.SYSTEM, b.CONTEXT))

        assert rule.document.value in why_not(None)
        assert other.value in why_not(b.paper(other))
        assert why_not(b.paper(rule.document)) is None

    def test_every_kind_of_document_belongs_to_an_action(self):
        """现场核查记录 stands beside an opinion, where the site was looked at: `site_recorded` asks for it."""
        tied = {rule.document for procedure in PROCEDURES for rule in procedure.rules if rule.document}
        assert set(DocumentKind) - tied == {DocumentKind.INSPECTION_RECORD}


class TestEvents:
    def test_every_event_has_words(self):
        assert {each.kind for each in CHAIN_HAPPENINGS} == set(CHAIN)
        assert {each.kind for each in ITEM_HAPPENINGS} == set(ITEM)

    @pytest.mark.parametrize("procedure", [chain_case, item_case])
    def test_an_unknown_event_is_an_error_never_ignored(self, procedure):
        with pytest.raises(UnknownEvent) as error:
            procedure.evolve(None, Event(kind="teleported", effective_at=b.at("2026-03-02")))
        assert error.value.facts["kind"] == "teleported"

    @pytest.mark.parametrize("procedure", [chain_case, item_case])
    def test_an_empty_record_has_no_state(self, procedure):
        with pytest.raises(OutOfOrder):
            procedure.replay(())

    def test_a_record_that_starts_in_the_middle_is_refused(self):
        with pytest.raises(OutOfOrder):
            item_case.replay(b.granted().events[1:])

    def test_a_record_cannot_begin_twice(self):
        case = b.an_item()
        with pytest.raises(OutOfOrder):
            item_case.replay([*case.events, *case.events])


class TestOpenActions:
    def test_it_says_which_are_open_and_why_the_others_are_not(self):
        rows = {row.action: row.why_not for row in chain_case.open_actions(b.received().state, b.CLERK, b.CONTEXT)}
        assert [action for action, why_not in rows.items() if not why_not] == [
            "notify_once", "return_supplement", "replan", "correct_on_the_spot", "accept", "accept_with_gaps",
            "reject", "withdraw",
        ]  # fmt: skip
        assert rows["deem_accepted"] == "视为受理由系统进行。"
        assert rows["deliver"] == "当前为“已收件”，不能送达。"

    def test_a_standing_condition_is_told_before_anything_is_tried(self):
        assert b.begun().why_not(b.HEAD, "grant") == "尚无审查意见。请先完成审查。"
        assert b.reviewed().why_not(b.HEAD, "grant") == ""

    def test_every_action_stands_there_once(self):
        actions = [row.action for row in item_case.open_actions(None, b.SYSTEM, b.CONTEXT)]
        assert len(actions) == len(set(actions)) == len({rule.action for rule in item_case.PROCEDURE.rules})

    def test_what_the_table_does_not_hold_is_refused_with_its_name(self):
        with pytest.raises(ActionNotOpen) as error:
            b.received().does(b.CLERK, b.an_acceptance("2026-03-03")).does(b.CLERK, b.an_acceptance("2026-03-03"))
        assert error.value.message == "当前为“已受理”，不能受理。请刷新后查看可以进行的操作。"

    def test_no_rule_is_given_to_those_who_only_watch(self):
        given = {role for procedure in PROCEDURES for rule in procedure.rules for role in rule.roles}
        assert given == {Role.APPLICANT, Role.CLERK, Role.APPROVER, Role.ISSUER, Role.SYSTEM}


class TestDocuments:
    def test_every_kind_has_a_character_and_a_list(self):
        assert set(CODES) == set(CONTENTS) == set(DocumentKind)
        assert len(set(CODES.values())) == len(CODES)

    def test_a_number_is_written_as_authorities_write_it(self):
        assert number("博审服许", DocumentKind.CORRECTION, 2026, 12) == "博审服许补〔2026〕0012号"

    def test_a_complete_document_lacks_nothing(self):
        content = dict.fromkeys(CONTENTS[DocumentKind.ACCEPTANCE], "有")
        assert missing_contents(DocumentKind.ACCEPTANCE, content) == []
        assert missing_contents(DocumentKind.ACCEPTANCE, {**content, "seal": ""}) == ["专用印章"]
