"""What lies in this checkout, against what the run was made from."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from sys import version_info

from analysis.paths import PACKAGE, ROOT
from analysis.provenance import code_sha256, language_model_version, sha256
from analysis.runs import EARLIER
from analysis.verification.runfolder import RunFolder

CODE, LOCK, ARTICLES = "analysis/", "requirements.lock", "seeds/articles/"


def differences(run: RunFolder) -> list[str]:
    """The inputs and versions that are not here as the run had them; those of the article are V1's business."""
    return [*_inputs(run), *_versions(run)]


def told(run: RunFolder, differing: list[str]) -> str:
    """The differences as a sentence, with the commit that made the run."""
    shown = ", ".join(differing[:4]) + (f" and {len(differing) - 4} more" if len(differing) > 4 else "")
    commit = run.provenance.commit
    changed = " with uncommitted changes" if run.provenance.dirty else ""
    made = f"; the run was made from commit {commit}{changed}" if commit else ""
    return f"{shown} here {'is' if len(differing) == 1 else 'are'} not what made the run{made}"


def _inputs(run: RunFolder) -> Iterator[str]:
    article = run.provenance.article.rpartition(".")[0]
    for name, recorded in run.provenance.inputs.items():
        if name == CODE:
            same = code_sha256(PACKAGE) == recorded
        else:
            same = name.rpartition(".")[0] == article or name.startswith(EARLIER) or _is(name, recorded)
        if not same:
            yield f"the code ({CODE})" if name == CODE else name


def _is(name: str, recorded: str) -> bool:
    path = ROOT / name
    return path.is_file() and sha256(path) == recorded


def _versions(run: RunFolder) -> Iterator[str]:
    for package, recorded in run.provenance.versions.items():
        found = _version(package, run)
        if found != recorded:
            yield f"{package} {found or 'missing'} (was {recorded})"


def _version(package: str, run: RunFolder) -> str:
    if package == "python":
        return f"{version_info.major}.{version_info.minor}"
    if package == "language_model":
        return language_model_version(run.settings.language_model)
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
