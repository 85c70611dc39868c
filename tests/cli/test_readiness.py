"""What keeps the platform from starting is one sentence with the next step."""

import socket

import pytest

from lianban.cli import readiness


def test_a_port_somebody_else_listens_on_is_named():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(readiness.AddressTaken, match=f"127.0.0.1:{port}: .* --port"):
            readiness.check_free("127.0.0.1", port)


@pytest.mark.parametrize("port", [0, -1, 65536, 99999])
def test_a_port_there_is_not_is_refused(port):
    with pytest.raises(readiness.AddressTaken, match="There is no port"):
        readiness.check_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(readiness.AddressTaken, match=r"192\.0\.2\.1:8000"):
        readiness.check_free("192.0.2.1", 8000)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    with pytest.raises(readiness.FolderUnusable, match="--home"):
        readiness.make_folder(file / "home")


def test_a_folder_is_made_with_its_lock(tmp_path):
    assert readiness.make_folder(tmp_path / "a" / "b").read_text() == ""


def test_a_folder_has_one_owner_at_a_time(tmp_path):
    lock = readiness.make_folder(tmp_path)
    with lock.open("w") as first, lock.open("w") as second:
        readiness.claim(first.fileno(), tmp_path)
        with pytest.raises(readiness.AlreadyRunning, match="--home"):
            readiness.claim(second.fileno(), tmp_path)


class TestDatabase:
    def test_one_that_does_not_answer_is_said_without_its_password(self, tmp_path):
        with pytest.raises(readiness.DatabaseUnreachable, match="does not answer") as refused:
            readiness.reached(f"postgresql://me:a-secret@/county?host={tmp_path}")
        assert "a-secret" not in refused.value.message
        assert "\n" not in refused.value.message

    @pytest.mark.parametrize("address", ["nonsense", "mysql://me:a-secret@host/county"])
    def test_another_kind_of_address_is_refused(self, address):
        with pytest.raises(readiness.DatabaseUnreachable, match="postgresql://") as refused:
            readiness.reached(address)
        assert "a-secret" not in refused.value.message

    def test_an_address_that_cannot_be_read_is_refused_without_its_password(self):
        with pytest.raises(readiness.DatabaseUnreachable, match="cannot be read") as refused:
            readiness.reached("postgresql://me:a-secret@host/county?no_such_option=1")
        assert "a-secret" not in refused.value.message
