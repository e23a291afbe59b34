import pytest

from analysis.records import check_evidence
from analysis.statements import find_omissions, find_statements
from tests.factory import make_actor, make_mention
from tests.statements.marked import told


def omitted(marked, **kinds):
    """What the omissions of a text are of: the sentence, or the actor's name."""
    doc = told(marked)
    actors = [make_actor(doc.text, name, kind=kind) for name, kind in kinds.items()]
    mentions = [
        make_mention(doc.text, actor, actor.name, nth) for actor in actors for nth in range(doc.text.count(actor.name))
    ]
    cues = {span.start_char for span in doc.spans["attribution"] if span.label_ == "cue"}
    marked_ones = [one for one in find_statements(doc, actors, mentions, []) if one.cue_span.start in cues]
    found = find_omissions(doc, marked_ones, actors, mentions)
    check_evidence(doc.text, found)
    names = {actor.id: actor.name for actor in actors}
    return [names.get(one.actor or "", one.span.quote) for one in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Aid is late}, [Price] <said>.", []),
        ("{Aid is late}, [Price] <said>. Sullivan added that Kyiv is ready.", ["Sullivan added that Kyiv is ready."]),
        (
            "{Aid is late}, [Price] <said>. “We are all ready for peace.”",
            ["“We are all ready for peace.”"],
        ),
        ("{Aid is late}, [Price] <said>. He wrote “Make Your Kid A Star That Shines” in 2002.", []),
        ("{Aid is late}, [Price] <said>. Sullivan knew that Kyiv is ready.", []),
        ("{Aid is late}, [Price] <said>. Sullivan added sugar.", []),
        ("[Price] <said> {that Sullivan said that aid is late}.", []),
    ],
)
def test_reporting_sentences_that_no_statement_covers(marked, expected):
    assert omitted(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Price] <said> {Kyiv is late}. Price met Kyiv.", ["Kyiv"]),
        ("[Kyiv] <said> {aid is late}. Price met Kyiv. Price saw Kyiv.", []),
        ("[A spokesman for Kyiv] <said> {aid is late}. Price met Kyiv. Price saw Kyiv.", []),
        ("[Price] <said> {that Kyiv said that aid is late}. Price met Kyiv. Price saw Kyiv.", []),
        ("[Price] <said> {aid is late}. Price met Kyiv.", []),
    ],
)
def test_actors_spoken_of_and_never_heard(marked, expected):
    found = omitted(marked, Price="person", Kyiv="government")
    assert [name for name in found if name in ("Price", "Kyiv")] == expected
