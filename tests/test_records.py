import pytest

from analysis.errors import EvidenceError
from analysis.records import Span, check_evidence, content_id
from tests.factory import at, make_actor, make_mention, make_position, make_statement

TEXT = "Ned Price said talks were up to Kyiv."


def test_id_depends_on_the_key_alone():
    first = make_actor(TEXT, "Ned Price", confidence=0.4, reason="a guess")
    second = make_actor(TEXT, "Ned Price", role="spokesman")
    assert first.id == second.id
    assert first.id != make_actor(TEXT, "Kyiv").id


def test_id_is_the_same_in_every_process():
    assert content_id("actor", "Ned Price", "person") == "actor-e0af76ff"


def test_sound_records_pass_the_gate():
    price = make_actor(TEXT, "Ned Price")
    check_evidence(
        TEXT, [price, make_mention(TEXT, price, "Ned Price"), make_statement(TEXT, price, "talks were up to Kyiv")]
    )


PRICE = make_actor(TEXT, "Ned Price")


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (make_actor(TEXT, "Ned Price", evidence=()), "rests on no words"),
        (
            make_actor(TEXT, "Ned Price", evidence=(Span(0, 9, "Ned Pryce"),)),
            "'Ned Pryce', the article has 'Ned Price'",
        ),
        (make_actor(TEXT, "Ned Price", evidence=(Span(1, 10, "Ned Price"),)), r"\[1, 10\)"),
        (make_actor(TEXT, "Ned Price", evidence=(Span(4, 4, ""),)), "evidence"),
        (make_statement(TEXT, PRICE, "talks", cue_span=Span(0, 4, "said")), "cue_span"),
        (
            make_statement(TEXT, PRICE, "talks", content_spans=(at(TEXT, "talks"), Span(900, 904, "Kyiv"))),
            "content_spans",
        ),
        (make_position(TEXT, PRICE, "talks", "talks", evidence=(Span(-5, 3, "Ned"),)), "evidence"),
    ],
)
def test_gate_stops_a_span_that_is_not_the_text_and_names_the_record(record, problem):
    with pytest.raises(EvidenceError, match=problem) as stop:
        check_evidence(TEXT, [record])
    assert record.id in str(stop.value)
    assert stop.value.status == 1
