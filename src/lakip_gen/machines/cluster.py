"""A Dask cluster: workers on one or several computers that share the folder with the offices."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lakip_gen.machines.machine import LOST, Done, Failed, Item, Result, UnreachableError

if TYPE_CHECKING:
    from distributed import Client

MISSING: Final = (
    "Pustaka Dask belum terpasang di komputer ini. Pasang lakip-gen[dask], atau jalankan tanpa --mesin dask."
)
SILENT: Final = "Klaster Dask di {address} tidak menjawab. Periksa alamatnya, dan apakah dask scheduler-nya berjalan."
IDLE: Final = "Klaster Dask di {address} tidak mempunyai pekerja. Jalankan dask worker di komputer pekerjanya."
GONE: Final = "Semua pekerja klaster Dask terhenti sebelum instansi ini dikerjakan. Jalankan pekerjanya, lalu ulangi."
DIED: Final = (
    "Pekerja klaster Dask yang mengerjakannya berulang kali terhenti, misalnya karena memorinya habis. "
    "Kerjakan instansi ini sendiri."
)
PATIENCE: Final = 30
"""So many seconds a cluster may be without any worker before what is left counts as not done."""
RETRIES: Final = 2


@dataclass(frozen=True, slots=True)
class ClusterMachine:
    """A cluster that somebody started.

    Attributes:
        address: Where its scheduler listens, e.g. `tcp://10.0.0.5:8786`.
        patience: So many seconds it is waited for.
    """

    address: str
    patience: float = PATIENCE

    def run(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Done[Item, Result]]:
        """Yield each item with its result as soon as it is there; a worker that dies costs its work a new try.

        Raises:
            UnreachableError: When there is no cluster, or it has no worker.
        """
        with self._client() as client:
            # The same office is done again in the next run, so equal calls are not one call.
            futures = {client.submit(work, item, pure=False, retries=RETRIES): item for item in items}
            waiting = set(futures)
            while waiting:
                ended = self._ended(client, waiting)
                if not ended:
                    client.cancel(list(waiting))
                    yield from (Done(futures[future], Failed(GONE)) for future in waiting)
                    return
                waiting -= ended
                for future in ended:
                    yield Done(futures[future], _result(future))

    def _client(self) -> Client:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra that few install
        except ImportError:
            raise UnreachableError(MISSING) from None
        try:
            client = Client(self.address, timeout=self.patience)
        except (OSError, ValueError):  # an address that says nothing is a ValueError
            raise UnreachableError(SILENT.format(address=self.address)) from None
        try:
            client.wait_for_workers(1, timeout=self.patience)
        except TimeoutError:
            client.close()
            raise UnreachableError(IDLE.format(address=self.address)) from None
        return client

    def _ended(self, client: Client, waiting: set[Any]) -> set[Any]:
        """Return what has ended since; nothing when the cluster has had no worker for too long."""
        from distributed import wait  # noqa: PLC0415 - see above

        while True:
            try:
                return set(wait(waiting, timeout=self.patience, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                if not client.scheduler_info()["workers"]:
                    return set()


def _result(future: Any) -> Any:  # noqa: ANN401 - the library's future is not typed
    from distributed import KilledWorker  # noqa: PLC0415 - see above

    try:
        return future.result()
    except KilledWorker:
        return Failed(DIED)
    except Exception:  # noqa: BLE001 - the fence of one item
        return Failed(LOST)
