"""Names and addresses that documents and pages of a case speak of."""

from django.conf import settings

from lianban.apps.organs import public as organs
from lianban.core.proceedings.shared import Remedies

HOTLINE = "12345"


def authority_names() -> dict[str, str]:
    """Return the name of every authority by its key."""
    return {each.key: each.name for each in organs.authorities()}


def contact() -> str:
    """Return whom to call about any case of the county."""
    return f"政务服务热线 {HOTLINE}"


def hall_name(key: str) -> str:
    """Return the name of a hall."""
    return next((each.name for each in organs.halls() if each.key == key), key)


def remedies() -> Remedies:
    """Return the bodies that a refused person may turn to: the county's government and its court (facts 2.1.1)."""
    county = settings.LIANBAN_COUNTY
    return Remedies(reconsideration_body=f"{county}人民政府", court=f"{county}人民法院")
