"""The bundled article's run folder, against what a careful reader finds in the article."""

import csv

import pytest

# Every direct quotation of the article, counted by reading, by its first words; and who says it.
QUOTATIONS = {
    "“We are ready for dialogue with Russia": "Volodymyr Zelensky",
    "“open to”": "Dmitry Peskov",
    "“at the moment we don’t see such an opportunity": "Dmitry Peskov",
    "“I don’t think they are naive": "a Western official",
    "“They recognize that there is no clear signal": "a Western official",
    "“You can get everyone to agree at first": "a Western official",
    "“I think there needs to be accountability": "Kevin McCarthy",
    "“You always need, not a blank check": "Kevin McCarthy",
    "“The United States will be with Ukraine": "Jake Sullivan",
    "“There will be no wavering": "Jake Sullivan",
    "“we are ready for peace": "Volodymyr Zelensky",
    "“direct ”": "a source familiar with the conversation",
}
# Named tension -> type, the two sides, words of either side.
NAMED = {
    "us-ukraine-messaging": ("demand", "United States", "Ukraine", "urging Ukraine", "another president of Russia"),
    "gop-funding": ("disagreement", "Republicans", "United States", "less willing to support", "as long as it takes"),
    "battlefield-assessment": ("doubt", "United States", "Ukraine", "question the ability", "liberate all of Ukraine"),
}


@pytest.fixture(scope="module")
def tables(bundled_run):
    def read(name):
        with (bundled_run / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return {name: read(name) for name in ("actors", "statements", "positions", "tensions")}


@pytest.fixture(scope="module")
def names(tables):
    return {row["id"]: row["name"] for row in tables["actors"]}


@pytest.mark.parametrize("words", QUOTATIONS)
def test_every_direct_quotation_has_its_speaker(tables, names, words):
    holding = [row for row in tables["statements"] if words in row["content_quote"]]
    assert {names[row["source"]] for row in holding} == {QUOTATIONS[words]}
    assert {row["kind"] for row in holding} <= {"direct", "mixed"}


def test_no_other_quotation_is_made_up(tables):
    direct = [row["content_quote"] for row in tables["statements"] if row["kind"] != "indirect"]
    assert all(any(words in quote for words in QUOTATIONS) for quote in direct)


@pytest.mark.parametrize("issue", NAMED)
def test_named_tensions_have_their_sides_type_and_evidence(tables, names, issue):
    kind, a, b, a_words, b_words = NAMED[issue]
    found = [row for row in tables["tensions"] if row["issue"] == issue and row["type"] == kind]
    assert len(found) == 1
    assert (names[found[0]["a"]], names[found[0]["b"]]) == (a, b)
    assert a_words in found[0]["a_evidence_quote"] and b_words in found[0]["b_evidence_quote"]
    stances = {row["stance"] for row in tables["positions"] if row["issue"] == issue}
    assert {"support", "oppose"} <= stances


def test_past_tensions_are_told_from_current_ones(tables):
    status = {(row["issue"], row["type"]): row["status"] for row in tables["tensions"]}
    assert status["us-ukraine-messaging", "friction"] == "past"
    assert status["us-ukraine-messaging", "demand"] == "current"
