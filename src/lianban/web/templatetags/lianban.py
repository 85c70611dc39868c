"""Tags and filters every template may load: `{% load lianban %}`."""

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianban.apps.docket.public import MANY
from lianban.apps.organs.public import Post
from lianban.web.components.fields import FieldView
from lianban.web.components.lanes import LanePlan
from lianban.web.components.sentences import told
from lianban.web.components.times import ClockView, day_words, moment_words, short_day_words
from lianban.web.portal.words import limit_words, named, paper_words, spoken, state_words

register = template.Library()
register.filter("state_words", state_words)
register.filter("named", named)
register.filter("limit_words", limit_words)
register.filter("paper_words", paper_words)
register.filter("told", told)
SPRITE = "vendor/lucide/sprite.svg"


@register.filter
def place_of(post: Post) -> str:
    """Return where a post is held, in the language of the page: its hall, otherwise its authority."""
    return spoken(post.hall_name, post.hall_name_en) or named(post.authority_name)


@register.filter
def turns(page: Page) -> Iterator[int | str]:
    """Yield the numbers of the pages one may turn to, with dots for those between: never a thousand links."""
    elided: Iterator[int | str] = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return elided


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of the sprite; it is silent for screen readers, because words always stand beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>', static(SPRITE), name
    )


@register.simple_tag
def upload_hint() -> str:
    """Say what may be handed in as a file, and how large it may be here."""
    limit = settings.LIANBAN_FILE_LIMIT // 2**20
    return _("可以直接拍照，或选图片、PDF，每份不超过 %(limit)d MB") % {"limit": limit}


@register.simple_tag(takes_context=True)
def here(context: template.Context, prefix: str) -> SafeString | str:
    """Write aria-current when the page lies under this address."""
    request: HttpRequest | None = context.get("request")
    path = request.path if request else ""
    is_here = path == prefix if prefix == "/" else path.startswith(prefix)
    return format_html('aria-current="{}"', "page" if path == prefix else "true") if is_here else ""


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: object) -> str:
    """Return the query string of this page with some parameters changed; an empty value takes one away."""
    request: HttpRequest | None = context.get("request")
    kept = {key: values for key, values in request.GET.lists() if key not in changes} if request else {}
    given = {key: value for key, value in changes.items() if value not in ("", None)}
    return "?" + urlencode({**kept, **given}, doseq=True)


@register.inclusion_tag("components/field.html")
def field(view: FieldView) -> dict[str, object]:
    """Draw one form field."""
    return {"field": view}


@register.inclusion_tag("components/lanes.html")
def lanes(plan: LanePlan) -> dict[str, object]:
    """Draw the department lanes."""
    return {"plan": plan}


@register.inclusion_tag("components/clock.html")
def clock(view: ClockView) -> dict[str, object]:
    """Draw a clock badge."""
    return {"clock": view}


@register.filter
def counted(value: int) -> str:
    """Write how many there are; from a thousand on nobody counted any further."""
    return f"{MANY - 1}+" if value >= MANY else str(value)


@register.filter
def day(value: date | None) -> str:
    """2026年11月23日（周一）."""
    return day_words(value) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """11月23日."""
    return short_day_words(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """2026年11月23日（周一）09:30."""
    return moment_words(value) if value else ""
