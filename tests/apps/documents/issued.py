"""A document as strangers hold it in their hands."""

import uuid
from datetime import date

from django.db import transaction

from lianban.apps.documents import public as documents
from lianban.apps.organs.models import Authority


def a_sealed_licence(now):
    """Issue and seal the licence of a citizen; return it as it was issued."""
    Authority.objects.create(
        key="approval", name="区行政审批服务局", seal_name="博山区行政审批服务局", short_name="博审服"
    )
    with transaction.atomic():
        issued = documents.issue_licence(
            name="食品经营许可证",
            proceeding=uuid.UUID(int=7),
            authority="approval",
            holder="演示申请人甲",
            holder_code="370304199001010005",
            fields=[{"name": "经营场所", "value": "演示路1号"}],
            valid_until=date(2099, 11, 20),
            now=now,
        )
    documents.render(issued.id, now)
    return issued
