"""行业综合许可证: when everything is done, one card shows every licence the trade needs."""

from collections.abc import Iterable, Mapping
from typing import Any

from lianban.apps.cases.acting import By
from lianban.apps.cases.models import CaseFile
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.apps.documents import public as documents

FEWEST = 2
"""A card for one licence would say nothing the licence does not."""


def issue_card(parent: docket.Loaded, children: Iterable[docket.Loaded], file: CaseFile, by: By) -> str:
    """Issue the card of a closed application where its chain has one; returns its number, empty without."""
    chain = catalogue.current().chains.get(parent.chain)
    granted = [child.id for child in children if child.state.decision and child.state.decision.granted]
    licences = documents.licences_of(granted) if chain and chain.licence_name else []
    if chain is None or len(licences) < FEWEST:
        return ""
    values: Mapping[str, Any] = file.values
    issued = documents.issue_composite(
        industry=chain.name,
        trader=documents.Trader(
            name=file.applicant_name,
            credit_code=values.get("entity.uscc", ""),
            representative=values.get("legal_rep.name", ""),
            place=values.get("premises.addr", "") or values.get("entity.domicile", ""),
        ),
        licences=licences,
        proceeding=parent.id,
        authority=parent.authority,
        now=by.now,
    )
    return issued.number
