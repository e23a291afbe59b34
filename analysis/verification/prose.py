"""V4: every number and every name in the page's own sentences comes from a record.

Two ways, because each sees what the other cannot:

- Sentence by sentence. A number has to be a value of the records that its claim or card rests on, or beside its word
  in the fixed text of the templates, or a count that the records allow; a share has to be what its two counts come to;
  a name has to stand in those records. That needs none of the code that wrote the page. It lets pass a wrong count
  that is possible (eight for seven quoted speakers), and it does not look into drawings and labels for screen readers.
- As a whole, where this is the code that wrote the page: its sections are made again from the records in the folder
  and have to be the same, element by element, attributes and drawings with them. That lets nothing pass; but what
  today's code makes of the records it believes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from analysis.accuracy import figures
from analysis.briefing import prose
from analysis.briefing.sections import header, method
from analysis.codebook import read_issues
from analysis.verification import made_again, remade
from analysis.verification.known import WORD, WORDS, Known, Sources
from analysis.verification.outcome import Outcome, brief, outcome
from analysis.verification.own_words import Told, own_words
from analysis.verification.runfolder import PAGE, RunFolder

CAPITALISED = re.compile(r"[A-Z][\w’'&-]*(?:\.(?=[A-Z\s]))?(?: (?:of (?:the )?)?[A-Z][\w’'&-]*)*")
SHARE = re.compile(r"(?<!\S)(\S+) of (?:the )?(\S+) [^()]{0,90}\((\d+)%\)")


def check(run: RunFolder) -> Outcome:
    """The page's sentences against the records; and against what the records give, if they can be made again."""
    sentences = list(own_words(run.page))
    why_not = remade.why_not(run)
    again = f"not made again from them: {why_not}" if why_not else "the sections, made again from them, are the same"
    found = chain(_faults(run, sentences), made_again.faults(run) if not why_not else ())
    return outcome(found, f"{len(sentences)} sentences, their every number and name in the records; {again}")


def _faults(run: RunFolder, sentences: Sequence[Told]) -> Iterator[str]:
    sources = _sources(run)
    pools = {"what-changed": _comparison(run, sources)}
    for told in sentences:
        key = told.id if told.about != "section" else ""
        if key not in pools:
            pools[key] = _pool(told, sources)
        for fault in (*_numbers(told, pools[key], sources), *_names(told.sentence, pools[key], sources)):
            yield f"{PAGE}, {told.about} {told.id}: {fault} is in no record: {brief(told.sentence, 120)}"


def _sources(run: RunFolder) -> Sources:
    """The records, and what is printed and is no record."""
    issues = tuple(read_issues(run.settings.codebook, run.annotations.article.text))
    article = run.annotations.article
    facts = [
        article.title,
        article.outlet,
        article.rights,
        *article.authors,
        *header.build(article, run.settings).particulars,
    ]
    facts += [prose.day(article.published)] if article.published else []
    facts += [f"{name} {value}" for name, value in [*run.parameters.items(), *run.provenance.versions.items()]]
    facts += [f"default {field.default}" for field in type(run.settings).model_fields.values()]
    view = method.build(run.annotations, figures())
    facts += [f"{field}" for row in (*view.measured, *view.bands) for field in vars(row).values()]
    facts += [f"{band.high}%" for band in view.bands] + [f"{len(view.measured)}", f"{len(issues)}"]
    facts += [prose.typeset(words) for issue in issues for words in (issue.name, issue.question, issue.proposition)]
    facts += [run.provenance.command, run.provenance.commit]
    return Sources(run.annotations, issues, facts)


def _comparison(run: RunFolder, sources: Sources) -> Known:
    """Of the records now and those of the run that they are compared with, any number of either."""
    earlier = run.earlier
    if earlier is None:
        return sources.section()
    facts = [f"{name} {value}" for name, value in (*earlier.parameters.items(), ("since", earlier.name))]
    then = Sources(earlier.annotations, sources.issues, facts)
    both = [sources.everything, sources.further, then.everything, then.further]
    counts = range(max(sources.totals["record"], then.totals["record"]) + 1)
    numbers = {*map(str, counts), *(number for known in both for number in known.numbers)}
    paragraphs = range(1, len(run.annotations.article.paragraphs) + 1)
    return Known("\n".join(known.text for known in both), frozenset(numbers), frozenset(map(str, paragraphs)))


def _pool(told: Told, sources: Sources) -> Known:
    if told.about == "card":
        return sources.card(told.id, told.places)
    return sources.claim(told.id, told.places) if told.about == "claim" else sources.section()


def _numbers(told: Told, pool: Known, sources: Sources) -> Iterator[str]:
    words = WORD.findall(told.sentence)
    plain = [word.lower().rstrip(".'’") for word in words]
    shares = list(SHARE.finditer(told.sentence))
    right = {f"{match[3]}%" for match in shares if _comes_to(match)}
    # A card has its own counts; elsewhere what is counted may be as many as there are.
    most = 0 if told.about == "card" else max(sources.totals.get(word.removesuffix("s"), 0) for word in (*plain, ""))
    for place, word in enumerate(plain):
        value = WORDS.get(word) or (word.replace(",", "") if word[:1].isdigit() else "")
        before = plain[place - 1] if place else ""
        if not value or {(before, word), (word, *plain[place + 1 : place + 2])} & sources.beside:
            continue
        if before == "paragraph":
            known = value in pool.paragraphs
        else:
            known = value in pool.numbers or value in right or (value.isdecimal() and int(value) <= most)
        if not known:
            yield f"the number {words[place]}"
    yield from (f"the share {match[3]}%" for match in shares if f"{match[3]}%" not in right)


def _comes_to(match: re.Match[str]) -> bool:
    part, whole = (WORDS.get(word.lower(), word.replace(",", "")) for word in match.group(1, 2))
    if not part.isdecimal() or not whole.isdecimal() or not int(whole):
        return True
    return prose.percent(int(part) / int(whole)) == f"{match[3]}%"


def _names(sentence: str, pool: Known, sources: Sources) -> Iterator[str]:
    for match in CAPITALISED.finditer(sentence):
        run = match[0].rstrip(".’'")
        if not any(_names_known(form, pool, sources) for form in _forms(run)):
            yield f"the name {brief(run)}"


def _forms(run: str) -> Iterator[str]:
    yield run
    yield run.removesuffix("’s").removesuffix("’")


def _names_known(run: str, pool: Known, sources: Sources) -> bool:
    """Whether the records or the fixed words have the run, or its parts apart, where only its first is ours."""
    if pool.names(run) or sources.fixed.names(run):
        return True
    first, _, rest = run.partition(" ")
    if rest and sources.fixed.names(first):
        return _names_known(rest.removeprefix("of ").removeprefix("the "), pool, sources)
    return False
