"""A small county to start from."""

from lianban.core.county.model import County

CODE = "11370304DEM000049Q"


def written(**changed):
    """Return a sound county as its file says it; a part given replaces that part."""
    return {
        "authorities": [
            {"key": "market", "name": "区市场监督管理局", "seal_name": "博山区市场监督管理局", "short_name": "博市监"}
        ],
        "halls": [
            {
                "key": "center",
                "name": "区政务服务中心",
                "division": "370304",
                "windows": [{"number": 2, "purpose": "reception", "name": "综合受理窗口1号"}],
            }
        ],
        "staff": [
            {"user_name": "ck01", "name": "综合受理窗口1号", "role": "clerk", "hall": "center", "window": 2},
            {"user_name": "sj01", "name": "审批人员", "role": "approver", "authority": "market"},
            {"user_name": "sj02", "name": "负责人", "role": "approver", "authority": "market", "leads": True},
        ],
    } | changed


def a_county(**changed):
    """Return a sound county as a value."""
    return County.model_validate(written(**changed))
