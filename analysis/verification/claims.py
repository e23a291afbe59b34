"""V9: the claims of the page, of the PDF and of `claims.csv` are the same, rest on records, and leave no record that is
shown without one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain

from lxml import html

from analysis.briefing import claims
from analysis.briefing.evidence import Claim, claim_id
from analysis.errors import RunError
from analysis.verification import printed_copy, remade
from analysis.verification.outcome import Outcome, apart, brief, outcome
from analysis.verification.printed_copy import letters
from analysis.verification.runfolder import PAGE, PDF, RunFolder

FILE = f"data/{claims.FILE}"
JOINED = "; "


def _class(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


RECORD = re.compile(r"(?:actor|mention|time|statement|omission|position|tension|cooperation)-[0-9a-f]{8}")
# On the page beside a claim's words; in the margin, or for a screen reader.
NOT_WORDS = " or ".join(f"ancestor::*[{_class(name)}]" for name in ("keys", "label", "margin"))
NOT_PRINTED = " or ".join(f"ancestor::*[{_class(name)}]" for name in ("margin", "hidden", "long", "parts"))
LABEL_ASIDE = "ancestor::span[@class='label'] and (ancestor::tr or ancestor::p[@class='others'])"
# Tables whose every row is a record, with what its claim's id is made of.
ROWS = {"actors": "actor", "held": "position", "times": "time", "ledger": "source"}

Shown = Mapping[str, html.HtmlElement]
Row = Mapping[str, str]


def check(run: RunFolder) -> Outcome:
    """Ids, words and notes of every claim in three places; the records behind them; the records shown."""
    others = "not made again from them: this is other code than made the run"
    told = others if remade.why_not(run) else "made again from the records they are the same"
    same = f"{len(run.claims)} claims, the same on the page, in the PDF and in {FILE}, each on the words of a record"
    return outcome(_faults(run), f"{same}; {told}")


def _faults(run: RunFolder) -> Iterator[str]:
    elements = run.page.xpath(f"//*[{_class('claim')}]")
    shown: Shown = {str(element.get("id")): element for element in elements}
    rows = {row["id"]: row for row in run.claims}
    yield from _of_ids(elements, run.claims, run)
    for key, row in rows.items():
        if key in shown:
            yield from _of_claim(shown[key], row)
    yield from _of_print(shown, run)
    yield from _of_evidence(rows, run)
    yield from _of_records(run, shown)
    if not remade.why_not(run):
        yield from _of_records_again(rows, run)


def _of_ids(elements: Sequence[html.HtmlElement], rows: Sequence[Row], run: RunFolder) -> Iterator[str]:
    """Each claim once, and in every place."""
    found = {PAGE: Counter(str(one.get("id")) for one in elements), FILE: Counter(row["id"] for row in rows)}
    try:
        found[PDF] = Counter(name for name in printed_copy.names(run) if name.startswith("claim-"))
    except RunError as error:
        yield str(error)
    every = set().union(*found.values())
    for place, ids in found.items():
        for key in sorted(every - ids.keys()):
            yield f"{place}: has no {key}, which stands in {next(other for other in found if key in found[other])}"
        for key in sorted(key for key, count in ids.items() if count > 1):
            yield f"{place}: has {key} {ids[key]} times"


def _of_claim(element: html.HtmlElement, row: Row) -> Iterator[str]:
    """What the page prints of a claim, against its row: words, notes and label."""
    where = f"{PAGE}, {row['id']}"
    words = _joined(element, NOT_WORDS)
    if not _same(element, words, row["text"]):
        own, theirs = apart(words, row["text"])
        yield f"{where}: says {own}, {FILE} has {theirs}"
    keys = JOINED.join(element.xpath(".//a[@class='key']/text()"))
    if keys != row["notes"]:
        yield f"{where}: cites notes {keys or 'none'}, {FILE} has {row['notes'] or 'none'}"
    ends = zip(row["start"].split(JOINED), row["end"].split(JOINED), strict=False)
    if element.xpath(".//a[@class='key']/@href") != [f"#e-{start}-{end}" for start, end in ends]:
        yield f"{where}: its keys lead to other characters than {FILE} has"
    label = "".join(element.xpath("(.//span[@class='label'])[1]/text()"))
    if label != row["label"]:
        yield f"{where}: is marked {brief(label)}, {FILE} has {brief(row['label'])}"


def _same(element: html.HtmlElement, words: str, text: str) -> bool:
    """Whether a claim is printed as its text; a table's row tells it in cells, a quotation in its first words."""
    plain = " ".join(text.split())
    if element.tag == "blockquote":
        return letters(_bare("".join(element.xpath("p/text()")))) in letters(_bare(plain))
    if element.tag == "tr":
        first = element.xpath("th//span[starts-with(@class, 'name')]|th//time") or element.xpath("th")
        return bool(first) and plain.lower().startswith(_joined(first[0], NOT_WORDS).lower())
    if element.xpath("self::li[ancestor::ul[contains(@class, 'open-times')]]"):
        return letters("".join(element.xpath(".//mark//text()"))) in letters(plain)
    if element.tag == "li":
        return letters(words).lstrip("+−±").startswith(letters(plain))
    return words == plain


