"""Work for machines to do, in a module that other processes can import."""

import os
import signal
import time
from pathlib import Path

DIES, RAISES, UNSENDABLE, SLOW = "dies", "raises", "comes back as what no process can send", "takes its time"


def work(item):
    """Double a number, or fail in the way that the item says; a path is a mark that its worker has died once."""
    if isinstance(item, Path) and item.exists():
        return "done after a death"
    if isinstance(item, Path):
        item.touch()
    if isinstance(item, Path) or item == DIES:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == RAISES:
        raise ValueError(item)
    if item == UNSENDABLE:
        return lambda: None
    if item == SLOW:
        time.sleep(600)
    return item * 2
