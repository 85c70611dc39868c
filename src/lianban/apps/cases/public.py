"""The front door of cases."""

from lianban.apps.cases.acting import SYSTEM, By
from lianban.apps.cases.announcing import PublicHearing, hearings
from lianban.apps.cases.archiving import archive
from lianban.apps.cases.beyond import SUBJECT as BEYOND_SUBJECT
from lianban.apps.cases.beyond import BeyondNotice, beyond_notices
from lianban.apps.cases.chain_acts import (
    Done,
    accept,
    accept_with_gaps,
    check_material,
    deem_accepted,
    lapse,
    notify_once,
    reject,
    supplement,
    supply_gap,
    withdraw,
)
from lianban.apps.cases.clock_acts import extend, extend_jointly, resume, stop, transfer_up
from lianban.apps.cases.clock_certificates import NoClock, clock_certificate
from lianban.apps.cases.crediting import NobodyToAsk
from lianban.apps.cases.delivering import Collector, NotTheApplicant, hand_over, post, rate
from lianban.apps.cases.erasing import erase_words
from lianban.apps.cases.examining import answer_consultation, consult, sign, terminate, verify_commitment
from lianban.apps.cases.hearings import (
    Announced,
    Minutes,
    hold_hearing,
    notify_hearing,
    request_hearing,
    tell_hearing_right,
    waive_hearing,
)
from lianban.apps.cases.holding import Colleague, NoSuchExaminer, assign, colleagues, release
from lianban.apps.cases.inspecting import Inspection
from lianban.apps.cases.item_acts import ItemDone, Refusal, grant, refuse, return_for_rework, review
from lianban.apps.cases.joint_parts import JointToCall
from lianban.apps.cases.learning import finished_answers
from lianban.apps.cases.licence_acts import Revocation, amend, ask_change, deregister, recall, refuse_change, revoke
from lianban.apps.cases.lists import (
    Reader,
    all_cases,
    authority_list,
    desk_counts,
    desk_list,
    lookup,
    my_cases,
    office_inbox,
    state_name,
)
from lianban.apps.cases.openness import Openness, openness
from lianban.apps.cases.own_acts import withdraw_commitment, withdraw_item
from lianban.apps.cases.previews import (
    AcceptancePreview,
    GrantPreview,
    acceptance_preview,
    grant_preview,
    renewed_until,
    shown_on_licences,
)
from lianban.apps.cases.rated import Given, ratings
from lianban.apps.cases.rating_indicators import INDICATORS, LEVELS, RatingRefused
from lianban.apps.cases.reading import case, checked, events, full_values, item_case, note_look, note_own_form
from lianban.apps.cases.redating import redate_cases
from lianban.apps.cases.rendering import words
from lianban.apps.cases.renewals import ask_renewal, refuse_renewal, renew, renew_by_silence
from lianban.apps.cases.speaking import PartyTold, hear_statement, tell_party
from lianban.apps.cases.standing_in import whose_work
from lianban.apps.cases.stepping import examined, next_step
from lianban.apps.cases.submitting import SHEET, Receipt, Submission, SubmittedMaterial, submit
from lianban.apps.cases.sweeps import sweep_cases
from lianban.apps.cases.together import (
    Finding,
    Meeting,
    Summons,
    call_jointly,
    close_jointly,
    find_jointly,
    move_jointly,
)
from lianban.apps.cases.views import (
    CaseView,
    ClockView,
    DocumentView,
    FieldView,
    ItemCaseView,
    ItemView,
    LicenceView,
    MaterialView,
    Page,
    PartyView,
    PublicStatus,
    SectionView,
    StatementView,
    TaskRow,
    TimelineLine,
)
from lianban.apps.cases.views_jointly import JointPartView, JointView
from lianban.apps.cases.window_acts import correct_on_the_spot, return_supplement

__all__ = [
    "BEYOND_SUBJECT",
    "INDICATORS",
    "LEVELS",
    "SHEET",
    "SYSTEM",
    "AcceptancePreview",
    "Announced",
    "BeyondNotice",
    "By",
    "CaseView",
    "ClockView",
    "Colleague",
    "Collector",
    "DocumentView",
    "Done",
    "FieldView",
    "Finding",
    "Given",
    "GrantPreview",
    "Inspection",
    "ItemCaseView",
    "ItemDone",
    "ItemView",
    "JointPartView",
    "JointToCall",
    "JointView",
    "LicenceView",
    "MaterialView",
    "Meeting",
    "Minutes",
    "NoClock",
    "NoSuchExaminer",
    "NobodyToAsk",
    "NotTheApplicant",
    "Openness",
    "Page",
    "PartyTold",
    "PartyView",
    "PublicHearing",
    "PublicStatus",
    "RatingRefused",
    "Reader",
    "Receipt",
    "Refusal",
    "Revocation",
    "SectionView",
    "StatementView",
    "Submission",
    "SubmittedMaterial",
    "Summons",
    "TaskRow",
    "TimelineLine",
    "accept",
    "accept_with_gaps",
    "acceptance_preview",
    "all_cases",
    "amend",
    "answer_consultation",
    "archive",
    "ask_change",
    "ask_renewal",
    "assign",
    "authority_list",
    "beyond_notices",
    "call_jointly",
    "case",
    "check_material",
    "checked",
    "clock_certificate",
    "close_jointly",
    "colleagues",
    "consult",
    "correct_on_the_spot",
    "deem_accepted",
    "deregister",
    "desk_counts",
    "desk_list",
    "erase_words",
    "events",
    "examined",
    "extend",
    "extend_jointly",
    "find_jointly",
    "finished_answers",
    "full_values",
    "grant",
    "grant_preview",
    "hand_over",
    "hear_statement",
    "hearings",
    "hold_hearing",
    "item_case",
    "lapse",
    "lookup",
    "move_jointly",
    "my_cases",
    "next_step",
    "note_look",
    "note_own_form",
    "notify_hearing",
    "notify_once",
    "office_inbox",
    "openness",
    "post",
    "rate",
    "ratings",
    "recall",
    "redate_cases",
    "refuse",
    "refuse_change",
    "refuse_renewal",
    "reject",
    "release",
    "renew",
    "renew_by_silence",
    "renewed_until",
    "request_hearing",
    "resume",
    "return_for_rework",
    "return_supplement",
    "review",
    "revoke",
    "shown_on_licences",
    "sign",
    "state_name",
    "stop",
    "submit",
    "supplement",
    "supply_gap",
    "sweep_cases",
    "tell_hearing_right",
    "tell_party",
    "terminate",
    "transfer_up",
    "verify_commitment",
    "waive_hearing",
    "whose_work",
    "withdraw",
    "withdraw_commitment",
    "withdraw_item",
    "words",
]
