"""Numbering, and the cutting of the article into segments that can be lit."""

import pytest

from analysis.briefing.evidence import Citations, Spoken, annotated
from analysis.errors import EvidenceError
from analysis.records import span
from tests.factory import make_article

TEXT = "Alpha beta gamma delta.\nEpsilon zeta eta theta.\nIota kappa."

# Spans as (start, end): apart, nested, crossing, equal starts, equal ends, over paragraphs, with the line break.
OVERLAPS = [
    [(0, 5), (11, 16)],
    [(0, 22), (6, 10)],
    [(0, 10), (6, 16)],
    [(0, 5), (0, 10), (0, 16)],
    [(0, 16), (6, 16), (11, 16)],
    [(11, 36), (6, 28)],
    [(0, len(TEXT)), (17, 31), (24, 31)],
    [(22, 24), (23, 32)],
    [(0, 23), (24, 47), (48, 59)],
]


def citing(spans):
    article = make_article(TEXT)
    citations = Citations(article)
    for start, end in spans:
        citations.claim((str(start), str(end)), f"{start}-{end}", "reported", [span(TEXT, start, end)])
    return article, citations


@pytest.mark.parametrize("spans", OVERLAPS)
def test_segments_rejoin_to_the_paragraphs(spans):
    article, citations = citing(spans)
    paragraphs = annotated(article, citations, [Spoken(span(TEXT, 3, 40), "direct", 1, "A")])
    rejoined = ["".join(segment.text for segment in paragraph.segments) for paragraph in paragraphs]
    assert rejoined == TEXT.split("\n")


@pytest.mark.parametrize("spans", OVERLAPS)
def test_the_segments_of_a_note_are_its_words_and_it_opens_and_closes_once(spans):
    article, citations = citing(spans)
    segments = [segment for paragraph in annotated(article, citations) for segment in paragraph.segments]
    for note in citations.notes:
        words = "".join(segment.text for segment in segments if note in segment.notes)
        assert words == note.span.quote.replace("\n", "")
        assert sum(note in segment.opens for segment in segments) == 1
        assert sum(note in [item.note for item in segment.closes] for segment in segments) == 1


def test_notes_are_numbered_in_order_of_first_citation():
    article = make_article(TEXT)
    citations = Citations(article, [(span(TEXT, 24, 47), "Zeta")])
    late, early = span(TEXT, 24, 31), span(TEXT, 0, 5)
    first = citations.claim(("1",), "late words", "asserted", [late])
    second = citations.claim(("2",), "both", "inferred", [early, late, early])
    assert [(note.number, note.paragraph, note.speaker) for note in second.notes] == [(2, 1, ""), (1, 2, "Zeta")]
    assert first.notes[0].anchor == "e-24-31"
    assert [note.span for note in citations.notes] == [late, early]


def test_a_claim_without_evidence_is_refused():
    with pytest.raises(EvidenceError, match="rests on no words"):
        Citations(make_article(TEXT)).claim(("1",), "Nothing shows this.", "inferred", [])


def test_two_claims_with_one_link_are_refused():
    _, citations = citing([(0, 5)])
    with pytest.raises(EvidenceError, match="has the id of"):
        citations.claim(("0", "5"), "another", "reported", [span(TEXT, 6, 10)])


def test_a_quotation_in_reported_speech_keeps_its_own_voice():
    article, citations = citing([])
    inner, outer = Spoken(span(TEXT, 6, 10), "direct", 1, "A"), Spoken(span(TEXT, 0, 16), "indirect", 2, "B")
    segments = annotated(article, citations, [inner, outer])[0].segments
    assert [(item.text, item.spoken.voice if item.spoken else "") for item in segments] == [
        ("Alpha ", "indirect"),
        ("beta", "direct"),
        (" gamma", "indirect"),
        (" delta.", ""),
    ]
