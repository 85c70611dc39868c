"""Where allauth asks us: who may register, how secrets are kept, what a person is called."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.shortcuts import redirect


class AccountAdapter(DefaultAccountAdapter):
    """Citizens register through our own page only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticators encrypted and says which account a code belongs to."""

    def encrypt(self, text: str) -> str:
        return settings.LIANBAN_PORTS().cipher.encrypt(text.encode(), b"mfa_authenticator|data").hex()

    def decrypt(self, encrypted_text: str) -> str:
        return (
            settings.LIANBAN_PORTS().cipher.decrypt(bytes.fromhex(encrypted_text), b"mfa_authenticator|data").decode()
        )

    def get_totp_label(self, user: Any) -> str:
        return user.sign_in_name if user.kind == "staff" else "个人账户"


class SocialAdapter(DefaultSocialAccountAdapter):
    """A unified identity (OIDC) opens the account whose sign-in name or ID number it vouches for; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        name = str(sociallogin.account.extra_data.get("preferred_username", ""))
        person = (
            get_user_model().objects.filter(sign_in_name=name, kind="staff", is_active=True).first() if name else None
        )
        if person is None:
            raise ImmediateHttpResponse(redirect("account_unknown_identity"))
        sociallogin.connect(request, person)
