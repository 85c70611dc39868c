"""Settings that hold everywhere."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from lianban.project import environment, secrets, wiring

SOURCE = Path(__file__).resolve().parents[2]
LIANBAN_HOME = environment.home()
LIANBAN_DATA = SOURCE.parents[1] / "data"
LIANBAN_SECRETS = secrets.ensure(LIANBAN_HOME)
LIANBAN_PORTS = wiring.ports
LIANBAN_SCHEMA = os.environ.get("LIANBAN_SCHEMA", "public")
LIANBAN_STAFF_SECOND_FACTOR = environment.is_on("LIANBAN_STAFF_SECOND_FACTOR", default=True)
LIANBAN_STAND_INS = environment.is_on("LIANBAN_STAND_INS", default=False)
LIANBAN_PUBLIC_URL = os.environ.get("LIANBAN_PUBLIC_URL", "http://localhost:8000").rstrip("/")
LIANBAN_FILE_LIMIT = int(os.environ.get("LIANBAN_FILE_LIMIT_MB", "20")) * 2**20
LIANBAN_COUNTY = os.environ.get("LIANBAN_COUNTY", "博山区")
LIANBAN_PLACE_NAME = os.environ.get("LIANBAN_PLACE_NAME", f"{LIANBAN_COUNTY}政务服务")
LIANBAN_LEARN_FROM = int(os.environ.get("LIANBAN_LEARN_FROM", "5"))
LIANBAN_DIVISION = os.environ.get("LIANBAN_DIVISION", "370304")
LIANBAN_HALL = os.environ.get("LIANBAN_HALL", "center")
LIANBAN_KIOSKS = frozenset(environment.listed("LIANBAN_KIOSKS"))
LIANBAN_TRUSTED_PROXIES = int(os.environ.get("LIANBAN_TRUSTED_PROXIES", "0"))

SECRET_KEY = LIANBAN_SECRETS.signing
DEBUG = False
ALLOWED_HOSTS = environment.listed("LIANBAN_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.listed("LIANBAN_ORIGINS")


INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "lianban.web",
    "lianban.web.signin",
    "lianban.web.verify",
    "lianban.web.portal",
    "lianban.web.oversight",
    "lianban.web.standin",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "lianban.apps.storage",
    "lianban.apps.accounts",
    "lianban.apps.organs",
    "lianban.apps.docket",
    "lianban.apps.access",
    "lianban.apps.messages",
    "lianban.apps.catalogue",
    "lianban.apps.files",
    "lianban.apps.documents",
    "lianban.apps.guides",
    "lianban.apps.cases",
    "lianban.apps.worklists",
    "lianban.apps.intake",
    "lianban.apps.roots",
    "lianban.apps.oversight",
    "lianban.apps.demo",
    "lianban.jobs",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lianban.web.signin.refusals.Refusals",
]

ROOT_URLCONF = "lianban.project.urls"
WSGI_APPLICATION = "lianban.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lianban.web.preferences.context.page",
                "lianban.web.signin.context.everywhere",
            ],
        },
    }
]

DATABASES = {"default": environment.database(os.environ["DATABASE_URL"])} if "DATABASE_URL" in os.environ else {}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "storage_cache"}}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "/static/"
STATIC_ROOT = LIANBAN_HOME / "static"
PICTURES = LIANBAN_DATA / "catalogue" / "pictures"
STATICFILES_DIRS = [("catalogue", PICTURES)] if PICTURES.is_dir() else []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
if environment.is_on("LIANBAN_HTTPS", default=False):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["lianban.apps.accounts.backend.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_home"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "lianban.web.signin.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
SOCIALACCOUNT_ADAPTER = "lianban.web.signin.adapters.SocialAdapter"
SOCIALACCOUNT_ONLY = False
MFA_ADAPTER = "lianban.web.signin.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "链办"
MFA_TOTP_TOLERANCE = 1  # RFC 6238, 5.2: one period for slow fingers and clocks that differ

if "LIANBAN_OIDC_ISSUER" in os.environ:
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "unified",
                    "name": os.environ.get("LIANBAN_OIDC_NAME", "统一身份认证"),
                    "client_id": os.environ["LIANBAN_OIDC_CLIENT"],
                    "secret": os.environ["LIANBAN_OIDC_SECRET"],
                    "settings": {"server_url": os.environ["LIANBAN_OIDC_ISSUER"]},
                }
            ],
        }
    }

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"procrastinate": {"level": "WARNING"}, "procrastinate.blueprints": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LIANBAN_LOG_LEVEL", "INFO")},
}
