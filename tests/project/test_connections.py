"""What is not connected is said, and nothing else."""

from dataclasses import replace
from types import SimpleNamespace

from lianban.project.connections import FOLLOWS, unconnected
from lianban.project.wiring import not_connected, ports

REAL = SimpleNamespace(name="real", is_stand_in=False)


def all_real():
    return replace(ports(), **dict.fromkeys(FOLLOWS, REAL))


def test_a_fully_connected_installation_lacks_nothing():
    assert unconnected(all_real()) == ()


def test_each_missing_system_is_one_line_with_what_follows():
    absent = not_connected()
    assert list(absent) == ["messages", "population", "business", "carrier", "credit"]
    lines = unconnected(replace(all_real(), **absent))
    assert [line.partition(" ")[0] for line in lines] == list(absent)
    assert all("(not connected): " in line for line in lines)


def test_a_stand_in_is_not_taken_for_the_real_thing():
    assert [line.partition(":")[0] for line in unconnected()] == [f"{name} (stand-in)" for name in FOLLOWS]
