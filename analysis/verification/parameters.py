"""V5: the parameters on record are those that the notebooks were run with, that the page prints, and that the command
and the folder's name stand for.
"""

import ast
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.briefing.sections.making import ORIGINS
from analysis.errors import InputError
from analysis.paths import ROOT, from_root
from analysis.provenance import DEFAULT_ARTICLE, EPOCH
from analysis.settings import Settings, check_settings, read_settings, run_name
from analysis.verification.outcome import Outcome, brief, outcome
from analysis.verification.runfolder import NOTEBOOKS, PAGE, RunFolder

INJECTED = "injected-parameters"
TABLE = "//section[@aria-labelledby='provenance']//table//tr[td]"
COMMAND = "//section[@aria-labelledby='provenance']//pre[@class='command'][1]"


def check(run: RunFolder) -> Outcome:
    """`run.json` against the schema, the notebooks' cells, the page, the command and the name of the folder."""
    moved = [f"{row.name}={row.value}" for row in run.provenance.parameters if row.changed]
    told = f"{', '.join(moved)} and the other defaults" if moved else "all at their defaults"
    return outcome(
        _faults(run),
        f"{len(run.parameters)} parameters ({told}) are those of {len(NOTEBOOKS)} executed notebooks, "
        "of the page, of the command and of the folder’s name",
    )


def _faults(run: RunFolder) -> Iterator[str]:
    yield from _of_schema(run)
    for name in NOTEBOOKS:
        yield from _of_notebook(name, run)
    yield from _of_page(run)
    yield from _of_command(run)
    if run.provenance.inputs_sha256 != run.record.get("inputs_sha256"):
        yield "run.json: inputs_sha256 is not the hash of its inputs, versions and parameters"


def _of_schema(run: RunFolder) -> Iterator[str]:
    """Every parameter there is, with a value that it takes, and the name that a folder has by them."""
    missing = Settings.model_fields.keys() - run.parameters.keys()
    if missing:
        yield f"run.json: has no {', '.join(sorted(missing))}"
    try:
        settings = check_settings(run.parameters)
    except InputError as error:
        yield f"run.json: {error}"
        return
    if settings.model_dump() != run.parameters:
        yield "run.json: a value is of another type than its parameter takes"
    changed = settings.changed()
    for row in run.provenance.parameters:
        if row.changed != (row.name in changed):
            yield f"run.json: says that {row.name}={row.value} is {'' if row.changed else 'not '}moved"
        elif row.changed and row.origin == "default":
            yield f"run.json: {row.name}={row.value} is no default"
    name = run_name(run.slug, settings)
    if name != run.path.name:
        yield f"the folder is called {run.path.name}, by its article and parameters it is {name}"


def _of_notebook(name: str, run: RunFolder) -> Iterator[str]:
    file = f"notebooks/{name}.ipynb"
    executed = injected(run.notebooks[name])
    if executed is None:
        yield f"{file}: no cell that sets the parameters, and nothing else"
        return
    recorded = run.parameters | {"article": run.provenance.article}
    for key in sorted(recorded.keys() | executed.keys()):
        if key not in executed or key not in recorded:
            yield f"{file}: {key} is set in {'run.json' if key in recorded else 'the notebook'} alone"
        elif (executed[key], type(executed[key])) != (recorded[key], type(recorded[key])):
            yield f"{file}: was run with {key}={executed[key]!r}, run.json has {recorded[key]!r}"


def injected(notebook: Mapping[str, Any]) -> dict[str, Any] | None:
    """The values of the one cell that papermill adds, read and not run; None where it is anything but such a cell."""
    found = [cell for cell in notebook.get("cells", []) if INJECTED in cell.get("metadata", {}).get("tags", [])]
    if len(found) != 1:
        return None
    values = {}
    try:
        for line in ast.parse("".join(found[0]["source"])).body:
            if not isinstance(line, ast.Assign) or not isinstance(line.targets[0], ast.Name):
                return None
            values[line.targets[0].id] = ast.literal_eval(line.value)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None
    return values


def _of_page(run: RunFolder) -> Iterator[str]:
    printed = {
        "".join(row.xpath("th//text()")): ["".join(cell.xpath("text()")).strip() for cell in row.xpath("td")]
        for row in run.page.xpath(TABLE)
    }
    recorded = {row.name: [str(row.value), ORIGINS[row.origin]] for row in run.provenance.parameters}
    for key in sorted(recorded.keys() | printed.keys()):
        if printed.get(key) != recorded.get(key):
            shown, told = (" from ".join(values[key]) if key in values else "nothing" for values in (printed, recorded))
            yield f"{PAGE}: prints {brief(shown)} for {key}, run.json has {brief(told)}"
    command = "".join(run.page.xpath(f"{COMMAND}//text()"))
    if command.strip() != run.provenance.command:
        yield f"{PAGE}: prints the command {brief(command)}, run.json has {brief(run.provenance.command)}"


def _of_command(run: RunFolder) -> Iterator[str]:
    """What the recorded command would run."""
    command = run.provenance.command
    timed = run.provenance.timed_by == EPOCH
    try:
        # A time that was given stands before it, as for any program.
        first, *rest = shlex.split(command)[timed:]
        words = dict(word.partition("=")[::2] for word in rest[1:])
        settings, _ = read_settings(words.pop("SET", ""))
    except (ValueError, InputError) as error:
        yield f"run.json: its command {brief(command)} does not run ({error})"
        return
    article = words.pop("ARTICLE", from_root(DEFAULT_ARTICLE))
    asked = Path(article) == Path(run.provenance.article) or ROOT / article == ROOT / run.provenance.article
    if words or (first, *rest[:1]) != ("make", "report") or not asked or settings.model_dump() != run.parameters:
        yield f"run.json: its command {brief(command, 120)} makes another run"
