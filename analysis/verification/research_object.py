"""V7: the folder is a research object: its crate follows the profiles that it says it does."""

from analysis.crate import FILE, faults
from analysis.verification.outcome import Outcome, outcome
from analysis.verification.runfolder import RunFolder


def check(run: RunFolder) -> Outcome:
    """The crate's own validation, offline."""
    if not run.holds(FILE):
        return Outcome("failed", "", ("the run has no crate",))
    return outcome(faults(run.path), f"{FILE} follows RO-Crate and its Process Run Crate profile")
