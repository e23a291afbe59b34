"""The factors of a stance, each found on the tree."""

from math import prod

import pytest

from analysis.document import sentences
from analysis.positions.candidates import find_candidates
from analysis.positions.stance import hedge_in, read_stance
from analysis.positions.telling import Telling
from analysis.scene import known_and_placed
from tests.factory import make_actor, make_article, make_mention, make_statement, read_doc

DEEDS = [
    ("Ann has shown no willingness to negotiate with Bob.", ["no", "willingness"], -1),
    ("Ann opposed the new bill on taxes.", ["opposed"], -1),
    ("Ann never opposed the new bill on taxes.", ["never", "opposed"], 1),
    ("Ann threatened to veto the new bill.", ["threatened", "veto"], -1),
    ("Ann wants to end the long war.", ["wants"], 1),
    ("Ann not only opposed the new bill.", ["opposed"], -1),
    ("Ann is less willing to fund the war.", ["less", "willing"], -1),
    ("Ann walked home after the vote.", [], 1),
    ("Ann knows why Bob would not want to talk.", [], 1),
]
CUES = [
    ("Ann denied that taxes will rise.", "that taxes will rise", "denied", "deny", -1),
    ("Ann warned that taxes will rise.", "that taxes will rise", "warned", "warn", 1),
    ("Ann warned of new taxes in May.", "new taxes in May", "warned of", "warn", -1),
    ("Ann urged Bob to raise taxes.", "Bob to raise taxes", "urged", "urge", 1),
]


def scene_of(text, *statements, ann=None):
    doc = read_doc(text)
    ann = ann or make_actor(text, "Ann")
    known, placed = known_and_placed((ann,), (make_mention(text, ann, "Ann"),))
    return Telling(make_article(text), sentences(doc), known, placed, statements, doc)


@pytest.mark.parametrize(("text", "words", "sign"), DEEDS, ids=[row[0] for row in DEEDS])
def test_factors_of_a_deed(text, words, sign):
    scene = scene_of(text)
    factors = read_stance(scene, find_candidates(scene)[0]).factors
    assert ([one.words for one in factors], prod(one.sign for one in factors)) == (words, sign)
    assert all(text[one.span.start : one.span.end] in one.words for one in factors)


@pytest.mark.parametrize(("text", "content", "cue", "cue_class", "sign"), CUES, ids=[row[0] for row in CUES])
def test_factor_of_a_cue(text, content, cue, cue_class, sign):
    ann = make_actor(text, "Ann")
    scene = scene_of(text, make_statement(text, ann, content, cue=cue, cue_class=cue_class), ann=ann)
    said = next(one for one in find_candidates(scene) if one.kind == "said" and one.first)
    assert prod(one.sign for one in read_stance(scene, said).factors) == sign


@pytest.mark.parametrize(("words", "hedge"), [("they may go", "may"), ("on May 3", ""), ("they go", "")])
def test_hedges(words, hedge):
    assert hedge_in(words) == hedge
