"""One's own account: where to begin, particulars, password, which post one acts in."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.web.components.fields import anchored
from lianban.web.signin.arriving import workplace
from lianban.web.signin.doors import POST_KEY, still_to_do
from lianban.web.signin.entry import entry


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Send citizens to their cases and staff to their workplace; who has no post sees what to do."""
    if first := still_to_do(request):
        return HttpResponseRedirect(reverse(first))
    if request.user.kind == "citizen":
        return HttpResponseRedirect(reverse("portal:my_cases"))
    posts = organs.posts_of(request.user.pk, entry(request).today)
    chosen = next((post for post in posts if str(post.id) == request.session.get(POST_KEY)), None)
    way = workplace(chosen or posts[0]) if posts else None
    return HttpResponseRedirect(way or reverse("account_profile"))


@login_required
def particulars(request: HttpRequest) -> HttpResponse:
    """Show one's own particulars, masked as everywhere, and one's posts."""
    card = accounts.card(request.user.pk)
    posts = organs.posts_of(request.user.pk, entry(request).today) if card.is_staff else ()
    facts = [(_("姓名"), card.name), (_("身份证号"), card.id_number), (_("手机号"), card.phone)]
    rows = [{"key": key, "value": value} for key, value in facts if value]
    return render(request, "signin/profile.html", {"card": card, "rows": rows, "posts": posts})


@require_POST
@login_required
def choose_post(request: HttpRequest) -> HttpResponse:
    """Act in another of one's posts from now on."""
    request.session[POST_KEY] = request.POST.get("post", "")
    return HttpResponseRedirect(reverse("account_home"))


@sensitive_post_parameters("password", "again")
@login_required
def password(request: HttpRequest) -> HttpResponse:
    """Set or change the password; the session of this browser stays, all others end.

    Whoever had to, because somebody else made the first one, then goes on to their first page.
    """
    refused, is_first = None, request.user.must_change_password
    if request.method == "POST":
        try:
            _set(request)
            return HttpResponseRedirect(reverse("account_home" if is_first else "account_profile"))
        except accounts.FieldRefused as error:
            refused = error
    wrong = str(refused.facts["field"]) if refused else ""
    errors = anchored({wrong: refused.message}) if refused else []
    shown = {"errors": errors, "wrong_field": wrong, "is_first": is_first}
    return render(request, "signin/new_password.html", shown, status=422 if refused else 200)


def _set(request: HttpRequest) -> None:
    secret = request.POST.get("password", "")
    if secret != request.POST.get("again", ""):
        raise accounts.FieldRefused("again", _("两次输入的密码不一样，请重新输入。"))
    accounts.set_password(person=request.user.pk, password=secret)
    request.user.refresh_from_db()
    update_session_auth_hash(request, request.user)
