"""Word lists that several stages share: reporting cues, closed word classes, quotation marks.

The lists are TOML files beside this module; each is read once.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from analysis.lexicon.inflection import Form, inflect, third

Frame = Literal["clause", "that", "quote", "object", "infinitive", "person", "fixed", "noun"]
FRAMES: tuple[Frame, ...] = ("clause", "that", "quote", "object", "infinitive", "person", "fixed")

# Forms of "be" that tokenizers cut off ("they're aware of").
CONTRACTED = ("'s", "’s", "'re", "’re", "'m", "’m")

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class CueClass:
    """What a speaker does: `force` from -1 (hostile) to 1 (friendly), `directed` at someone or not, `polarity`
    1 for the content, -1 against it, 0 neither. `denied` names the class of the same cue under "not".
    """

    name: str
    about: str
    force: float
    directed: bool
    polarity: int
    denied: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue by its base form, with its class in each frame, that is, for each thing that may follow it."""

    lemma: str
    classes: Mapping[Frame, CueClass]

    def class_in(self, *frames: Frame) -> CueClass:
        """The class in the first of `frames` that the cue has, else in the first it has at all."""
        return next(
            (self.classes[frame] for frame in frames if frame in self.classes), next(iter(self.classes.values()))
        )


class CueForm(NamedTuple):
    """An inflected cue as met in a text: how many words it takes, and in which forms it can be read."""

    cue: Cue
    forms: frozenset[Form]
    length: int


class PlacedCue(NamedTuple):
    """A cue among words: the places `[start, end)` that it takes."""

    cue: Cue
    start: int
    end: int


class QuotationMarks(NamedTuple):
    """Marks of one level by the way they lean."""

    open: frozenset[str]
    close: frozenset[str]
    neutral: frozenset[str]


@cache
def cue_classes() -> dict[str, CueClass]:
    """The classes of `cues.toml` by name."""
    return {
        name: CueClass(name, row["about"], row["force"], row["directed"], row["polarity"], row.get("denied", name))
        for name, row in _read("cues")["class"].items()
    }


@cache
def cues() -> dict[str, Cue]:
    """Every cue by its base form."""
    found: dict[str, dict[Frame, CueClass]] = {}
    polarity = _read("cues")["polarity"]
    for name, row in _read("cues")["class"].items():
        for frame in FRAMES:
            for lemma in row.get(frame, ()):
                found.setdefault(lemma, {})[frame] = _turned(cue_classes()[name], polarity.get(lemma))
        for lemma in row.get("nouns", ()):
            found.setdefault(lemma, {})["noun"] = cue_classes()[name]
    return {lemma: Cue(lemma, classes) for lemma, classes in found.items()}


def cue_at(words: Sequence[str], start: int = 0) -> CueForm | None:
    """The longest cue that begins at `words[start]`; `words` are in lower case."""
    for key, forms in _forms_by_first_word().get(words[start], ()):
        if tuple(words[start : start + len(key)]) == key:
            return forms
    return None


def main_cue(words: Sequence[str]) -> Cue | None:
    """The cue among the `words` of a cue span: the longest, and of equally long ones the first."""
    placed = placed_cue(words)
    return placed.cue if placed else None


def placed_cue(words: Sequence[str], head: int = 0) -> PlacedCue | None:
    """The same with its place; of equally long ones, that at `head` goes before the first."""
    lowered = [word.lower() for word in words]
    found = [
        PlacedCue(match.cue, start, start + match.length)
        for start in range(len(lowered))
        if (match := cue_at(lowered, start))
    ]
    return max(found, key=lambda placed: (placed.end - placed.start, placed.start == head), default=None)


@cache
def words(name: str) -> frozenset[str]:
    """The closed word class `name` of `words.toml`."""
    return frozenset(_read("words")["words"][name])


@cache
def likelihoods() -> dict[str, tuple[int, int]]:
    """Terms of likelihood with the range, in per cent, that ICD 203 gives them."""
    return {term: (low, high) for term, (low, high) in _read("likelihood")["ranges"].items()}


@cache
def likelihood_rows() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two rows of ICD 203's lexicon, from the least to the most likely: no document mixes them."""
    rows = _read("likelihood")["rows"]
    return tuple(rows["first"]), tuple(rows["second"])


@cache
def verb_forms(verb: str) -> frozenset[str]:
    """Every form of a verb given in its base form."""
    table = _read("cues")
    return frozenset(word for word, _ in inflect(verb, table["irregular"], table["doubling"]["verbs"]))


@cache
def quotation_marks() -> tuple[QuotationMarks, QuotationMarks]:
    """The double and the single quotation marks."""
    table = _read("marks")
    double, single = (
        QuotationMarks(*(frozenset(table[level][lean]) for lean in QuotationMarks._fields))
        for level in ("double", "single")
    )
    return double, single


@cache
def _forms_by_first_word() -> dict[str, list[tuple[tuple[str, ...], CueForm]]]:
    forms: dict[tuple[str, ...], tuple[Cue, set[Form]]] = {}
    for cue in cues().values():
        for key, form in _spelled_out(cue):
            forms.setdefault(key, (cue, set()))[1].add(form)
    index: dict[str, list[tuple[tuple[str, ...], CueForm]]] = {}
    for key in sorted(forms, key=lambda key: (-len(key), key)):
        cue, shapes = forms[key]
        index.setdefault(key[0], []).append((key, CueForm(cue, frozenset(shapes), len(key))))
    return index


def _spelled_out(cue: Cue) -> list[tuple[tuple[str, ...], Form]]:
    table = _read("cues")
    first, *rest = cue.lemma.lower().split()
    rows: list[tuple[tuple[str, ...], Form]] = []
    if "noun" in cue.classes:
        rows += [((first, *rest), "noun"), ((third(first), *rest), "noun")]
    if "fixed" in cue.classes:
        rows.append(((first, *rest), "fixed"))
    if set(cue.classes) - {"noun", "fixed"}:
        verb = inflect(first, table["irregular"], table["doubling"]["verbs"])
        rows += [((word, *rest), form) for word, form in verb]
        rows += [((word, *rest), "third") for word in CONTRACTED if first == "be"]
    return rows


def _turned(cue_class: CueClass, polarity: int | None) -> CueClass:
    if polarity is None:
        return cue_class
    return replace(cue_class, polarity=polarity)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
