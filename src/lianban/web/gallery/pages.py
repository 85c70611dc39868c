"""Whole pages made of the components, to judge them together."""

from collections.abc import Callable
from dataclasses import dataclass

from lianban.web.gallery import cases, forms, home, work


@dataclass(frozen=True, slots=True)
class Page:
    """One sample page."""

    slug: str
    name: str
    template: str
    sample: Callable[[], dict[str, object]] = dict


PAGES = (
    Page("home", "首页", "portal/home.html", home.home),
    Page("chain", "一件事", "portal/chain.html", home.chain),
    Page("question", "导引", "gallery/question.html", forms.question),
    Page("form", "填表", "gallery/form.html", forms.form),
    Page("case", "我的办件", "gallery/case.html", cases.case),
    Page("desk", "综合窗口", "gallery/desk.html", work.desk),
    Page("inbox", "部门收件箱", "gallery/inbox.html", work.inbox),
    Page("screen", "叫号大屏", "gallery/screen.html", work.screen),
    Page("404", "找不到", "404.html"),
    Page("500", "出错", "500.html"),
)
