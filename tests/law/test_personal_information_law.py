"""中华人民共和国个人信息保护法: what must go from a record that nobody may change."""

import pytest

from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.erasing import EraseCause, EraseWords
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.procedure import NEW, RoleNotAllowed
from tests.core.proceedings import building as b


class TestArticle47Erasure:
    """第四十七条 有下列情形之一的，个人信息处理者应当主动删除个人信息；个人信息处理者未删除的，个人有权请求删除：…"""

    ERASE = EraseWords(
        at=b.at("2026-03-20"), entry=2, texts=("a" * 64,), cause=EraseCause.CONSENT_WITHDRAWN, order="博数删〔2026〕1号"
    )

    def test_the_grounds_are_those_of_the_article(self):
        """（一）处理目的已实现…；（二）…保存期限已届满；（三）个人撤回同意；（四）违反…约定处理个人信息；（五）…其他情形。"""
        assert [each.value[:4] for each in EraseCause] == ["处理目的", "保存期限", "个人撤回", "违反法律", "法律、行"]

    @pytest.mark.parametrize("case", [b.granted, b.accepted, b.begun])
    def test_words_go_and_what_was_decided_stays(self, case):
        done = case()
        before = done.state
        done.does(b.SYSTEM, self.ERASE)
        assert done.state == before
        assert done.last.payload == {
            "entry": 2, "texts": ["a" * 64], "cause": "个人撤回同意", "order": "博数删〔2026〕1号",
        }  # fmt: skip

    @pytest.mark.parametrize("procedure", [chain_case.PROCEDURE, item_case.PROCEDURE], ids=lambda each: each.key)
    def test_it_is_open_whatever_has_become_of_the_case(self, procedure):
        known = {status for status in procedure.statuses if status != NEW}
        assert {status for status in procedure.statuses if procedure.rule(status, "erase_words")} == known

    @pytest.mark.parametrize("actor", [b.APPLICANT, b.CLERK, b.REVIEWER, b.HEAD, b.ISSUER])
    def test_nobody_erases_what_they_wrote_themselves(self, actor):
        """The platform does it on a written decision; whoever wrote a hasty opinion cannot take it back unseen."""
        assert actor.role is not Role.SYSTEM
        with pytest.raises(RoleNotAllowed):
            b.granted().does(actor, self.ERASE)

    def test_it_takes_a_written_decision(self):
        with b.refused("erasure_ordered"):
            b.granted().does(b.SYSTEM, self.ERASE.model_copy(update={"order": " "}))

    def test_it_takes_words_that_are_still_there(self):
        with b.refused("words_there"):
            b.granted().does(b.SYSTEM, self.ERASE.model_copy(update={"texts": ()}))
