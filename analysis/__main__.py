"""The command line: `python -m analysis COMMAND`. The Makefile's targets call it."""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    # Ctrl-C while all the rest loads ends without a word: there is nothing yet to put right.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import argparse
import sys
import textwrap
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from analysis import guidelines, runs, storage, store
from analysis.articles import slug
from analysis.errors import BuildError, EvidenceError, FaultlineError, ParameterError, RecordError
from analysis.paths import REPORTS, from_root, resolve
from analysis.provenance import DEFAULT_ARTICLE
from analysis.records import Annotations
from analysis.settings import Settings, allowed, read_settings, run_name

# Defects of ours, whose traceback helps whoever mends them.
DEFECTS = (EvidenceError, BuildError)
# What asks a program to end: Ctrl-C, `kill`, a closed terminal.
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(KeyboardInterrupt):
    """A signal asked for the end."""

    def __init__(self, number: int) -> None:
        self.status = 128 + number  # as a shell counts


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0, 2 for bad input, 1 for anything else."""
    options = _parser().parse_args(words)
    try:
        status: int = options.run(options)
    except FaultlineError as error:
        return _told(error)
    except OSError as error:
        explained = storage.explained(error, getattr(options, "reports", None))
        if explained is None:
            raise
        return _told(explained)
    except Stopped as stop:
        print(f"faultline: stopped; {storage.UNTOUCHED}", file=sys.stderr)
        return stop.status
    return status


def _told(error: FaultlineError) -> int:
    if isinstance(error, DEFECTS):
        traceback.print_exception(error)
    else:
        print(f"faultline: {error}", file=sys.stderr)
    return error.status


def _stop(number: int, _: FrameType | None) -> None:
    # Clearing up is quick, and a second signal would leave it half done.
    for one in SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    raise Stopped(number)


def _report(options: argparse.Namespace) -> int:
    settings, origins = read_settings(options.set, options.params)
    runs.recover(options.reports)
    plan = runs.plan(resolve(options.article), settings, origins, options.reports)
    current = runs.is_current(plan)
    # Both here, because a run that is current must be told at once.
    if not current:
        from analysis.report import build

        build(plan)
    elif not runs.is_listed(options.reports):
        from analysis.briefing import catalogue

        catalogue.write(options.reports)
    print("nothing has changed since" if current else "made")
    for name in ("briefing.html", "briefing.pdf"):
        print(f"  {from_root(plan.folder / name)}")
    return 0


def _annotate(options: argparse.Namespace) -> int:
    if options.out is None and options.gold_json is None:
        raise ParameterError("annotate: nowhere to write to; give --out FOLDER, --gold-json FILE, or both")
    settings, _ = read_settings(options.set, options.params)
    from analysis.pipeline import Analysis

    analysis = Analysis(resolve(options.article), settings)
    analysis.check()
    if options.out:
        counts = analysis.save_to(options.out)
        print(f"{options.out / 'data'}: {', '.join(f'{n} {name}' for name, n in counts.items())}")
    if options.gold_json:
        guidelines.write(options.gold_json, analysis.annotations())
        print(options.gold_json)
    return 0


def _explain(options: argparse.Namespace) -> int:
    from analysis.explain import explain

    print(explain(_records(options), options.id))
    return 0


def _records(options: argparse.Namespace) -> Annotations:
    """The records of a run as it stands; where the article has none yet, read afresh."""
    settings, _ = read_settings(options.set, options.params)
    article = resolve(options.article)
    try:
        return store.load((options.run_folder or REPORTS / run_name(slug(article), settings)) / "data").annotations
    except (OSError, ValueError, KeyError) as error:
        if options.run_folder:
            raise RecordError(
                f"{options.run_folder}: holds no records that can be read; make report makes them"
            ) from error
    from analysis.pipeline import Analysis

    analysis = Analysis(article, settings)
    analysis.check()
    return analysis.annotations()


def _params(options: argparse.Namespace) -> int:
    for name, field in Settings.model_fields.items():
        extra = field.json_schema_extra or {}
        print(f"{name} = {field.default}")
        print(textwrap.indent(textwrap.fill(f"{field.description}.", 92), "    "))
        print(f"    takes {allowed(field)}; moves {extra['moves']}")  # type: ignore[index]
    return 0


def _verify(options: argparse.Namespace) -> int:
    from analysis.verification.outcome import shown
    from analysis.verification.table import verify

    folder = options.run_folder or Path(from_root(REPORTS / run_name(slug(DEFAULT_ARTICLE), Settings())))
    failed = []
    for check, outcome in verify(resolve(folder), options.article, rebuild=options.rebuild):
        print(*outcome.lines(check.name), sep="\n", flush=True)
        failed += [check.name] if outcome.status == "failed" else []
    print(f"{shown(str(folder))}: {'failed ' + ', '.join(failed) if failed else 'verified'}")
    return 1 if failed else 0


def _evaluate(options: argparse.Namespace) -> int:
    from analysis.evaluation import evaluate

    return evaluate(options.gold, record=options.record)


def _weights(options: argparse.Namespace) -> int:
    from analysis.evaluation.fit import fit

    return fit(options.gold)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description="Annotate a news article and brief on it.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        return added

    def reads_article(added: argparse.ArgumentParser) -> None:
        added.add_argument("article", nargs="?", default=DEFAULT_ARTICLE, help="a .txt, .html or .md file")
        added.add_argument("--set", default="", metavar="WORDS", help='parameters, as "name=value name=value"')
        added.add_argument("--params", type=_path, metavar="FILE", help="a YAML file of parameters")

    report = command("report", _report, "make an article's briefing, unless nothing has changed")
    reads_article(report)
    report.add_argument("--reports", type=Path, default=REPORTS, help="the folder of the run folders")
    annotate = command("annotate", _annotate, "write an article's records, without notebooks")
    reads_article(annotate)
    annotate.add_argument("--out", type=Path, metavar="FOLDER", help="the folder to write data/ to")
    annotate.add_argument("--gold-json", type=Path, metavar="FILE", help="the file for the form of the guidelines")
    explain = command("explain", _explain, "say what one record rests on")
    explain.add_argument("id", help="the record's id, or as much of its beginning as tells it from others")
    reads_article(explain)
    explain.add_argument("--run", type=Path, dest="run_folder", metavar="FOLDER", help="a run folder to look in")
    verify = command("verify", _verify, "check a run folder again, with nothing but it and its article")
    verify.add_argument("run_folder", nargs="?", type=_path, metavar="FOLDER", help="default: the bundled article's")
    verify.add_argument("--article", type=_path, metavar="FILE", help="the article, if not where the run found it")
    verify.add_argument("--rebuild", action="store_true", help="build the run twice and compare; takes minutes")
    command("params", _params, "list the parameters")
    evaluate = command("evaluate", _evaluate, "measure every extractor on the development sets")
    evaluate.add_argument("--gold", type=Path, required=True, help="the folder that holds data/ and gold/")
    weights = command("weights", _weights, "fit the weights of all stages on the training sets again")
    weights.add_argument("--gold", type=Path, required=True, help="the folder that holds data/ and gold/")
    evaluate.add_argument("--record", action="store_true", help="write the figures that the report prints")
    return parser


def _path(words: str) -> Path | None:
    return Path(words) if words else None


if __name__ == "__main__":
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            signal.signal(number, _stop)
    sys.exit(main())
