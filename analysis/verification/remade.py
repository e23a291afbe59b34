"""The page made again in this process from the records of the folder, where the same code is at hand."""

from functools import lru_cache

from analysis.accuracy import figures
from analysis.briefing.page import Page
from analysis.codebook import read_issues
from analysis.verification import checkout
from analysis.verification.runfolder import RunFolder


@lru_cache(maxsize=1)
def why_not(run: RunFolder) -> str:
    """Why the page cannot be made again to the letter here; empty where it can."""
    # The lock says what to install; what is installed is compared itself.
    differing = [name for name in checkout.differences(run) if name != checkout.LOCK]
    return checkout.told(run, differing) if differing else ""


@lru_cache(maxsize=1)
def page(run: RunFolder) -> Page:
    """The briefing of the folder's records under its recorded parameters. Raises an `InputError` where the run that it
    is compared with is not beside it any more.
    """
    settings = run.settings
    issues = read_issues(settings.codebook, run.annotations.article.text)
    return Page(
        run.annotations,
        issues=sorted(issues, key=lambda issue: issue.id != settings.focus),
        settings=settings,
        figures=figures(),
        provenance=run.provenance,
        earlier=run.earlier,
    )
