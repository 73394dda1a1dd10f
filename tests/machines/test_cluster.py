"""Work on a Dask cluster: a worker that dies costs nobody's work, and a cluster that is none is told."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from bantu_mesin import DIES, RAISES, SLOW, work
from lakip_gen.machines.cluster import DIED, GONE, IDLE, MISSING, SILENT, ClusterMachine
from lakip_gen.machines.machine import LOST, Failed, UnreachableError

pytestmark = [
    pytest.mark.lengkap,
    pytest.mark.loopback,
    pytest.mark.filterwarnings("ignore"),  # the library warns of what the tests do on purpose
]
TESTS = Path(__file__).parent.parent


class Cluster:
    """A scheduler and its workers, each a program of its own, as an office starts them."""

    def __init__(self, folder):
        self.folder = folder
        self.note = folder / "scheduler.json"
        self.programs = []

    def start(self, *words):
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
        command = [sys.executable, "-m", *words, "--scheduler-file", str(self.note)]
        with (self.folder / "log").open("ab") as log:
            program = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=self.folder)
        self.programs.append(program)
        return program

    def scheduler(self):
        self.start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        while not self.note.exists():
            time.sleep(0.1)
        return json.loads(self.note.read_text())["address"]

    def worker(self, *words):
        return self.start(
            "distributed.cli.dask_worker", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", *words
        )


@contextmanager
def started(folder, workers):
    one = Cluster(folder)
    try:
        address = one.scheduler()
        yield address, [one.worker() for _ in range(workers)]
    finally:
        for program in one.programs:
            program.kill()
            program.wait()


def outcome(address, items, patience=20):
    return {done.item: done.result for done in ClusterMachine(address, patience).run(work, items)}


def test_every_item_comes_back_a_fault_is_its_own_and_a_death_costs_only_whoever_always_dies(tmp_path):
    mark = tmp_path / "died"
    with started(tmp_path, 2) as (address, _):
        assert outcome(address, [1, RAISES, mark, 2, DIES, 3]) == {
            1: 2,
            RAISES: Failed(LOST),
            mark: "done after a death",
            2: 4,
            DIES: Failed(DIED),
            3: 6,
        }


def test_a_cluster_without_workers_is_told(tmp_path):
    with started(tmp_path, 0) as (address, _), pytest.raises(UnreachableError, match="tidak mempunyai pekerja") as told:
        outcome(address, [1], patience=2)
    assert str(told.value) == IDLE.format(address=address)


def test_a_cluster_that_loses_its_last_worker_is_told(tmp_path):
    with started(tmp_path, 0) as (address, _):
        own = Cluster(tmp_path)
        worker = own.worker("--no-nanny")
        done = ClusterMachine(address, 5).run(work, [1, SLOW])
        assert next(done).result == 2
        worker.kill()
        worker.wait()
        assert [left.result for left in done] == [Failed(GONE)]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "bukan alamat", "http://", "tcp://"])
def test_an_address_where_no_cluster_is_is_told(address):
    with pytest.raises(UnreachableError, match="tidak menjawab") as told:
        outcome(address, [1], patience=2)
    assert str(told.value) == SILENT.format(address=address)


def test_a_computer_without_the_library_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UnreachableError, match="belum terpasang") as told:
        outcome("tcp://127.0.0.1:9", [1])
    assert str(told.value) == MISSING
