"""People to test with; the ID numbers are the well-known test number and one computed from it."""

from datetime import timedelta

from lianban.apps.accounts import public as accounts
from lianban.apps.messages import public as messages
from tests.fakes.notebooks import NOON

ID_NUMBER, OTHER_ID = "11010519491231002X", "110105194912310011"
PHONE, OTHER_PHONE = "13800000001", "13800000002"
HERE = "192.0.2.1"


def a_citizen(id_number=ID_NUMBER, phone=PHONE, name="演示申请人甲"):
    return accounts.create_citizen(id_number=id_number, name=name, phone=phone, now=NOON)


def after(**length):
    return NOON + timedelta(**length)


def latest_code() -> str:
    """The code in the latest message, read as a person reads it."""
    return messages.latest_messages(limit=1)[0].text.split("，")[0].removeprefix("验证码 ")
