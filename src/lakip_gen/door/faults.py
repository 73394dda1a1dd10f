"""What ended a command before its end: the exit code, and the sentence that the user reads."""

from __future__ import annotations

from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.said import said


def explain(error: Exception) -> tuple[ExitCode, str]:
    """Return how a command ends that this ended; what nobody foresaw is noted down for whoever mends the program."""
    from lakip_gen.domain.teks import untuk_layar

    match error:
        case SudahDisahkan():
            return ExitCode.SEALED, untuk_layar(said(str(error)))
        case BlockingIOError():
            return ExitCode.BUSY, untuk_layar(str(error))
        case OSError():
            from lakip_gen.storage.file_faults import file_sentence

            return ExitCode.FILE_FAULT, file_sentence(error)
    from lakip_gen.storage.fault_log import record_fault

    return ExitCode.PROGRAM_FAULT, f"Program mengalami cacat. Rinciannya: {record_fault(error)}"
