"""The fifteen chains that ship: nothing is lost, and nothing could be asked less."""

import pytest

from lianban.adapters.catalogue_files import read_catalogue
from lianban.core.guidance import compile_guide, prove
from lianban.core.guidance.replay import MOST, replay

CATALOGUE = read_catalogue()
PROOFS = {}


def guide_of(key, **more):
    return compile_guide(CATALOGUE.chains[key], CATALOGUE.items, **more)


def proof_of(key):
    if key not in PROOFS:
        PROOFS[key] = prove(guide_of(key))
    return PROOFS[key]


def test_there_are_fifteen():
    assert len(CATALOGUE.chains) == 15


@pytest.mark.parametrize("key", sorted(CATALOGUE.chains))
def test_every_combination_is_covered_and_no_guide_asks_fewer(key):
    proof = proof_of(key)
    assert proof.covered == proof.combinations
    assert proof.method == "exact"
    assert proof.lower_bound == proof.expected
    assert proof.decisive <= proof.expected <= proof.in_order + 1e-9
    assert proof.in_order <= proof.asked_all + 1e-9


@pytest.mark.parametrize("key", sorted(CATALOGUE.chains))
def test_played_through_one_by_one_every_combination_has_the_outcome_of_asking_everything(key):
    guide = guide_of(key)
    combinations = guide.map.combinations()
    if combinations > MOST:
        pytest.skip(f"{combinations} combinations: covered by the diagrams, too many to play through")
    assert replay(guide) == combinations


def test_on_average_a_third_fewer_are_asked_or_the_rest_is_proved_to_be_needed():
    """Where less than 35 % is saved, hardly any question is asked that does not decide something all by itself."""
    proofs = [proof_of(key) for key in CATALOGUE.chains]
    saved = sum(proof.saved for proof in proofs) / len(proofs)
    asked, decisive = sum(p.expected for p in proofs), sum(p.decisive for p in proofs)
    assert saved >= 0.35 or decisive / asked >= 0.95
