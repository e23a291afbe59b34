"""V3: the files are those that the run recorded and, where it is asked for, those that two clean builds make."""

from collections.abc import Iterator
from itertools import chain

from analysis.errors import RunError
from analysis.provenance import sha256
from analysis.runs import LOG, RECORD
from analysis.verification import checkout
from analysis.verification.outcome import Outcome, outcome
from analysis.verification.rebuild import rebuilt
from analysis.verification.runfolder import PAGE, RunFolder

# Times of day, and what holds the hashes: neither is an output.
BESIDE = (RECORD, LOG)


def check(run: RunFolder) -> Outcome:
    """Recorded hashes against the files as they lie, and against clean builds."""
    files = f"{len(run.recorded_outputs)} files are there as recorded"
    if not run.rebuild:
        return outcome(_faults(run), f"{files}; building it again was not asked for (--rebuild, REBUILD=yes)")
    return outcome(chain(_faults(run), _of_builds(run)), f"{files}, and two clean builds made the same bytes")


def _faults(run: RunFolder) -> Iterator[str]:
    recorded = run.recorded_outputs
    if PAGE not in recorded:
        yield f"{RECORD}: has no hash of {PAGE}"
    there = dict(run.files())
    for name in sorted(recorded.keys() - there.keys()):
        yield f"{name}: missing"
    for name in sorted(there.keys() - recorded.keys() - set(BESIDE)):
        yield f"{name}: the run recorded no such file"
    for name in sorted(there):
        if not there[name]:
            yield f"{name}: not a plain file"
        elif name in recorded and (found := sha256(run.path / name)) != recorded[name]:
            yield f"{name}: has been changed; it hashes to {found[:12]}…, the run recorded {recorded[name][:12]}…"


def _of_builds(run: RunFolder) -> Iterator[str]:
    differing = checkout.differences(run)
    if differing:
        yield f"{checkout.told(run, differing)}; other bytes are to be expected"
    try:
        first, second = rebuilt(run).builds
    except RunError as error:
        yield f"not built again: {error}"
        return
    recorded = run.recorded_outputs
    for name in sorted({*recorded, *first, *second}):
        made = (first.get(name), second.get(name))
        if made[0] != made[1]:
            yield f"{name}: two builds made two different files"
        elif made[0] != recorded.get(name):
            told = f"a build makes {made[0][:12]}…" if made[0] else "a build makes no such file"
            yield f"{name}: {told}, the run recorded {recorded.get(name, 'none')[:12]}"
