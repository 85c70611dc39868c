"""A record made before people's words left it verifies and reads as ever, and goes on in the new form."""

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import mappers
from lianban.apps.docket import public as docket
from lianban.apps.docket.models import EventRow, EventTexts, Proceeding
from lianban.apps.docket.procedures import KNOWN
from lianban.apps.oversight import public as oversight
from lianban.apps.roots import public as roots
from lianban.core.kernel.canonical import canonical_json, digest
from lianban.core.proceedings.erasing import EraseCause
from lianban.core.proceedings.events import GENESIS, state_digest, state_json
from lianban.core.proceedings.procedure import GuardRefused
from tests.apps.cases.builders import NOW, a_clerk, a_county, a_submission, an_applicant, an_approver, by, reader
from tests.apps.roots.closing_days import DAY, without_guards

pytestmark = pytest.mark.django_db
BEFORE, SINCE = "旧格式下写的意见", "新格式下写的意见"


def as_before(proceeding: Proceeding) -> None:
    """Write a record the way the second format did: with the words in the entries, every digest computed for that."""
    known, state, previous, after = KNOWN[proceeding.procedure], None, GENESIS, ""
    rows = list(EventRow.objects.filter(proceeding=proceeding).select_related("texts").order_by("seq"))
    with without_guards() as cursor:
        for row in rows:
            row.payload, row.format = docket.read_payload(row), 2
            event = mappers.recorded(row, proceeding.number)
            state = known.evolve(state, event) if state else known.replay([event])
            before, after = after, state_digest(state)
            event = event.model_copy(update={"before": before, "after": after, "previous": previous})
            content = {key: each for key, each in event.told().items() if key != "digest"}
            moments = {key: getattr(event, key).isoformat() for key in ("effective_at", "recorded_at")}
            said = (canonical_json(row.payload).decode(), before, after, previous, digest({**content, **moments}))
            cursor.execute(
                "UPDATE docket_event SET format = 2, payload = %s, before = %s, after = %s, previous = %s, digest = %s "
                "WHERE id = %s",
                [*said, row.pk],
            )
            previous = said[-1]
        stands = (canonical_json(state_json(state)).decode(), after, previous, proceeding.pk)
        cursor.execute("UPDATE docket_proceeding SET snapshot = %s, state_digest = %s, head = %s WHERE id = %s", stands)
    EventTexts.objects.filter(event__proceeding=proceeding).delete()


@pytest.fixture
def item():
    """An item whose record, and that of its application, were written before."""
    a_county()
    citizen = an_applicant()
    number = cases.submit(a_submission(citizen), by(citizen)).number
    cases.accept(number, by(a_clerk()))
    found = next(each for each in cases.case(number, reader(citizen)).items if each.item == "reg_company")
    cases.review(found.number, "审查", BEFORE, by(an_approver(found.authority)))
    for each in Proceeding.objects.all():
        as_before(each)
    return found


def whole_of(item):
    return item.number.rpartition("-")[0]


def audited(number=""):
    return [(each.number, each.breaks, each.differs, each.doubts) for each in oversight.audit(NOW + DAY, number)
            if not each.holds]  # fmt: skip


def test_it_holds_and_reads_as_it_was_written(item):
    assert BEFORE in [
        each.payload["opinion"]["text"] for each in docket.events(item.number) if "opinion" in each.payload
    ]
    assert not EventTexts.objects.exists()
    assert audited() == []
    view = cases.item_case(item.number, reader(an_approver(item.authority)))
    assert [each.text for each in view.state.opinions] == [BEFORE]


def test_it_goes_on_in_the_new_form(item):
    cases.review(item.number, "审查", SINCE, by(an_approver(item.authority)))
    assert audited() == []
    assert [each.format for each in docket.events(item.number)][-2:] == [2, 3]
    assert SINCE not in str(docket.events(item.number))
    view = cases.item_case(item.number, reader(an_approver(item.authority)))
    assert [each.text for each in view.state.opinions] == [BEFORE, SINCE]
    told = [line.detail for line in view.case.timeline if line.kind == "reviewed"]
    assert told == [BEFORE, SINCE]
    roots.close_days(NOW + DAY)
    assert audited() == []


def test_its_words_cannot_be_erased_because_the_entry_holds_them(item):
    entry = next(each.seq for each in docket.events(item.number) if each.kind == "reviewed")
    with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "words_there"):
        cases.erase_words(item.number, entry, EraseCause.UNLAWFUL, "博数删〔2026〕1号", by(cases.SYSTEM))


def test_tampering_with_it_is_found_as_ever(item):
    with without_guards() as cursor:
        cursor.execute("UPDATE docket_event SET payload = replace(payload::text, %s, %s)::jsonb", [BEFORE, "同意"])
    found = {number: {each.reason for each in breaks} for number, breaks, *_ in audited(whole_of(item))}
    assert "its content was changed" in found[item.number]
