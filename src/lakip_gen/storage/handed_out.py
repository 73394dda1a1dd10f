"""What was handed out for a quarter: the bytes of each form, so that only these are replaced, and its locked cells."""

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
    """Return the fingerprints of the locked cells that each unit was ever handed out; none where nobody noted any."""
    noted = read_manifest(workspace.handed_out(quarter)).summary.get(_FINGERPRINTS)
    return {
        unit: frozenset(one for one in several if isinstance(one, str))
        for unit, several in (noted.items() if isinstance(noted, dict) else ())
        if isinstance(several, list)
    }


def note_fingerprints(forms: Outputs, known: Mapping[str, frozenset[str]], handed_out: Mapping[str, str]) -> None:
    """Write down what was handed out, beside all that was before: an earlier form may still come back."""
    units = sorted({*known, *handed_out})
    several = {unit: sorted({*known.get(unit, ()), *filter(None, (handed_out.get(unit),))}) for unit in units}
    forms.keep({}, {_FINGERPRINTS: several})
