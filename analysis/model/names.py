"""Names by rules: capitalised runs, cut at titles and known names, and labelled by the words they are made of.

The gazetteer gives the labels of the names it has, `names.toml` beside this file holds the words that tell kinds
apart. What stays unknown is a `NAME`. A trained network replaces these modules and sets the same labels.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from analysis import lexicon
from analysis.model.name_gazetteer import NAME, PERSON, PLACE, find_known, titles, word_list
from analysis.model.name_kinds import is_body, label_of
from analysis.model.name_runs import find_runs
from analysis.model.name_scene import ARABIC, HYPHENS, Scene, look_at

LONGEST_TITLE = 5


def find_names(doc: Doc) -> list[Span]:
    """The names in `doc`, in order, labelled PERSON, ORG, PLACE or NAME. Needs sentence starts."""
    scene = look_at(doc)
    spans = [span for start, end in find_runs(scene) for span in _cut(scene, start, end)]
    return _headings_agree(scene, _relabelled(spans))


def _cut(scene: Scene, start: int, end: int) -> Iterator[Span]:
    """The names of one run: what stands before, between and after its titles."""
    if start in scene.headline:
        yield from _known(scene, start, end)
        return
    begin, titled, i = start, False, start
    while i < end:
        length = _title_length(scene, i, end)
        if not length:
            i += 1
            continue
        yield from _segment(scene, begin, i, titled, before_title=True)
        begin, titled, i = i + length, True, i + length
    yield from _segment(scene, begin, end, titled)


def _title_length(scene: Scene, start: int, end: int) -> int:
    """How many tokens from `start` are a title; 0 where none begins. A known name is never cut."""
    known = scene.known_from(start)
    words = [token.text for token in scene.doc[start : min(end, start + LONGEST_TITLE)]]
    rank = 1 if words[0] in word_list("ranks") and len(words) > 1 else 0
    for length in range(len(words), rank, -1):
        if tuple(words[rank:length]) in titles() or tuple(words[:length]) in titles():
            longer = known and len(known.words.split()) > length
            return 0 if longer else length
    return 0


def _segment(scene: Scene, start: int, end: int, titled: bool, before_title: bool = False) -> Iterator[Span]:
    """The names in a part of a run that holds no title."""
    start, end = _trimmed(scene, start, end)
    if start >= end:
        return
    head = _leading(scene, start, end)
    if head:
        yield from _segment(scene, start, head, False)
        yield from _segment(scene, head, end, titled, before_title)
        return
    label = PERSON if titled and not is_body(scene, start, end) else label_of(scene, start, end)
    if label == NAME and before_title and not scene.known(start, end):
        return
    if label:
        yield Span(scene.doc, start, end, label=label)


def _trimmed(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Without days, months, particles and party letters at the edges; a known name ("May") stays whole."""
    doc = scene.doc
    while start < end and not _holds(scene, start, end) and _edge(doc[end - 1]):
        end -= 1
    while start < end and not _holds(scene, start, end) and _edge(doc[start]):
        start += 1
    return start, end


def _holds(scene: Scene, start: int, end: int) -> bool:
    return end - start > 1 and scene.known(start, end) is not None


def _edge(token: Token) -> bool:
    word = token.text.rstrip(".").lower()
    joint = (
        token.text in HYPHENS
        or (token.is_lower and token.lower_ not in ARABIC and not _after_hyphen(token))
        or token.text in ("&", "The", "A", "An")
    )
    return (
        joint
        or word in lexicon.words("day")
        or token.text in word_list("openers")
        or not any(map(str.isalpha, token.text))
    )


def _after_hyphen(token: Token) -> bool:
    """Whether the word is the second part of one: "moon" in "Ki-moon"."""
    return token.i > 0 and token.nbor(-1).text in HYPHENS


def _leading(scene: Scene, start: int, end: int) -> int:
    """Where a known name or adjective that opens the segment ends, if another name follows it; else 0."""
    if end - start < 2 or scene.known(start, end):
        return 0
    for middle in range(end - 1, start, -1):
        known, rest = scene.known(start, middle), scene.known(middle, end)
        party = rest is not None and rest.sort == "group" and end - middle == 1  # "Hill Democrats"
        national = known is not None and known.sort in ("country", "adjective")
        adjective = middle == start + 1 and scene.doc[start].text in word_list("adjectives")
        named = scene.doc[middle].text in word_list("given_names")
        whole = is_body(scene, start, end)
        known_long = known is not None and middle - start > 1
        if party or ((known or adjective) and rest):
            return middle
        if not whole and (known_long or ((national or adjective) and named)):
            return middle
    return 0


def _known(scene: Scene, start: int, end: int) -> Iterator[Span]:
    """The known names inside a heading, where capitals mean nothing."""
    i = start
    while i < end:
        known = scene.known_from(i)
        span = scene.doc.char_span(scene.doc[i].idx, scene.doc[i].idx + len(known.words)) if known else None
        if span:
            yield Span(scene.doc, span.start, span.end, label=label_of(scene, span.start, span.end))
        i = span.end if span else i + 1


def _relabelled(spans: list[Span]) -> list[Span]:
    """A single word of unknown kind, or a place, that is the last of a person's full name is that person."""
    surnames = {span[-1].text for span in spans if span.label_ == PERSON}
    return [
        Span(span.doc, span.start, span.end, label=PERSON) if _is_surname(span, surnames) else span for span in spans
    ]


def _is_surname(span: Span, surnames: set[str]) -> bool:
    """Whether the word is a surname of the article; a country's name can be one (Jim Jordan)."""
    known = find_known(span.text)
    free = known is None or known.sort == "country"
    return len(span) == 1 and span.text in surnames and span.label_ in (NAME, PLACE) and free


def _headings_agree(scene: Scene, spans: list[Span]) -> list[Span]:
    """Names of the body that recur in a heading, added there."""
    seen = {span.text: span.label_ for span in spans if span.start not in scene.headline}
    seen |= {span[-1].text: PERSON for span in spans if span.label_ == PERSON and span.start not in scene.headline}
    taken = {token.i for span in spans for token in span}
    for i in sorted(scene.headline - taken):
        label = seen.get(scene.doc[i].text)
        if label:
            spans.append(Span(scene.doc, i, i + 1, label=label))
    return sorted(spans, key=lambda span: span.start)
