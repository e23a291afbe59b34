import tomllib

import pytest

from analysis import lexicon
from analysis.lexicon.inflection import inflect


@pytest.mark.parametrize(
    ("words", "lemma", "length"),
    [
        ("said", "say", 1),
        ("tells", "tell", 1),
        ("urging", "urge", 1),
        ("went on to say that", "go on to say", 4),
        ("according to the report", "according to", 2),
        ("made clear", "make clear", 2),
        ("denied", "deny", 1),
        ("planned", "plan", 1),
    ],
)
def test_cue_is_read_in_any_form(words: str, lemma: str, length: int) -> None:
    found = lexicon.cue_at(words.split())
    assert found is not None
    assert (found.cue.lemma, found.length) == (lemma, length)


@pytest.mark.parametrize("words", ["table", "saying-so", "accord", ""])
def test_other_words_are_no_cue(words: str) -> None:
    assert lexicon.cue_at([words]) is None


def test_base_form_and_past_are_told_apart() -> None:
    said, say = lexicon.cue_at(["said"]), lexicon.cue_at(["say"])
    assert said is not None
    assert say is not None
    assert said.forms == {"past", "participle"}
    assert say.forms == {"base"}


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("has repeatedly said", "say"),
        ("began pressing", "press"),
        ("have also begun to signal", "signal"),
        ("said:", None),
    ],
)
def test_main_cue_of_a_cue_span(words: str, lemma: str | None) -> None:
    found = lexicon.main_cue(words.split())
    assert (found.lemma if found else None) == lemma


@pytest.mark.parametrize(
    ("lemma", "frame", "cue_class"),
    [
        ("say", "clause", "say"),
        ("tell", "person", "say"),
        ("urge", "person", "urge"),
        ("ask", "clause", "ask"),
        ("ask", "person", "urge"),
        ("promise", "infinitive", "promise"),
        ("threaten", "infinitive", "threaten"),
        ("accuse", "object", "accuse"),
        ("question", "object", "question"),
        ("claim", "clause", "claim"),
        ("decline", "infinitive", "decline"),
        ("according to", "fixed", "report"),
    ],
)
def test_class_depends_on_what_follows(lemma: str, frame: lexicon.Frame, cue_class: str) -> None:
    assert lexicon.cues()[lemma].class_in(frame).name == cue_class


@pytest.mark.parametrize("name", sorted(lexicon.cue_classes()))
def test_class_is_within_its_scales(name: str) -> None:
    row = lexicon.cue_classes()[name]
    assert row.denied in lexicon.cue_classes()
    assert -1 <= row.force <= 1
    assert row.polarity in (-1, 0, 1)
    assert row.about


def test_no_cue_is_twice_in_the_lists_of_one_kind() -> None:
    table = tomllib.loads((lexicon.FOLDER / "cues.toml").read_text(encoding="utf-8"))["class"]
    for kind in (*lexicon.FRAMES, "nouns"):
        listed = [lemma for row in table.values() for lemma in row.get(kind, ())]
        assert len(listed) == len(set(listed)), kind


def test_the_cue_at_the_head_goes_before_others_as_long() -> None:
    found = lexicon.placed_cue(["report", "says"], head=1)
    assert found is not None
    assert (found.cue.lemma, found.start, found.end) == ("say", 1, 2)


def test_every_form_of_a_verb() -> None:
    assert lexicon.verb_forms("write") == {"write", "writes", "wrote", "written", "writing"}


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("threaten", "warn"),
        ("accuse", "question"),
        ("criticise", "say"),
        ("say", "promise"),
        ("disagree", "agree"),
        ("oppose", "support"),
    ],
)
def test_force_ranks_classes(worse: str, better: str) -> None:
    assert lexicon.cue_classes()[worse].force < lexicon.cue_classes()[better].force


def test_a_cue_may_turn_its_class_round() -> None:
    assert lexicon.cues()["argue for"].class_in("object").polarity == 1
    assert lexicon.cues()["argue against"].class_in("object").polarity == -1


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", ["say", "says", "said", "said", "saying"]),
        ("deny", ["deny", "denies", "denied", "denied", "denying"]),
        ("urge", ["urge", "urges", "urged", "urged", "urging"]),
        ("press", ["press", "presses", "pressed", "pressed", "pressing"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("plan", ["plan", "plans", "planned", "planned", "planning"]),
    ],
)
def test_inflection(verb: str, forms: list[str]) -> None:
    found = inflect(verb, {"say": ["says", "said", "said", "saying"]}, {"plan"})
    assert [one.word for one in found] == forms


def test_no_mark_leans_two_ways() -> None:
    for marks in lexicon.quotation_marks():
        assert not (marks.open & marks.close or marks.open & marks.neutral or marks.close & marks.neutral)


def test_unknown_word_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        lexicon.words("adjektiv")
