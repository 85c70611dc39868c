"""Lanes are placed by working days."""

from django.template import Context, Template

from lianban.web.components.lanes import Lane, LanePlan, Span

LANE = Lane("食品经营许可", "市场监督管理局", (Span(1, 3, "done"), Span(3, 4, "now")), "审查中", critical=True)


def test_a_bar_starts_and_ends_at_its_share_of_the_axis():
    ((_lane, bars),) = LanePlan((LANE,), days=8).drawn
    assert bars == (("12.50%", "25.00%", "done"), ("37.50%", "12.50%", "now"))


def test_today_never_leaves_the_axis():
    assert LanePlan((LANE,), days=4, today=9).today_at == "100.00%"
    assert LanePlan((LANE,), days=4).today_at == ""


def test_a_plan_of_no_days_is_drawn_all_the_same():
    assert LanePlan((LANE,), days=0).drawn[0][1][0][0] == "0%"


def test_what_the_bars_show_is_also_said_in_words():
    page = Template("{% load lianban %}{% lanes plan %}").render(Context({"plan": LanePlan((LANE,), days=4)}))
    assert "食品经营许可" in page
    assert "审查中" in page
    assert "决定总时长" in page
