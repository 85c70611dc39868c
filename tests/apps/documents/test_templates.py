"""A county words its own papers, and nothing that the law asks of them gets lost."""

import uuid
from datetime import timedelta

import pytest

from lianban.apps.documents import public as documents
from lianban.apps.documents.models import Document
from lianban.apps.storage.wired import ports
from lianban.core.proceedings.documents import DocumentKind
from tests.apps.documents import test_documents
from tests.apps.documents.test_documents import NOW, issued

authority = test_documents.authority
ONE, OTHER = uuid.uuid4(), uuid.uuid4()
KIND = DocumentKind.EXTENSION


@pytest.fixture
def shipped(db):
    return documents.template(KIND, NOW).source


def own(source, words="本局郑重告知："):
    return source.replace("#show: notice\n", f"#show: notice\n\n{words}\n")


def in_force(source, now=NOW):
    version = documents.propose_template(KIND, source, "开头改一句", person=ONE, now=now)
    return documents.publish_template(version, person=OTHER, now=now)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", documents.EDITABLE, ids=lambda kind: kind.value)
def test_every_template_that_ships_prints_all_that_the_law_asks(kind):
    assert documents.check_template(kind, documents.template(kind, NOW).source) == []


class TestChecking:
    def test_a_content_that_is_not_printed_is_named(self, shipped):
        found = documents.check_template(KIND, shipped.replace('get("reason")', '""'))
        assert [each.message for each in found] == ["没有印出“理由”。"]

    def test_a_paper_without_a_place_for_its_seal_is_refused(self, shipped):
        bare = shipped.replace("#closing", "#let sign-off() = []\n#let closing(strip: none, body) = body\n#closing")
        assert "没有印出“专用印章”。" in [each.message for each in documents.check_template(KIND, bare)]

    def test_what_cannot_be_typeset_is_said_with_its_reason(self, shipped):
        found = documents.check_template(KIND, shipped + "\n#nonsense()")
        assert [each.rule for each in found] == ["TEMPLATE_BROKEN"]
        assert "nonsense" in found[0].message

    def test_a_template_reads_no_file_of_the_machine(self, shipped):
        found = documents.check_template(KIND, shipped + '\n#read("/../../../../../../etc/passwd")')
        assert [each.rule for each in found] == ["TEMPLATE_BROKEN"]

    def test_what_is_unsound_is_not_kept(self, shipped):
        with pytest.raises(documents.TemplateUnsound) as refused:
            documents.propose_template(KIND, shipped.replace('get("reason")', '""'), "", person=ONE, now=NOW)
        assert len(refused.value.findings) == 1
        assert documents.template_versions(KIND) == []


class TestPublishing:
    def test_a_proposal_changes_nothing_until_another_person_publishes_it(self, shipped):
        version = documents.propose_template(KIND, own(shipped), "开头改一句", person=ONE, now=NOW)
        assert documents.template(KIND, NOW).version == 0
        with pytest.raises(documents.OwnProposal):
            documents.publish_template(version, person=ONE, now=NOW)
        documents.publish_template(version, person=OTHER, now=NOW)
        assert documents.template(KIND, NOW).version == 1
        assert documents.template(KIND, NOW - timedelta(seconds=1)).version == 0

    def test_an_older_proposal_does_not_replace_a_newer_version(self, shipped):
        older = documents.propose_template(KIND, own(shipped, "旧。"), "", person=ONE, now=NOW)
        in_force(own(shipped))
        with pytest.raises(documents.TemplateOvertaken):
            documents.publish_template(older, person=OTHER, now=NOW)

    def test_later_papers_are_worded_so_and_earlier_ones_keep_the_words_of_their_day(self, shipped, authority):
        before = issued(KIND)
        in_force(own(shipped), NOW + timedelta(hours=1))
        after = issued(KIND, now=NOW + timedelta(hours=2))
        words = [
            ports().typesetter.words(documents.pdf_of(each.id, NOW + timedelta(hours=3))) for each in (before, after)
        ]
        assert ["本局郑重告知" in each for each in words] == [False, True]
        versions = Document.objects.order_by("issued_at").values_list("template_version", flat=True)
        assert len(set(versions)) == 2
