"""The coreference measures on the textbook examples, and pronouns put to chains."""

import pytest

from analysis.actors.drafts import Draft, Found
from analysis.evaluation.coreference import b_cubed, ceaf, muc, placed_pronouns, ranked_salient
from analysis.evaluation.gum import Document, Entity
from tests.factory import make_article, make_doc


def clusters(*groups):
    return [frozenset(group) for group in groups]


# After Luo 2005, figure 1: one link that joins the large clusters costs more than one that joins the small ones.
TRUTH = clusters(range(1, 6), (6, 7), range(8, 13))
LARGE_JOINED = clusters((*range(1, 6), *range(8, 13)), (6, 7))
SMALL_JOINED = clusters(range(1, 6), range(6, 13))


def precision_and_recall(shares):
    right, wanted, right_found, found = shares
    return round(right_found / found, 3), round(right / wanted, 3)


@pytest.mark.parametrize(
    ("measure", "found", "expected"),
    [
        (muc, LARGE_JOINED, (0.9, 1.0)),
        (muc, SMALL_JOINED, (0.9, 1.0)),
        (b_cubed, LARGE_JOINED, (0.583, 1.0)),
        (b_cubed, SMALL_JOINED, (0.762, 1.0)),
        (ceaf, LARGE_JOINED, (0.833, 0.556)),
        (ceaf, SMALL_JOINED, (0.917, 0.611)),
        (ceaf, [], None),
    ],
)
def test_measures_give_the_published_figures(measure, found, expected):
    shares = measure(TRUTH, found)
    assert shares[3] == 0 if expected is None else precision_and_recall(shares) == expected


TEXT = "Ann met Bea. She left. She sang."


def entity(*words, salient=False, pronouns=()):
    places = frozenset(TEXT.index(word) for word in words)
    return Entity("person", True, places | frozenset(pronouns), frozenset(pronouns), salient)


def chain(doc, *tokens, salience=0.0):
    found = [Found(doc[i : i + 1], "pronoun" if doc[i].text == "She" else "name", 1.0, "by hand") for i in tokens]
    return Draft(doc[tokens[0]].text, "person", found, salience=salience)


def test_a_pronoun_is_right_with_the_entity_that_most_of_its_chain_belongs_to():
    doc = make_doc(TEXT)
    she, again = (token.idx for token in doc if token.text == "She")
    document = Document(make_article(TEXT), (entity("Ann", pronouns=[she, again]), entity("Bea")), {})
    assert placed_pronouns(document, [chain(doc, 0, 4, 7), chain(doc, 2)]) == (2, 2, 2)
    assert placed_pronouns(document, [chain(doc, 0, 4), chain(doc, 2, 7)]) == (1, 2, 2)
    assert placed_pronouns(document, [chain(doc, 0), chain(doc, 2)]) == (0, 0, 2)


def test_as_many_of_the_most_salient_chains_are_looked_at_as_there_are_salient_entities():
    doc = make_doc(TEXT)
    document = Document(make_article(TEXT), (entity("Ann", salient=True), entity("Bea")), {})
    assert ranked_salient(document, [chain(doc, 0, salience=0.9), chain(doc, 2, salience=0.1)]) == (1, 1, 1)
    assert ranked_salient(document, [chain(doc, 0, salience=0.1), chain(doc, 2, salience=0.9)]) == (0, 1, 1)
