"""A plan is kept once, however many made their application under it, and nobody changes it."""

import pytest
from django.db import DatabaseError, transaction

from lianban.apps.cases import plans
from lianban.apps.cases import public as cases
from lianban.apps.cases.models import CaseFile, CasePlan
from lianban.core.kernel.canonical import digest
from tests.apps.cases.builders import a_county, a_submission, an_applicant, by, reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    a_county()
    citizen = an_applicant()
    submissions = [a_submission(citizen) for _ in range(2)]
    return citizen, submissions, [cases.submit(each, by(citizen)).number for each in submissions]


def test_two_applications_with_the_same_answers_share_one_plan(two):
    files = CaseFile.objects.order_by("id")
    assert len({file.plan_id for file in files}) == 1
    assert CasePlan.objects.count() == 1


def test_each_reads_the_plan_it_was_made_under(two):
    citizen, submissions, numbers = two
    for submission, number in zip(submissions, numbers, strict=True):
        assert digest(cases.case(number, reader(citizen)).plan) == digest(submission.plan)


def test_a_plan_read_twice_is_read_from_the_database_once(two, django_assert_num_queries):
    file = CaseFile.objects.first()
    plans.plan_of(file)
    with django_assert_num_queries(0):
        assert plans.plan_of(file) is plans.plan_of(file)


def test_the_database_refuses_to_change_a_plan(two):
    with pytest.raises(DatabaseError), transaction.atomic():
        CasePlan.objects.update(content={})
