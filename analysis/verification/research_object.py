"""V7: the folder is a research object: its crate follows the profiles that it says it does."""

from importlib import import_module

from analysis.verification.outcome import Outcome, outcome
from analysis.verification.runfolder import RunFolder

FILE = "ro-crate-metadata.json"


def check(run: RunFolder) -> Outcome:
    """The crate's own validation, offline."""
    if not run.holds(FILE):
        return Outcome("failed", "", ("the run has no crate",))
    # Here, because the validator takes a second to load.
    faults = import_module("analysis.crate").faults
    return outcome(faults(run.path), f"{FILE} follows RO-Crate and its Process Run Crate profile")
