"""Addresses of signing in and out. The names are allauth's, so that its pages find ours."""

from allauth.account.views import reauthenticate
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from lianban.web.signin import profile, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", views.with_code, name="account_login"),
    path("login/password/", views.with_password, name="account_password_login"),
    path("login/staff/", views.staff, name="account_staff_login"),
    path("login/unknown/", views.unknown_identity, name="account_unknown_identity"),
    path("register/", views.register, name="account_signup"),
    path("logout/", views.sign_out, name="account_logout"),
    path("account/", profile.home, name="account_home"),
    path("account/profile/", profile.particulars, name="account_profile"),
    path("account/password/", profile.password, name="account_password"),
    path("account/post/", profile.choose_post, name="account_post"),
    path("account/confirm/", reauthenticate, name="account_reauthenticate"),
    path("account/second-factor/", include("allauth.mfa.urls")),
]
if hasattr(settings, "SOCIALACCOUNT_PROVIDERS"):
    urlpatterns += [
        path("login/unified/", include("allauth.socialaccount.urls")),
        path("login/", include("allauth.socialaccount.providers.openid_connect.urls")),
    ]
