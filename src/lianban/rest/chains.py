"""Chains (一件事): what is offered, which question comes next, what is needed for somebody's answers."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import BaseModel, Field

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.core.chains.guide import Guide, guide_of
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import Plan
from lianban.core.guidance import certainties, facts_after, next_question
from lianban.core.guidance.spelling import read_all
from lianban.rest.finding import Found, found
from lianban.rest.guidance import Guidance, guidance
from lianban.rest.parameters import Answers, Key, Limit, Offset, Wanted
from lianban.rest.problems import Problem
from lianban.rest.replies import reply

router = Router(tags=["chains"])


class ChainLine(BaseModel):
    """A chain in a list. items: keys of its items. questions: how many its author wrote."""

    key: str
    code: str
    name: str
    name_en: str
    summary: str
    summary_en: str
    aliases: tuple[str, ...]
    service_object: str
    lead_authority: str = Field(description="Key of the authority that answers for the whole.")
    lead_authority_name: str
    items: tuple[str, ...]
    questions: int
    found: Found | None = None


class ChainList(BaseModel):
    """Part of the chains. release: of the catalogue. total: how many there are, or were found."""

    release: int
    total: int
    chains: tuple[ChainLine, ...]


@router.get(
    "/chains",
    summary="全部“一件事”，可按说法、拼音、编码查找",
    operation_id="list_chains",
    response={200: ChainList, 422: Problem},
)
def list_chains(request: HttpRequest, q: Wanted = "", limit: Limit = 50, offset: Offset = 0) -> HttpResponse:
    """List the chains on offer, or those that a text may mean, best first."""
    offered = catalogue.current()
    part = found("chain", offered.chains, q, limit, offset)
    lines = tuple(_line(offered, offered.chain(key), why) for key, why in part.keys)
    return reply(ChainList(release=offered.release, total=part.total, chains=lines))


@router.get(
    "/chains/{key}",
    summary="一件事的全部定义",
    operation_id="read_chain",
    response={200: Chain, 404: Problem, 422: Problem},
)
def read_chain(request: HttpRequest, key: Key) -> HttpResponse:
    """Read a chain as it is published: items, questions, dependencies, sources. Conditions are JSON Logic."""
    return reply(catalogue.current().chain(key))


@router.post(
    "/chains/{key}/next-question",
    summary="智能导引：下一个问题、为什么问、还剩几问、目前确定了什么",
    operation_id="next_question",
    response={200: Guidance, 400: Problem, 404: Problem, 422: Problem},
)
def ask_next(request: HttpRequest, key: Key, given: Answers) -> HttpResponse:
    """Return the next question, why it is asked, how many are left at most, and what is certain by now."""
    guide = guides.ordered_guide(key).guide
    answers = read_all(guide.chain, given.answers)
    facts = facts_after(guide.chain, answers)
    return reply(guidance(next_question(guide, answers), certainties(guide, facts)))


@router.post(
    "/chains/{key}/plan",
    summary="按回答编译的办理方案：事项、合并表单、材料、流程、四减与凭据",
    operation_id="compile_plan",
    response={200: Plan, 400: Problem, 404: Problem, 422: Problem},
)
def compile_plan(request: HttpRequest, key: Key, given: Answers) -> HttpResponse:
    """Compile the chain for these answers. The certificate lets anybody check the plan without trusting us."""
    return reply(_plan(catalogue.current().chain(key), given))


@router.post(
    "/chains/{key}/service-guide",
    summary="按回答合并的服务指南：依据、条件、材料、地点电话、救济渠道、常见问题",
    operation_id="service_guide",
    response={200: Guide, 400: Problem, 404: Problem, 422: Problem},
)
def service_guide(request: HttpRequest, key: Key, given: Answers) -> HttpResponse:
    """Return the one guide for these answers: what all departments tell, each thing once."""
    offered = catalogue.current()
    chain = offered.chain(key)
    return reply(guide_of(_plan(chain, given), chain, offered.items, offered.vocabulary))


def _plan(chain: Chain, given: Answers) -> Plan:
    return catalogue.plan(chain.key, facts_after(chain, read_all(chain, given.answers)))


def _line(offered: catalogue.Definitions, chain: Chain, why: Found | None) -> ChainLine:
    lead = offered.vocabulary.authorities.get(chain.lead_authority)
    return ChainLine(
        key=chain.key,
        code=chain.code,
        name=chain.name,
        name_en=chain.name_en,
        summary=chain.summary,
        summary_en=chain.summary_en,
        aliases=chain.aliases,
        service_object=chain.service_object,
        lead_authority=chain.lead_authority,
        lead_authority_name=lead.name if lead else "",
        items=tuple(dict.fromkeys(member.item for member in chain.members)),
        questions=len(chain.questions),
        found=why,
    )
