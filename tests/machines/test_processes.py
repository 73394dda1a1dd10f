"""Work on the cores of this computer: each item once, and one that dies costs no other."""

import pytest

from bantu_mesin import DIES, RAISES, UNSENDABLE, work
from lakip_gen.machines.machine import LOST, Failed
from lakip_gen.machines.processes import DIED, ProcessMachine


def outcome(items, workers=2):
    return {done.item: done.result for done in ProcessMachine(workers).run(work, items)}


def test_no_items_are_no_work():
    assert outcome([]) == {}


def test_every_item_comes_back_with_its_result_and_a_fault_is_its_own():
    assert outcome([1, RAISES, 2, UNSENDABLE, 3]) == {
        1: 2,
        RAISES: Failed(LOST),
        2: 4,
        UNSENDABLE: Failed(LOST),
        3: 6,
    }


@pytest.mark.lengkap
def test_a_process_that_dies_is_told_and_all_others_complete():
    assert outcome([1, DIES, 2, 3, 4, 5]) == {1: 2, DIES: Failed(DIED), 2: 4, 3: 6, 4: 8, 5: 10}
