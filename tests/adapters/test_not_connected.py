"""What is not connected says so; it never pretends to have sent, asked or carried."""

from datetime import UTC, datetime

import pytest

from lianban.adapters.not_connected import NoCarrier, NoCredit, NoMessages, NoRegistry, NotConnected
from lianban.ports.carrier import Parcel, ParcelUnknown
from lianban.ports.registry import RegistryUnavailable

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PARCEL = Parcel("case-1", "演示申请人甲", "13900000001", "山东省淄博市博山区演示路1号", "食品经营许可证")


def test_a_message_is_refused_and_the_refusal_names_what_is_missing():
    with pytest.raises(NotConnected, match="尚未接入短信平台"):
        NoMessages().send("13900000001", "验证码", "sign_in_code", key="1", now=NOW)


def test_a_registry_leaves_the_form_to_the_person():
    with pytest.raises(RegistryUnavailable, match="人口信息库"):
        NoRegistry("人口信息库").lookup("370304199001010005", NOW)


def test_no_credit_answer_is_made_up():
    with pytest.raises(RegistryUnavailable):
        NoCredit().ask("370304199001010005", NOW)


def test_no_tracking_number_is_made_up():
    with pytest.raises(NotConnected, match="到窗口领取"):
        NoCarrier().book(PARCEL, NOW)
    with pytest.raises(ParcelUnknown):
        NoCarrier().track("XL000000000CN", NOW)
