"""Every page that lists or counts cases, with what narrows, orders and turns it: who asks, and under which address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db import connection
from django.db.models import Count, QuerySet
from django.utils import timezone

from lianban.apps.accounts.models import Kind, Person
from lianban.apps.docket.models import Proceeding
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role

DEEP = (2, 40, 400, 4000)
"""Pages that are turned to: the second, the last that is counted, and two that nobody reaches by turning."""
RUNNING = Proceeding.objects.filter(closed_at=None, waiting=False, parent__isnull=False)
BUSIEST = (
    "SELECT authority FROM docket_proceeding WHERE closed_at IS NULL AND parent_id IS NOT NULL AND NOT waiting "
    "GROUP BY 1 ORDER BY count(*) DESC"
)


@dataclass(frozen=True)
class Asked:
    """A page. person: who is signed in, None for anybody."""

    name: str
    person: Person | None
    path: str


@dataclass(frozen=True)
class Known:
    """What the pages are asked about: values that many cases bear, and values that few do."""

    approver: Person
    clerk: Person
    issuer: Person
    supervisor: Person
    editor: Person
    citizen: Person
    item: Proceeding
    whole: Proceeding
    authorities: tuple[str, str]
    chains: tuple[str, str]
    titles: tuple[str, str]
    items: tuple[str, str]


def known() -> Known:
    """Look up people and values."""
    many = busiest()
    approver = somebody(Role.APPROVER, many)
    post = next(each for each in organs.posts_of(approver.pk, timezone.localdate()) if each.role is Role.APPROVER)
    item = RUNNING.filter(authority=post.authority).order_by("statutory_due_on").first()
    if item is None:
        raise LookupError(post.authority)
    mine = Proceeding.objects.filter(parent=None).values("applicant").annotate(many=Count("pk")).order_by("-many")
    return Known(
        approver=approver,
        clerk=somebody(Role.CLERK),
        issuer=somebody(Role.ISSUER),
        supervisor=somebody(Role.SUPERVISOR),
        editor=somebody(Role.ITEM_ADMIN),
        citizen=Person.objects.get(pk=mine[0]["applicant"]),
        item=item,
        whole=Proceeding.objects.get(pk=item.parent_id),
        authorities=_ends(Proceeding.objects.filter(parent__isnull=False), "authority"),
        chains=_ends(Proceeding.objects.filter(parent=None), "chain"),
        titles=_ends(Proceeding.objects.filter(parent__isnull=False), "title"),
        items=_ends(Proceeding.objects.filter(authority=post.authority, parent__isnull=False), "item"),
    )


def pages(of: Known) -> Iterator[Asked]:
    """Yield every page."""
    yield Asked("home", None, "/")
    yield Asked("progress by number", None, f"/track/?number={of.whole.number}")
    yield Asked("REST, a case", None, f"/api/v1/cases/{of.whole.number}")
    yield Asked("REST, items", None, "/api/v1/items?limit=100")
    yield Asked("REST, items by words", None, "/api/v1/items?q=%E9%A3%9F%E5%93%81")
    yield Asked("REST, chains", None, "/api/v1/chains")
    yield Asked("REST, daily roots", None, "/api/v1/log/roots")
    yield from _citizens(of)
    yield from _windows(of)
    yield from _offices(of)
    yield from _supervision(of)
    yield Asked("studio, chains", of.editor, "/studio/chains/")
    yield Asked("studio, items", of.editor, "/studio/items/?of=all")


def _citizens(of: Known) -> Iterator[Asked]:
    own = Proceeding.objects.filter(applicant=of.citizen.pk, parent=None).order_by("-id").first()
    yield Asked("my cases", of.citizen, "/my/")
    yield Asked("my cases, to rate", of.citizen, "/rate/")
    if own:
        yield Asked("my case", of.citizen, f"/my/{own.number}/")


def _windows(of: Known) -> Iterator[Asked]:
    for slug in ("to-accept", "correcting", "to-issue", "running", "closed", "all"):
        yield Asked(f"desk, {slug}", of.clerk, f"/desk/{slug}/")
    for slug in ("running", "to-issue", "all"):
        yield from _turned(f"desk, {slug}", of.clerk, f"/desk/{slug}/", {})
    yield from _searched("desk", of.clerk, "/desk/all/", of, of.whole.number)
    yield Asked("desk, one case", of.clerk, f"/desk/running/{of.whole.number}/")
    yield Asked("results to hand out", of.issuer, "/desk/to-issue/")


def _offices(of: Known) -> Iterator[Asked]:
    for slug in ("open", "soon", "late", "paused", "done"):
        yield Asked(f"office, {slug}", of.approver, f"/office/?list={slug}")
    for who in ("mine", "unheld"):
        yield Asked(f"office, {who}", of.approver, f"/office/?who={who}")
    for often, item in zip(("often", "rarely"), of.items, strict=True):
        yield Asked(f"office, item {often}", of.approver, f"/office/?item={item}")
        yield Asked(f"office, done, item {often}", of.approver, f"/office/?list=done&item={item}")
    for slug in ("open", "done"):
        yield from _turned(f"office, {slug}", of.approver, "/office/", {"list": slug})
    yield from _searched("office", of.approver, "/office/", of, of.item.number)
    yield from _searched("office, done", of.approver, "/office/?list=done", of, of.item.number)
    yield Asked("office, asked", of.approver, "/office/asked/")
    yield Asked("office, as a table", of.approver, "/office/list.csv")
    chosen = RUNNING.filter(authority=of.item.authority, item=of.item.item).order_by("statutory_due_on")[:100]
    numbers = urlencode([("act", "grant"), *(("n", each.number) for each in chosen)])
    yield Asked("office, look at 100 at once", of.approver, f"/office/bulk/?{numbers}")
    yield Asked("office, one item", of.approver, f"/office/{of.item.number}/")


def _supervision(of: Known) -> Iterator[Asked]:
    def asked(name: str, path: str, **more: str) -> Asked:
        return Asked(f"oversight, {name}", of.supervisor, f"/oversight/{path}?{urlencode(more)}")

    yield asked("today", "today/")
    yield asked("warnings", "warnings/")
    for level in ("red", "yellow", "notice"):
        yield asked(f"warnings, {level}", "warnings/", level=level)
    for often, authority, chain in zip(("often", "rarely"), of.authorities, of.chains, strict=True):
        yield asked(f"warnings, authority {often}", "warnings/", authority=authority)
        yield asked(f"warnings, chain {often}", "warnings/", chain=chain)
        for state in ("open", "closed", "all"):
            yield asked(f"{state}, authority {often}", "cases/", authority=authority, state=state)
            yield asked(f"{state}, chain {often}", "cases/", chain=chain, state=state)
        yield asked(f"open, both {often}", "cases/", authority=authority, chain=of.chains[0], state="open")
        yield asked(f"figures, authority {often}", "figures/", authority=authority)
        yield asked(f"figures, chain {often}", "figures/", chain=chain)
    for state in ("open", "closed", "all"):
        yield asked(state, "cases/", state=state)
        yield from _turned(f"oversight, {state}", of.supervisor, "/oversight/cases/", {"state": state})
    yield from _turned("oversight, warnings", of.supervisor, "/oversight/warnings/", {})
    yield from _searched("oversight", of.supervisor, "/oversight/cases/", of, of.item.number)
    yield asked("one case", f"cases/{of.whole.number}/")
    before = timezone.localdate().replace(day=1) - timedelta(days=40)
    for month in ("", f"{before:%Y-%m}"):
        said = f" {month}" if month else ""
        yield asked(f"figures{said}", "figures/", month=month)
        for measure in ("on_time", "early", "overdue", "same_day"):
            for side in ("above", "rest"):
                yield asked(f"{measure} {side}{said}", f"figures/{measure}/", month=month, part=side)
        yield asked(f"ratings{said}", "ratings/", month=month)
        yield asked(f"beyond{said}", "beyond/", month=month)
    yield asked("looks", "access/")
    yield from _turned("oversight, looks", of.supervisor, "/oversight/access/", {})


def _turned(name: str, person: Person, path: str, said: dict[str, str]) -> Iterator[Asked]:
    for page in DEEP:
        yield Asked(f"{name}, page {page}", person, f"{path}?{urlencode({**said, 'page': str(page)})}")


def _searched(name: str, person: Person, path: str, of: Known, number: str) -> Iterator[Asked]:
    often, rarely = of.titles
    words = {
        "number": number, "end of a number": number[-11:], "day of numbers": number[9:17], "district": number[:6],
        "name often": often[:4], "name rarely": rarely[:6], "no such name": "没有这样的事项",
        "no such number": "9999999999", "identity number": "370304199001011234",
    }  # fmt: skip
    for said, text in words.items():
        yield Asked(f"{name}, by {said}", person, f"{path}{'&' if '?' in path else '?'}{urlencode({'q': text})}")


def busiest() -> list[str]:
    """Return the authorities with the most open items, the busiest first."""
    with connection.cursor() as cursor:
        cursor.execute(BUSIEST)
        return [row[0] for row in cursor.fetchall()]


def somebody(role: Role, authorities: Sequence[str] = ()) -> Person:
    """Return somebody with a post of this role, at the first of these authorities that has anybody."""
    people = Person.objects.filter(kind=Kind.STAFF).order_by("created_at")
    posts = [(each, post) for each in people for post in organs.posts_of(each.pk, timezone.localdate())[:1]]
    fitting = [(each, post) for each, post in posts if post.role is role]
    for authority in authorities:
        for person, post in fitting:
            if post.authority == authority:
                return person
    if not fitting:
        raise LookupError(role)
    return fitting[0][0]


def _ends(found: QuerySet[Proceeding], column: str) -> tuple[str, str]:
    """Return the value that most bear, and the one that fewest do."""
    counted = found.exclude(**{column: ""}).values_list(column).annotate(many=Count("pk")).order_by("-many")
    values = [value for value, _many in counted]
    return values[0], values[-1]
