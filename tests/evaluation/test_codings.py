"""The coded articles that weights are fitted on."""

import os
from pathlib import Path

import pytest

from analysis.evaluation.codings import FIELDS, our_articles

TEXTS = Path(os.environ.get("GOLD", "../shared")) / "data" / "attribution" / "polnear" / "train" / "text"


@pytest.mark.skipif(not TEXTS.is_dir(), reason="needs GOLD, the folder with PolNeAR's texts")
def test_our_codings_quote_the_texts_they_are_of():
    ours = list(our_articles(TEXTS))
    assert len(ours) == 120
    for one in ours:
        text = one.file.read_text(encoding="utf-8")
        ids = {actor["id"] for actor in one.coding["actors"]}
        assert set(one.coding) == set(FIELDS)
        assert {position["actor"] for position in one.coding["positions"]} <= ids
        assert {tension[side] for tension in one.coding["tensions"] for side in "ab"} <= ids
        for record in (*one.coding["positions"], *one.coding["tensions"]):
            assert record["evidence"] and all(quote in text and "\n" not in quote for quote in record["evidence"])
