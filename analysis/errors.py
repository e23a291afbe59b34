"""What can go wrong, as a small tree.

`InputError` and its children are the reader's to mend: one line that says what, where and what to do,
exit status 2. Every other `FaultlineError` ends with status 1.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from analysis.characters import printable

LONGEST = 800


class FaultlineError(Exception):
    """Root of every error that this package raises on purpose."""

    status = 1


class InputError(FaultlineError):
    """Bad input: the message names the input, what is wrong with it, and the remedy."""

    status = 2

    def __str__(self) -> str:
        return _line(super().__str__())


class ArticleError(InputError):
    """The article cannot be read as a news text."""


class SeedError(InputError):
    """A YAML file of metadata, actors or codebook is broken or misspelt."""


class ParameterError(InputError):
    """A parameter is unknown, of the wrong type, or out of its range."""


class RecordError(InputError):
    """No record has the id that was asked for, or several have it, or there are no records to look in."""


class RunError(InputError):
    """A run folder is not there, or a file in it is not as a run writes it."""


class ModelError(InputError):
    """The language model's file is missing, damaged, or not the one that its card describes."""


class StorageError(InputError):
    """A file cannot be written: no space, no permission, something in the way."""


class NetworkError(FaultlineError, PermissionError):
    """Something tried to reach the network while a briefing was made. Libraries see a refused permission."""


class KernelError(FaultlineError):
    """A notebook's kernel died, did not start, or took longer than it may."""


class EvidenceError(FaultlineError):
    """A record's span does not match the article verbatim: a defect of ours, never of the input."""


class MissingLibraryError(FaultlineError):
    """A system library that pip cannot install is missing; the message names the package."""


class ProseError(FaultlineError):
    """A sentence of the briefing breaks a rule of its language: a defect of ours, never of the input."""


class BuildError(FaultlineError):
    """A notebook or the rendering of the briefing failed."""


def _line(message: str) -> str:
    """A message that quotes what was given, as one line that a terminal prints and does not obey; its end is the
    remedy.
    """
    shown = printable(message)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST // 2]} … {shown[-LONGEST // 2 :]}"


def nearest(name: str, allowed: Iterable[str]) -> str:
    """The remedy for a misspelt name: `did you mean 'x'?`, or all the names that are allowed."""
    names = sorted(allowed)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else f"allowed: {', '.join(names)}"