def _bare(words: str) -> str:
    return re.sub("[“”‘’\"'«»`…]", "", words)


def _joined(element: html.HtmlElement, without: str) -> str:
    return " ".join("".join(element.xpath(f".//text()[not({without})]")).split())


def _of_print(shown: Shown, run: RunFolder) -> Iterator[str]:
    """The words of every claim, as the page has them, in the PDF."""
    try:
        printed = printed_copy.words(run)
    except RunError:
        return  # told with the ids
    for key, element in shown.items():
        for part in element.xpath("th|td") or [element]:
            words = _joined(part, f"{NOT_PRINTED} or ({LABEL_ASIDE})")
            if letters(words) not in printed:
                yield f"{PDF}, {key}: does not print {brief(words, 120)}"


def _of_evidence(rows: Mapping[str, Row], run: RunFolder) -> Iterator[str]:
    """Every place that a claim cites lies in words that a record rests on, or one of the run compared with."""
    then = run.earlier.annotations.records() if run.earlier else ()
    records = chain(run.annotations.records(), then)
    spans = sorted((place.start, place.end) for record in records for _, place in record.spans())
    starts, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    for key, row in rows.items():
        for start, end in zip(row["start"].split(JOINED), row["end"].split(JOINED), strict=False):
            place = bisect_right(starts, int(start)) - 1 if start.isdecimal() and end.isdecimal() else -1
            if place < 0 or ends[place] < int(end):
                yield f"{FILE}, {key}: no record rests on characters {start}–{end}"


def _of_records(run: RunFolder, shown: Shown) -> Iterator[str]:
    """Every record that the page shows is on record, and has a claim."""
    known = {record.id for record in run.annotations.records()}
    told = {
        found
        for value in run.page.xpath("//@data-who|//@data-tension|//@value|//@id")
        for found in RECORD.findall(value)
    }
    for key in sorted(told - known):
        yield f"{PAGE}: shows {key}, of which there is no record"
    for card in run.page.xpath("//article/@id"):
        if claim_id("tension", card) not in shown:
            yield f"{PAGE}: the card of {card} has no claim"
    for kind, prefix in ROWS.items():
        ids = {claim_id(prefix, key) for key in (*known, "")}
        for row in run.page.xpath(f"//table[{_class(kind)}]/tbody/tr[not(@class='issue')]"):
            if "claim" not in row.get("class", "").split() or row.get("id") not in ids:
                words = brief(_joined(row, NOT_WORDS))
                yield f"{PAGE}, line {row.sourceline}: a row of {kind} is the claim of no record: {words}"


def _of_records_again(rows: Mapping[str, Row], run: RunFolder) -> Iterator[str]:
    """The claims that the records give today, in this process."""
    made = {claim.id: claim for claim in remade.page(run).outline.claims}
    for key in sorted(rows.keys() ^ made.keys()):
        yield f"{FILE}: {'the records give no' if key in rows else 'lacks'} {key}"
    for key in rows.keys() & made.keys():
        if (told := _row(made[key])) != {name: rows[key][name] for name in told}:
            own, given = apart(rows[key]["text"], made[key].text)
            yield f"{FILE}, {key}: has {own}, the records give {given}"


def _row(claim: Claim) -> dict[str, str]:
    notes = JOINED.join(str(note.number) for note in claim.notes)
    return {"text": claim.text, "label": claim.label, "notes": notes}
