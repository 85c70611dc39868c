"""Electronic seals: valid while nothing changed, and never for another's document."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from lianban.adapters.demo_authority import DemoAuthority
from lianban.adapters.typst_typesetting import TypstTypesetter
from lianban.ports.seals import SealNotUsable, SealOrder, SealState

AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
TYPESETTER = TypstTypesetter()
PAGES = TYPESETTER.typeset(
    "grant", {"title": "准予许可决定书", "number": "甲〔2026〕0001号", "authority": "演示审批服务局", "content": {}}, AT
)


def an_order(**changes):
    given = {
        "authority": "approval",
        "authority_name": "演示审批服务局",
        "document_number": "甲〔2026〕0001号",
        "reason": "准予许可决定书",
        "place": PAGES.seal_place,
        "at": AT,
    }
    return SealOrder(**{**given, **changes})


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return DemoAuthority(tmp_path_factory.mktemp("seals"), TYPESETTER.seal_picture)


@pytest.fixture(scope="module")
def sealed(office):
    return office.seal(PAGES.pdf, an_order())


def test_a_seal_says_whose_it_is_what_for_and_when(office, sealed):
    check = office.check(sealed.pdf, AT)
    assert check.state is SealState.VALID
    assert check.seal == "演示审批服务局（演示用印）"
    assert check.document_number == "甲〔2026〕0001号"
    assert check.sealed_at == AT
    assert check.certificate == sealed.certificate


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.85])
def test_one_changed_bit_is_noticed(office, sealed, share):
    changed = bytearray(sealed.pdf)
    changed[int(len(changed) * share)] ^= 1
    assert office.check(bytes(changed), AT).state in {SealState.ALTERED, SealState.UNREADABLE}


def test_something_added_behind_the_seal_is_noticed(office, sealed):
    assert office.check(sealed.pdf + b"\n% more\n", AT).state is SealState.ALTERED


def test_a_file_without_a_seal_says_so(office):
    assert office.check(PAGES.pdf, AT).state is SealState.NONE


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\nxref\n0 1\ntrailer<<>>\n%%EOF"])
def test_a_file_that_is_no_document_is_said_to_be_unreadable(office, content):
    assert office.check(content, AT).state is SealState.UNREADABLE


def test_a_seal_of_another_office_is_foreign(sealed, tmp_path):
    assert DemoAuthority(tmp_path, TYPESETTER.seal_picture).check(sealed.pdf, AT).state is SealState.FOREIGN


def test_a_suspended_seal_stops_sealing_but_its_old_documents_stay_valid(office, sealed):
    office.suspend("approval", "印章保管人变更", AT)
    with pytest.raises(SealNotUsable) as error:
        office.seal(PAGES.pdf, an_order())
    assert error.value.facts["reason"] == "印章保管人变更"
    assert office.check(sealed.pdf, AT + timedelta(days=1)).state is SealState.VALID
    office.resume("approval", AT)
    assert office.check(office.seal(PAGES.pdf, an_order()).pdf, AT).state is SealState.VALID


def test_a_document_is_still_valid_when_the_certificate_has_expired_since(office, sealed):
    assert office.check(sealed.pdf, AT + timedelta(days=365 * 9)).state is SealState.VALID


def test_an_invisible_seal_holds_too(office):
    assert office.check(office.seal(PAGES.pdf, an_order(place=None)).pdf, AT).state is SealState.VALID


def test_every_authority_has_its_own_certificate(office, sealed):
    other = office.seal(PAGES.pdf, an_order(authority="fire", authority_name="演示消防救援大队"))
    assert other.certificate != sealed.certificate
    assert office.check(other.pdf, AT).seal == "演示消防救援大队（演示用印）"


def test_the_keys_are_for_their_owner_only(office, sealed):
    modes = {path.stat().st_mode & 0o777 for path in office._folder.glob("*.pem")}
    assert modes == {0o600}


def test_offices_that_begin_at_once_share_one_root_and_one_seal(tmp_path):
    def begin(_):
        return DemoAuthority(tmp_path, TYPESETTER.seal_picture).seal(PAGES.pdf, an_order())

    with ThreadPoolExecutor(6) as pool:
        sealed = list(pool.map(begin, range(6)))
    assert len({each.certificate for each in sealed}) == 1
    states = {DemoAuthority(tmp_path, TYPESETTER.seal_picture).check(each.pdf, AT).state for each in sealed}
    assert states == {SealState.VALID}
