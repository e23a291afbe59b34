"""Tensions as sentences: who presses whom for what, in a clause that any codebook gives."""

from dataclasses import replace

import pytest

from analysis.briefing.clauses import clause
from analysis.briefing.index import Index
from analysis.briefing.saying import FullOnce, saying
from analysis.codebook import read_issues
from analysis.records import Annotations
from tests.briefing.sample import issue
from tests.factory import make_actor, make_article, make_position, make_tension

TEXT = (
    "The United States met Ukraine. Republicans met Volodymyr Zelensky. Officials urged Kyiv to seek talks with Russia. "
    "Zelensky refused. He has called the plan, which was leaked in May, a bad bargain for all of them."
)
US, UKRAINE, RUSSIA = (make_actor(TEXT, name, kind="government") for name in ("United States", "Ukraine", "Russia"))
REPUBLICANS = make_actor(TEXT, "Republicans", kind="group")
ZELENSKY = make_actor(TEXT, "Volodymyr Zelensky", affiliation=UKRAINE.id, aliases=("Zelensky",))
TALKS = issue("talks", "Talks", "Should Ukraine seek talks with Russia?").model_copy(
    update={"proposition": "Ukraine should seek talks with Russia"}
)
WIN = TALKS.model_copy(
    update={"id": "win", "question": "Can Ukraine's army win?", "proposition": "Ukraine's army can win"}
)
BOTH = TALKS.model_copy(update={"id": "both", "proposition": "Russia and Ukraine should negotiate"})
AID = TALKS.model_copy(
    update={"id": "aid", "proposition": "Military aid is enough", "question": "Is military aid enough?"}
)


def told(a, b, stance="", name=None, **fields):
    """The sentence on a tension whose acting side takes the stance."""
    held = [make_position(TEXT, a, fields["issue"], "urged", stance)] if stance else []
    tension = make_tension(TEXT, a, b, "Officials urged Kyiv", **({"about": "any"} | fields))
    tension = replace(tension, a_records=tuple(one.id for one in held))
    found = Annotations(
        article=make_article(TEXT), actors=(US, UKRAINE, RUSSIA, REPUBLICANS, ZELENSKY), positions=tuple(held)
    )
    index = Index(found, (TALKS, WIN, BOTH, AID))
    return saying(tension, index, name) if name else saying(tension, index)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (told(US, UKRAINE, "support", issue="talks", type="demand"), "the United States presses Ukraine to seek talks with Russia"),
        (told(US, UKRAINE, "oppose", issue="talks", type="demand"), "the United States presses Ukraine not to seek talks with Russia"),
        (told(US, UKRAINE, issue="talks", type="demand"), "the United States presses Ukraine over whether Ukraine should seek talks with Russia"),
        (told(US, ZELENSKY, "support", issue="talks", type="demand"), "the United States presses Volodymyr Zelensky over whether Ukraine should seek talks with Russia"),
        (told(REPUBLICANS, UKRAINE, "support", issue="talks", type="demand", status="past"), "Republicans pressed Ukraine to seek talks with Russia"),
        (told(US, UKRAINE, "oppose", issue="win", type="doubt"), "the United States doubts that Ukraine’s army can win"),
        (told(US, UKRAINE, "oppose", issue="win", type="doubt", status="past"), "the United States doubted that Ukraine’s army could win"),
        (told(REPUBLICANS, RUSSIA, issue="win", type="doubt"), "Republicans cast doubt on Russia over whether Ukraine’s army can win"),
        (told(UKRAINE, RUSSIA, issue="both"), "Ukraine and Russia disagree over whether they should negotiate"),
        (told(REPUBLICANS, US, issue="aid", status="past"), "Republicans and the United States disagreed over whether military aid was enough"),
        (told(US, RUSSIA, issue="aid", type="threat"), "the United States threatens Russia in the dispute over whether military aid is enough"),
        (told(US, RUSSIA, issue="aid", type="friction", status="past"), "the United States clashed with Russia over whether military aid was enough"),
        (told(US, RUSSIA, issue="", about="Military aid is enough", type="accusation"), "the United States accuses Russia in the dispute over whether military aid is enough"),
        (told(US, RUSSIA, issue="", about="talks with Russia"), "the United States disagrees with Russia over “talks with Russia”"),
        (told(US, UKRAINE, issue="", about="Kyiv to seek talks with Russia", type="demand"), "the United States presses Ukraine: “Kyiv to seek talks with Russia”"),
        (told(US, UKRAINE, issue="", about="", type="demand"), "the United States presses Ukraine"),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(sentence, words):
    assert sentence == words


def test_people_are_named_in_full_once():
    name = FullOnce()
    assert [name(ZELENSKY), name(ZELENSKY), name(US), name(US)] == [
        "Volodymyr Zelensky", "Zelensky", "the United States", "the United States",
    ]  # fmt: skip
    assert name(None) == name(None) == "someone the text does not name"


def test_every_issue_of_the_codebooks_gives_a_clause():
    issues = read_issues("general+ukraine-war", "")
    clauses = {one.id: clause(one) for one in issues}
    assert None not in clauses.values()
    assert clauses["annexation"].told() == "Russia’s annexation of Ukrainian territory is valid"
    assert clauses["sanctions"].told() == "sanctions should be imposed or kept"
    assert clauses["gop-funding"].subject == "the United States"


def test_a_proposition_that_is_a_question_gives_none():
    assert clause(issue("x", "X", "Should they talk?")) is None
