"""The cores of this computer, one process each."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from lakip_gen.machines.machine import LOST, Done, Failed, Item, Result

DIED: Final = (
    "Proses yang mengerjakannya terhenti dari luar, misalnya karena memori komputer habis. "
    "Jalankan lagi; bila terulang, kerjakan instansi ini sendiri."
)


@dataclass(frozen=True, slots=True)
class ProcessMachine:
    """A pool of processes.

    Attributes:
        workers: How many; None for as many as there are cores.
        stopping: Told, when somebody stops it, how many items are under way and are done to their end first.
    """

    workers: int | None = None
    stopping: Callable[[int], None] = lambda _count: None

    def run(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Done[Item, Result]]:
        """Yield each item with its result as soon as it is there.

        When one process dies the pool is lost with all that it held, and nobody can tell whose work it was that
        killed it: what is left is then done item by item, each in a process of its own, so that it kills no other.
        """
        left: list[Item] = []
        with _pool(min(self.workers or os.cpu_count() or 1, max(len(items), 1))) as pool:
            futures = {pool.submit(work, item): item for item in items}
            with self._told_of_stopping(futures):
                for future in as_completed(futures):
                    if isinstance(future.exception(), BrokenProcessPool):
                        left.append(futures[future])
                    else:
                        yield Done(futures[future], _result(future))
        for item in left:
            with _pool(1) as pool:
                alone = pool.submit(work, item)
                with self._told_of_stopping((alone,)):
                    yield Done(item, _result(alone))

    @contextmanager
    def _told_of_stopping(self, futures: Iterable[Future[Any]]) -> Iterator[None]:
        """Say at once what is waited for when somebody stops it: a pool closes silently, and only then."""
        try:
            yield
        except (KeyboardInterrupt, GeneratorExit):
            if under_way := sum(future.running() for future in futures):
                self.stopping(under_way)
            raise


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Open a pool that is closed without waiting for work nobody has begun; what has begun is done to its end."""
    # Spawned, as on Windows: a process starts with nothing of this one's, and alike on every system.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_stopping_to_the_parent)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    """Ignore Ctrl+C, which a terminal sends to every process: what has begun is done to its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _result(future: Future[Any]) -> Any:  # noqa: ANN401 - whatever the work returns
    try:
        return future.result()
    except BrokenProcessPool:
        return Failed(DIED)
    except Exception:  # noqa: BLE001 - the fence of one item
        return Failed(LOST)
