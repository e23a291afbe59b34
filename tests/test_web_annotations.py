"""The records by the W3C's model: what it demands of each part, passages named once, ids that stay."""

import json
import re
from dataclasses import replace

import pytest

from analysis import store, web_annotations
from analysis.records import Annotations
from tests.factory import make_actor, make_article

TIME = "2022-11-09T00:00:00+00:00"
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
MOTIVATIONS = {"identifying", "describing"}


@pytest.fixture(scope="module")
def document(bundled_run):
    return json.loads((bundled_run / "data" / web_annotations.FILE).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def annotations(bundled_run):
    return store.load(bundled_run / "data").annotations


def of(text, *actors, **article):
    """The items and targets of a text with actors of these names."""
    made = Annotations(
        article=replace(make_article(text), **article), actors=tuple(make_actor(text, name) for name in actors)
    )
    items = web_annotations.collection(made, TIME)["first"]["items"]
    return items, [target for item in items for target in item["target"]]


def test_the_collection_has_what_the_model_demands(document):
    """Model, 5.1 and 5.2."""
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    page = document["first"]
    assert (document["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert IRI.fullmatch(document["id"]) and IRI.fullmatch(page["id"]) and document["last"] == page["id"]
    assert document["total"] == len(page["items"]) and page["startIndex"] == 0 and document["label"]
    assert "© the publisher" in document["dc:rights"]


def test_every_annotation_has_what_the_model_demands(document):
    """Model, 3.1 to 3.3 and 4: ids and sources are IRIs, times are in UTC, bodies have one value; a state that is
    none of the model's two kinds must be an IRI."""
    items = document["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation" and IRI.fullmatch(item["id"]) and IRI.fullmatch(item["generator"])
        assert item["motivation"] in MOTIVATIONS and item["target"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item["created"])
        assert [(body["type"], body["purpose"]) for body in item["body"]] == [
            ("TextualBody", "tagging"), ("TextualBody", "describing"),
        ]  # fmt: skip
        for target in item["target"]:
            assert target["type"] == "SpecificResource"
            assert IRI.fullmatch(target["source"]) and IRI.fullmatch(target["state"])
            assert [one["type"] for one in target["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]


def test_every_record_and_each_of_its_passages_is_there(document, annotations):
    items = document["first"]["items"]
    for record, item in zip(annotations.records(), items, strict=True):
        assert item["body"][0]["value"] == record.prefix and f"record: {record.id}\n" in item["body"][1]["value"]
        passages = {(position["start"], position["end"]) for _, position in (t["selector"] for t in item["target"])}
        assert passages == {(place.start, place.end) for _, place in record.spans()}


def test_a_passage_is_found_once_by_its_quotation_and_by_its_position(document, annotations):
    text = annotations.article.text
    for target in (target for item in document["first"]["items"] for target in item["target"]):
        quotation, position = target["selector"]
        whole = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert text.count(whole) == 1
        assert text.index(whole) + len(quotation["prefix"]) == position["start"]
        assert text[position["start"] : position["end"]] == quotation["exact"]


def test_each_is_on_a_line_of_its_own_whatever_the_title_says(tmp_path):
    text = "Kyiv said no."
    made = Annotations(article=make_article(text, title='"items": []'), actors=(make_actor(text, "Kyiv"),))
    web_annotations.write(tmp_path, made, TIME)
    written = (tmp_path / web_annotations.FILE).read_text(encoding="utf-8")
    assert json.loads(written) == web_annotations.collection(made, TIME)
    assert json.loads(written.split("\n")[1])["type"] == "Annotation"


def test_positions_count_code_points_not_units_of_utf_16():
    _, (target,) = of("𝄞🇺🇦 Kyiv said no.", "Kyiv")
    assert target["selector"][1] == {"type": "TextPositionSelector", "start": 4, "end": 8}


def test_the_state_is_the_hash_of_the_text():
    _, (target,) = of("Kyiv said no.", "Kyiv")
    assert target["state"] == f"nih:sha-256;{make_article('Kyiv said no.').text_sha256}"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/story?a=1#b", True),
        ("", False),
        ("javascript:alert(1)", False),
        ("https://example.org/<script>", False),
        ("a story of mine", False),
    ],
)
def test_the_source_is_the_article_s_address_or_else_its_text(url, kept):
    _, (target,) = of("Kyiv said no.", "Kyiv", url=url)
    assert target["source"] == (url if kept else target["state"])


def test_a_passage_amid_endless_repetition_is_quoted_within_its_position():
    _, (target,) = of("Kyiv said no. " * 1000, "Kyiv")
    quotation = {"type": "TextQuoteSelector", "exact": "Kyiv"}
    assert target["selector"] == {"type": "TextPositionSelector", "start": 0, "end": 4, "refinedBy": quotation}


def test_ids_are_those_of_the_record_and_the_text():
    first, again, other = (of(text, "Kyiv")[0][0]["id"] for text in ("Kyiv a.", "Kyiv a.", "Kyiv b."))
    assert first == again != other
