"""The checks in their order, and how a folder goes through them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import FaultlineError, RunError
from analysis.verification import (
    cells,
    claims,
    loading,
    outputs,
    parameters,
    prose,
    quotes,
    research_object,
    source,
)
from analysis.verification.outcome import Outcome
from analysis.verification.runfolder import RunFolder


@dataclass(frozen=True)
class Check:
    """One check: its number and name, as its line begins, and what makes it."""

    name: str
    run: Callable[[RunFolder], Outcome]


CHECKS = (
    Check("V1 source", source.check),
    Check("V2 quotes", quotes.check),
    Check("V3 files", outputs.check),
    Check("V4 prose", prose.check),
    Check("V5 parameters", parameters.check),
    Check("V6 network", loading.check),
    Check("V7 crate", research_object.check),
    Check("V8 cells", cells.check),
    Check("V9 claims", claims.check),
)


def verify(folder: Path, article: Path | None = None, *, rebuild: bool = False) -> Iterator[tuple[Check, Outcome]]:
    """Each check with what it comes to, as soon as it is known. Raises `RunError` where there is no folder."""
    if not folder.is_dir():
        raise RunError(f"{folder}: no such run folder; name one with RUN=reports/NAME, or make it with make report")
    run = RunFolder(folder, article, rebuild=rebuild)
    for check in CHECKS:
        yield check, outcome_of(check, run)


def outcome_of(check: Check, run: RunFolder) -> Outcome:
    """What the check comes to; where a file does not let it be made, that is what is wrong."""
    try:
        return check.run(run)
    except FaultlineError as error:
        return Outcome("failed", "", (str(error),))
    except Exception as error:
        # Files made to deceive are wrong in ways that no list of errors covers, and a failed check is the safe side.
        told = f"the folder is not as a run leaves it ({type(error).__name__}: {error})"
        return Outcome("failed", "", (told,))
