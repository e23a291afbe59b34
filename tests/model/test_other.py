"""A spaCy pipeline in the embedded model's place."""

import pytest
import spacy
from spacy.training import Example

from analysis.document import read_document
from analysis.errors import ParameterError
from analysis.pipeline import Analysis
from analysis.provenance import DEFAULT_ARTICLE
from analysis.settings import Settings
from tests.factory import make_article

TEXT = "Ned Price said that talks go on.\n\nKyiv agreed,  he added. “We go,” she said."


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """A pipeline with a real parser, its weights never trained, and known names."""
    language = spacy.blank("en")
    ruler = language.add_pipe("entity_ruler")
    language.add_pipe("parser")
    spacy.util.fix_random_seed(1)
    gold = {"heads": [1, 1, 1], "deps": ["nsubj", "ROOT", "dobj"]}
    examples = [Example.from_dict(language.make_doc("Price made talks"), gold) for _ in range(40)]
    language.initialize(lambda: examples)
    labels = {"GPE": "Kyiv", "NORP": "Price", "DATE": "talks"}
    ruler.add_patterns([{"label": label, "pattern": words} for label, words in labels.items()])
    folder = tmp_path_factory.mktemp("pipeline")
    language.to_disk(folder)
    return str(folder)


def test_it_reads_all_but_attribution(pipeline):
    ours, theirs = read_document(make_article(TEXT)), read_document(make_article(TEXT), pipeline)
    assert theirs.text == TEXT
    assert [(ent.text, ent.label_) for ent in theirs.ents] == [("Price", "NAME"), ("Kyiv", "PLACE")]
    assert {token.dep_ for token in theirs if not token.is_space} <= {"nsubj", "ROOT", "dobj", "dep"}
    attribution = [[(span.text, span.label_) for span in doc.spans["attribution"]] for doc in (ours, theirs)]
    assert attribution[0] == attribution[1] != []
    assert (ours.tensor == theirs.tensor).all() and ours.tensor.shape == (len(ours), 384)


def test_none_of_its_sentences_runs_over_the_end_of_a_paragraph(pipeline):
    doc = read_document(make_article(TEXT), pipeline)
    assert all(doc[paragraph.start].is_sent_start for paragraph in doc.spans["paragraphs"])


def test_what_cannot_be_loaded_is_refused_with_a_remedy(tmp_path):
    for name in ("en_core_web_none", str(tmp_path)):
        with pytest.raises(ParameterError) as stop:
            Analysis(DEFAULT_ARTICLE, Settings(language_model=name)).check()
        assert name in str(stop.value) and "pip install" in str(stop.value) and "\n" not in str(stop.value)


def test_a_pipeline_without_a_parser_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ParameterError, match="no parser"):
        Analysis(DEFAULT_ARTICLE, Settings(language_model=str(tmp_path))).check()
