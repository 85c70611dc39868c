"""Every component the gallery shows."""

from collections.abc import Callable
from dataclasses import dataclass

from lianban.web.gallery import cases, forms, lists


@dataclass(frozen=True, slots=True)
class Part:
    """One component. slug: its address and its template under gallery/parts. sample: what it is shown with."""

    slug: str
    name: str
    sample: Callable[[], dict[str, object]] = dict

    @property
    def template(self) -> str:
        """The template that shows it in all its states."""
        return f"gallery/parts/{self.slug}.html"


PARTS = (
    Part("tokens", "基础：颜色、字号、间距", lists.tokens),
    Part("button", "按钮与链接"),
    Part("field", "表单字段", forms.fields),
    Part("group", "重复的人和物", forms.groups),
    Part("choice-cards", "选择卡片", forms.choices),
    Part("error-summary", "错误汇总", forms.errors),
    Part("steps", "步骤条", forms.steps),
    Part("notice", "提示、标签、短消息"),
    Part("material", "材料", cases.materials),
    Part("upload", "上传", cases.uploads),
    Part("timeline", "时间线", cases.timeline),
    Part("lanes", "部门泳道", cases.lane_plan),
    Part("clock", "时限", cases.clocks),
    Part("summary", "核对清单", forms.summary),
    Part("table", "表格与筛选", lists.table),
    Part("segments", "分段、翻页", lists.segments),
    Part("tile", "入口与卡片", lists.tiles),
    Part("figures", "数字：四减、要点、指标", lists.figures),
    Part("empty", "空状态"),
    Part("header", "页头、面包屑、搜索", lists.header),
    Part("confirm", "确认页", forms.confirm),
    Part("result", "回执、证照、评价", cases.results),
    Part("hall", "大屏", lists.calls),
)
