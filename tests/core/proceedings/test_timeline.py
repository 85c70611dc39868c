"""The story of a case, for citizens and for the office."""

from lianban.core.proceedings.events import GENESIS, Place, Recorded, record
from lianban.core.proceedings.timeline import lines
from tests.core.proceedings import building as b
from tests.core.proceedings.test_together import called, found, the_end


def recorded(case: b.Case) -> list[Recorded]:
    found, previous = [], GENESIS
    for seq, event in enumerate(case.events, 1):
        found.append(
            record(
                event,
                Place(proceeding="p", seq=seq, previous=previous),
                actor=b.CLERK,
                recorded_at=event.effective_at,
                request_id="r",
            )
        )
        previous = found[-1].digest
    return found


class TestTheStory:
    def test_a_citizen_reads_what_happened_and_what_is_due(self):
        told = lines("chain_case", recorded(b.accepted("2026-03-03")), public=True)
        assert [line.text for line in told] == [
            "提交了申请",
            "窗口收到材料",
            "已受理，自2026年3月3日（周二）起算",
        ]
        assert told[1].detail == "2026年3月9日（周一）前告知是否受理"
        assert told[2].detail == "承诺2026年3月17日（周二）前办结"
        assert told[2].document_kind == "受理通知书"

    def test_it_is_told_in_english_too(self):
        told = lines("chain_case", recorded(b.accepted("2026-03-03")), public=True)
        assert told[2].text_en == "Accepted as of 2026-03-03"

    def test_corrections_are_named(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        line = lines("chain_case", recorded(case), public=True)[-1]
        assert (line.text, line.detail) == ("需要补正：场所证明、照片", "请在2026年4月30日（周四）前补正")

    def test_a_visit_for_several_says_when_and_where_and_who_comes_again(self):
        case = found(called("food", "fire"), "food").does(b.SYSTEM, the_end("2026-03-11"))
        names = {"fire": "Fire safety check", "food": "Food licence"}
        told = lines("chain_case", recorded(case), public=True, names_en=names)
        visit, over = (line for line in told if line.kind.startswith("jointly_"))
        assert visit.text == "联合踏勘定于2026年3月6日（周五）09:30，地点：经营场所"
        assert visit.detail == "食品经营许可、消防安全检查一并进行，各部门同时参加，不再分别上门"
        assert visit.text_en == "One joint survey on 2026-03-06 at 09:30: 经营场所"
        assert visit.detail_en == "It serves all of Food licence, Fire safety check at once: nobody comes twice"
        assert over.detail == "消防安全检查没有提出意见，由主管部门另行核查"
        inside = lines("chain_case", recorded(case), public=False, names={"food": "食品经营许可"})
        assert "“食品经营许可”提出联合踏勘意见" in [line.text for line in inside]

    def test_opinions_stay_in_the_office(self):
        events = recorded(b.granted())
        inside = [line.kind for line in lines("item_case", events, public=False)]
        outside = [line.kind for line in lines("item_case", events, public=True)]
        assert inside == ["opened", "accepted", "reviewed", "granted"]
        assert outside == ["accepted", "granted"]

    def test_what_is_not_known_is_left_out_not_shown_empty(self):
        told = lines("chain_case", recorded(b.accepted(promise_days=0)), public=True)
        assert told[-1].detail == ""

    def test_keys_get_the_names_they_are_called_by(self):
        case = b.accepted().does(b.SYSTEM, b.chain.ChildBegan(at=b.at("2026-03-03"), item="licence"))
        line = lines("chain_case", recorded(case), public=True, names={"licence": "营业执照"})[-1]
        assert line.text == "“营业执照”开始办理"
