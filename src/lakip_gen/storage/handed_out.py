"""What was handed out for a quarter: the bytes of each form, so that only these are replaced.

What stood in the locked cells is noted with the events; until 0.1.0 it was noted here, and goes on being read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.storage.manifest import read_manifest
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace

_FINGERPRINTS: Final = "sidik"


def form_outputs(workspace: Workspace, quarter: Periode) -> Outputs:
    """Return the guard over the forms that the program put into a quarter's inbox; its note lies with the outputs."""
    return Outputs(workspace.inbox(quarter), workspace.handed_out(quarter))


def known_fingerprints(workspace: Workspace, quarter: Periode) -> Mapping[str, frozenset[str]]:
    """Return the fingerprints of locked cells that were noted here, by unit; none where nobody noted any."""
    noted = read_manifest(workspace.handed_out(quarter)).summary.get(_FINGERPRINTS)
    return {
        unit: frozenset(one for one in several if isinstance(one, str))
        for unit, several in (noted.items() if isinstance(noted, dict) else ())
        if isinstance(several, list)
    }
