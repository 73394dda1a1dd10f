"""A fault of the program that one file or template brings about: written down, and told as a finding."""

from __future__ import annotations

from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.storage.fault_log import record_fault


def temuan_cacat(kode: str, letak: str, salah: Exception) -> Temuan:
    """Write a fault of the program down and return what to say of it."""
    return temuan(kode, Asal(letak), catatan=record_fault(salah))
