"""The front door of accounts."""

from lianban.apps.accounts import codes, limits
from lianban.apps.accounts.addresses import client_address, origin_of
from lianban.apps.accounts.errors import CannotRegister, FieldRefused, NotSignedIn, TooMany
from lianban.apps.accounts.in_person import is_confirmation_code, meet_in_person, send_confirmation_code
from lianban.apps.accounts.particulars import checked_id, checked_name
from lianban.apps.accounts.selectors import Card, FullCard, card, cards, find_citizen, find_staff, full_card
from lianban.apps.accounts.services import (
    create_citizen,
    create_staff,
    give_set_up_password,
    register,
    rename_staff,
    send_registration_code,
    send_sign_in_code,
    set_password,
    set_up_password,
    sign_in_with_code,
    sign_in_with_password,
    view_in_full,
)

Limit = limits.Limit
count = limits.count
sweep_codes = codes.sweep
sweep_limits = limits.sweep

__all__ = [
    "CannotRegister",
    "Card",
    "FieldRefused",
    "FullCard",
    "Limit",
    "NotSignedIn",
    "TooMany",
    "card",
    "cards",
    "checked_id",
    "checked_name",
    "client_address",
    "count",
    "create_citizen",
    "create_staff",
    "find_citizen",
    "find_staff",
    "full_card",
    "give_set_up_password",
    "is_confirmation_code",
    "meet_in_person",
    "origin_of",
    "register",
    "rename_staff",
    "send_confirmation_code",
    "send_registration_code",
    "send_sign_in_code",
    "set_password",
    "set_up_password",
    "sign_in_with_code",
    "sign_in_with_password",
    "sweep_codes",
    "sweep_limits",
    "view_in_full",
]
