"""The embedded server starts, survives kill -9 without loss, and is never taken for another process."""

import os
import signal
import threading
import time

import psycopg
import pytest

from lianban.adapters.embedded_postgres import Cluster


@pytest.fixture
def cluster(tmp_path):
    tmp_path.chmod(0o755)
    made = Cluster(tmp_path / "cluster")
    yield made
    made.stop()


def rows(url):
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT count(*) FROM kept").fetchone()[0]


def kill(cluster):
    os.kill(cluster.pid(), signal.SIGKILL)
    while cluster.pid() is not None:
        time.sleep(0.01)


class TestEmbeddedPostgres:
    def test_starts_answers_and_stops(self, cluster):
        with psycopg.connect(cluster.ensure()) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        cluster.stop()
        assert cluster.pid() is None

    def test_a_second_ensure_finds_the_running_server(self, cluster):
        cluster.ensure()
        first = cluster.pid()
        cluster.ensure()
        assert cluster.pid() == first

    def test_nothing_acknowledged_is_lost_when_the_server_is_killed(self, cluster):
        url = cluster.ensure()
        acknowledged = 0
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept (n int)")
            for n in range(200):
                connection.execute("INSERT INTO kept VALUES (%s)", [n])
                acknowledged += 1
            kill(cluster)
        assert rows(cluster.ensure()) == acknowledged

    def test_a_pid_file_that_names_another_process_is_not_believed(self, cluster):
        url = cluster.ensure()
        place = cluster._place()
        cluster.stop()
        (place / "data" / "postmaster.pid").write_text(f"{os.getpid()}\n{place / 'data'}\n0\n5432\n")
        assert cluster.pid() is None
        with psycopg.connect(cluster.ensure()) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert url == cluster.url

    def test_many_askers_get_one_server(self, cluster):
        urls = []
        askers = [threading.Thread(target=lambda: urls.append(cluster.ensure())) for _ in range(4)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        assert urls == [cluster.url] * 4
