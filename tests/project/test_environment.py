"""What the environment says, and what it may not."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from lianban.project import environment


def test_a_socket_folder_in_the_query_is_the_host():
    found = environment.database("postgresql://lianban@/county?host=/run/lianban")
    assert (found["NAME"], found["USER"], found["HOST"], found["PORT"]) == ("county", "lianban", "/run/lianban", "")


def test_a_server_elsewhere_keeps_its_port_password_and_options():
    found = environment.database("postgres://me:p%40ss@db.example:6432/county?sslmode=verify-full")
    assert (found["HOST"], found["PORT"], found["PASSWORD"]) == ("db.example", "6432", "p@ss")
    assert found["OPTIONS"] == {"sslmode": "verify-full"}


def test_a_pool_holds_as_many_connections_as_it_is_told():
    assert environment.database("postgresql:///county", pool_size=4)["OPTIONS"]["pool"]["max_size"] == 4


def test_several_hosts_are_passed_on_for_failover():
    found = environment.database("postgresql://me@/county?host=a,b,c&target_session_attrs=read-write")
    assert found["HOST"] == "a,b,c"
    assert found["OPTIONS"] == {"target_session_attrs": "read-write"}


def test_another_engine_is_refused():
    with pytest.raises(ImproperlyConfigured, match="postgresql"):
        environment.database("sqlite:///county.db")


def test_a_switch_is_on_or_off(monkeypatch):
    monkeypatch.setenv("LIANBAN_X", "OFF")
    assert environment.is_on("LIANBAN_X", default=True) is False
    monkeypatch.setenv("LIANBAN_X", "perhaps")
    with pytest.raises(ImproperlyConfigured):
        environment.is_on("LIANBAN_X", default=True)
