"""Capitalised runs: where a name, with the particles inside it, may begin and end."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from analysis import lexicon
from analysis.model.name_gazetteer import word_list
from analysis.model.name_scene import ARABIC, HYPHENS, JOINTS, Scene, capital, opens

PARTICLES = (
    frozenset(["de", "del", "della", "di", "da", "dos", "la", "le", "van", "von", "der", "den", "bin", "ibn", "bint"])
    | ARABIC
)
PARTY_LETTERS = {"R", "D", "I"}
COMMITTEES = ("Committee", "Subcommittee", "Commission", "Services", "Council")
# No name opens a sentence with a word that looks like a noun or verb form of these.
COMMON_ENDINGS = ("s", "ing", "ly", "ion", "ment", "ed", "one")


def find_runs(scene: Scene) -> Iterator[tuple[int, int]]:
    """Capitalised runs `[start, end)`, without the first word of a sentence where that is no name."""
    doc, i = scene.doc, 0
    while i < len(doc):
        if not _starts_run(doc[i]):
            i += 1
            continue
        end = _run_end(doc, i)
        start = i
        while start < end and opens(doc[start]) and not _names_at_opening(scene, start, end):
            start += 1
            if start < end and not capital(doc[start]):
                start = end
        if start < end:
            yield start, end
        i = end


def _starts_run(token: Token) -> bool:
    arabic = (
        token.lower_ in ARABIC
        and token.i + 2 < len(token.doc)
        and token.nbor().text in HYPHENS
        and capital(token.nbor(2))
    )
    return arabic or (capital(token) and token.lower_ not in lexicon.words("subject") and not _party_tag(token))


def _party_tag(token: Token) -> bool:
    """Whether the word belongs to a tag such as "(R-Wis.)"."""
    tag = [word.text for word in token.doc[max(0, token.i - 2) : token.i + 2]]
    return any(letter in PARTY_LETTERS and hyphen in HYPHENS for letter, hyphen in pairwise(tag))


def _run_end(doc: Doc, start: int) -> int:
    end = start + 1 if capital(doc[start]) else start + 3
    while end < len(doc) and not doc[end].is_sent_start:
        step = _step(doc, start, end)
        if not step:
            break
        end += step
    return end


def _step(doc: Doc, start: int, end: int) -> int:
    """How many more tokens from `end` the run that began at `start` takes in; 0 where it ends."""
    token, before = doc[end], doc[end - 1]
    following = [doc[i] for i in range(end + 1, min(end + 4, len(doc)))]
    if capital(token):
        return 1
    if not following:
        return 0
    if token.text in HYPHENS and not before.whitespace_ and not token.whitespace_:
        joins = capital(following[0]) or (end - start > 1 and following[0].lower_ not in word_list("suffixes"))
        return 2 if joins else 0
    if token.text == "&" and capital(following[0]):
        return 2
    if token.lower_ in ARABIC and len(following) > 1 and following[0].text in HYPHENS and capital(following[1]):
        return 3
    return _over_particle(doc, start, end, following)


def _over_particle(doc: Doc, start: int, end: int, following: list[Token]) -> int:
    word = doc[end].lower_
    if word in JOINTS and doc[end - 1].text in word_list("governing_heads"):
        the = following[0].lower_ == "the" and len(following) > 1
        return (3 if the else 2) if capital(following[1 if the else 0]) else 0
    if word == "and" and capital(following[0]):
        inside = any(token.lower_ in JOINTS for token in doc[start:end])
        return 2 if inside or _committee_follows(doc, end + 1) else 0
    if word in PARTICLES:
        return (
            next((i + 1 for i, token in enumerate(following[:2], 1) if capital(token)), 0)
            if _all_particles(following)
            else 0
        )
    return 0


def _all_particles(following: list[Token]) -> bool:
    return capital(following[0]) or following[0].lower_ in PARTICLES


def _committee_follows(doc: Doc, start: int) -> bool:
    """Whether the words after an "and" end in "Committee": "Oversight and Government Reform Committee"."""
    end = start
    while end < min(start + 4, len(doc)) and capital(doc[end]):
        end += 1
    return doc[end - 1].text in COMMITTEES


def _names_at_opening(scene: Scene, start: int, end: int) -> bool:
    """Whether a word that opens a sentence belongs to a name, though its capital says nothing."""
    token = scene.doc[start]
    if scene.known_from(token.i) or token.text in word_list("given_names"):
        return True
    if (
        token.text in word_list("openers")
        or common_word(token.lower_)
        or (token.lower_ in scene.lower and token.text not in scene.firm)
    ):
        return False
    if token.text in scene.firm or end - start > 1 or not token.is_alpha:
        return True
    following = token.nbor() if end < len(scene.doc) else token
    cue = lexicon.cue_at([following.lower_])
    verb = following.lower_ in lexicon.words("auxiliary") or (cue is not None and bool(cue.forms & {"third", "past"}))
    return verb and not token.lower_.endswith(COMMON_ENDINGS)


@cache
def common_word(word: str) -> bool:
    classes = ("determiner", "pronoun", "preposition", "coordinator", "subordinator", "adverb", "auxiliary", "relative")
    return any(word in lexicon.words(name) for name in (*classes, "person_noun", "possessive"))
