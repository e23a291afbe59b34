"""How surely something is said: the speaker's hedge, the reporter's distance, or neither."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from analysis.lexicon import words
from analysis.records import Certainty

# A hedge counts in the main clause alone: "Kyiv will win, because Russia may falter" is said flatly.
SENTENCE_END = re.compile(r"[.!?](?=\s|[”\"’']|$)")
WORD = re.compile(r"[\w’'-]+|[,;–—]")
OPENERS = frozenset({"that", "if", "whether", "but", "and", "so", "as"})
QUESTIONS = frozenset({"ask"})


def find_certainty(cue: str, content: str, cue_class: str) -> Certainty:
    """The certainty of a statement, by the words of its cue and of its first content."""
    if cue_class in QUESTIONS:
        return Certainty()
    main = _main_clause(content)
    return next((found for rule in RULES if (found := rule(cue, content, main))), Certainty())


def _likelihood(cue: str, content: str, main: str) -> Certainty | None:
    """A likelihood word of the speaker, with its range unless it compares."""
    match = _pattern("likelihood").search(main)
    if match is None:
        return None
    term = match.group().lower()
    before = WORD.findall(main[: match.start()].lower())
    compares = bool(before) and before[-1] in _lexicon()["comparison"]["words"]
    low, high = (None, None) if compares else _lexicon()["likelihood"][term]
    return Certainty("speaker", f"{before[-1]} {term}" if compares else term, low, high)


def _hedge(cue: str, content: str, main: str) -> Certainty | None:
    """Another hedge of the speaker. A capitalised "May" inside a sentence is a month."""
    for match in _pattern("hedge").finditer(main):
        if match.group() != "May" or match.start() == 0:
            return Certainty("speaker", match.group().lower())
    return None


def _distance(cue: str, content: str, main: str) -> Certainty | None:
    """A word of the reporter, in the cue or in what is reported in the reporter's words."""
    match = _pattern("distance").search(cue) or _pattern("distance").search(_unquoted(main))
    return Certainty("reporter", match.group().lower()) if match else None


RULES: tuple[Callable[[str, str, str], Certainty | None], ...] = (_likelihood, _hedge, _distance)


def _main_clause(content: str) -> str:
    """The first sentence of a content up to its first subordinate clause."""
    end = SENTENCE_END.search(content)
    sentence = content[: end.start()] if end else content
    inside = False
    for match in WORD.finditer(sentence):
        word = match.group().lower()
        if inside and word in words("subordinator") | words("relative"):
            return sentence[: match.start()]
        inside = inside or word not in OPENERS
    return sentence


def _unquoted(content: str) -> str:
    return re.sub(r"[“\"«„][^”\"»“\n]*[”\"»“]?", " ", content)


@cache
def _pattern(table: str) -> re.Pattern[str]:
    rows = _lexicon()[table]
    terms = rows["words"] if "words" in rows else list(rows)
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("likelihood.toml").read_text(encoding="utf-8"))
