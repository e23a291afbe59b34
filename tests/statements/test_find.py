import pytest

from analysis.document import read_document
from analysis.paths import ARTICLES
from analysis.records import check_evidence
from analysis.statements import find_statements
from tests.factory import make_actor, make_article, make_doc, make_mention, make_time
from tests.statements.marked import plain, told

MARKED = "On Monday, [Kremlin spokesman Dmitry Peskov] <told> CNN {that talks may wait until Friday}."
TEXT = plain(MARKED)


@pytest.fixture
def found():
    doc = told(MARKED)
    kremlin = make_actor(TEXT, "Kremlin", kind="government")
    peskov = make_actor(TEXT, "Dmitry Peskov")
    cnn = make_actor(TEXT, "CNN", kind="media")
    mentions = [
        make_mention(TEXT, kremlin, "Kremlin"),
        make_mention(TEXT, peskov, "Dmitry Peskov"),
        make_mention(TEXT, cnn, "CNN"),
    ]
    times = [make_time(TEXT, "Monday", "2022-11-07"), make_time(TEXT, "Friday", "2022-11-11")]
    (statement,) = find_statements(doc, [kremlin, peskov, cnn], mentions, times)
    return statement, {"kremlin": kremlin, "peskov": peskov, "cnn": cnn}, times


def test_speaker_is_the_head_of_the_source(found):
    statement, actors, _ = found
    assert statement.source == actors["peskov"].id


def test_listener_is_the_addressee(found):
    statement, actors, _ = found
    assert statement.addressee == actors["cnn"].id


def test_time_lies_outside_the_content(found):
    statement, _, times = found
    assert statement.time == times[0].id


def test_fields(found):
    statement, _, _ = found
    assert (statement.kind, statement.sourcing, statement.n_sources) == ("indirect", "named", 1)
    assert (statement.cue_class, statement.certainty.term) == ("say", "may")
    assert statement.confidence > 0.7
    assert "“told”" in statement.reason
    check_evidence(TEXT, [statement])


def test_source_without_a_mention_has_no_actor():
    (statement,) = find_statements(told(MARKED), [], [], [])
    assert statement.source is None
    assert statement.source_span
    assert "not among the actors" in statement.reason


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("“We go,”", "Price", "said"), ("aid is late", "Price", "said")),
        (("“We go,”", "Price", "said"), ("“We go,", "Price", "said")),
        (("that aid is late", "Price", "said"), ("aid is late", "Price", "said")),
        (("that aid is late", "Price", "said"), ("that aid is late", "", "said")),
        (("the plan", "Price", "announced"), ("the plan", "Price", "yodelled")),
    ],
)
def test_confidence_ranks(better, worse):
    def confidence(content, source, cue):
        text = f"{source} {cue} {content}.".strip()
        spans = [("cue", cue), ("content", content), *([("source", source)] if source else [])]
        (statement,) = find_statements(make_doc(text, attribution=spans), [], [], [])
        return statement.confidence

    assert confidence(*better) > confidence(*worse)


QUOTATIONS = [
    ("“We are ready for dialogue", "Zelensky", "direct"),
    ("“open to”", "Kremlin spokesman Dmitry Peskov", "mixed"),
    ("“at the moment we don’t see", "Kremlin spokesman Dmitry Peskov", "mixed"),
    ("“I don’t think they are naive", "a Western official", "direct"),
    ("“They recognize that there is", "a Western official", "direct"),
    ("“You can get everyone", "the official", "direct"),
    ("“I think there needs", "House Minority Leader Kevin McCarthy", "direct"),
    ("“You always need", "House Minority Leader Kevin McCarthy", "direct"),
    ("“The United States will be", "Sullivan", "direct"),
    ("“There will be no wavering", "Sullivan", "direct"),
    ("“we are ready for peace", "Zelensky", "direct"),
    ("“direct ”", "a source familiar with the conversation", "mixed"),
]
INDIRECT = [
    # Whether the sources of this sentence are heard as well hangs on how a processor rounds the model's int8 sums.
    ("Ukraine in recent weeks to show it", "Senior US officials", "have been urging"),
    ("The talks are not aimed", "the sources", "said"),
    ("Ukrainians more urgently", "Officials, including National Security Adviser Jake Sullivan,", "began pressing"),
    ("Sullivan discussed the issue", "the sources", "said"),
    ("the US view that", "He", "expressed"),
    ("that the US is urging Ukraine", "The Washington Post", "first reported"),
    ("that they may be less willing", "Republicans", "have also begun to signal"),
    ("Sullivan also spoke", "sources", "said"),
    ("and the consequences if Russia", "sources", "said"),
    ("over the last eight months of the war that Ukraine is willing", "Zelensky", "has said repeatedly"),
    ("why it would not want", "the US", "understands"),
    ("As such, US officials", "the sources", "said"),
    ("Rather, the U.S.’s most immediate goal", "the sources", "added"),
    ("any diplomatic solution would", "State Department spokesman Ned Price", "said"),
    ("to weigh in on", "State Department spokesman Ned Price", "declined"),
    ("if there could be", None, "asked"),
    ("regime change is not the goal", "Price", "said"),
    ("the ability of Ukraine’s armed forces", "some US officials", "question"),
    ("that Kiev’s goal is", "Zelensky", "has stated"),
    ("the battlefield is likely", "one defense official", "says"),
    ("The outcome of the fighting", "the official", "added"),
    ("war messaging", "the US and Ukraine", "have disagreed over"),
    ("to appear more outwardly grateful", "US officials", "have urged"),
    ("tensions between Zelensky and Biden", "CNN", "previously reported"),
    ("a decree in early October barring", "Ukrainian President Volodymyr Zelensky", "signed"),
]


@pytest.fixture(scope="module")
def bundled():
    article = make_article((ARTICLES / "cnn-us-ukraine-talks.txt").read_text(encoding="utf-8").strip())
    return article.text, find_statements(read_document(article), [], [], [])


@pytest.mark.parametrize(("words", "speaker", "kind"), QUOTATIONS)
def test_quotations_of_the_bundled_article(bundled, words, speaker, kind):
    text, statements = bundled
    place = text.index(words)
    (one,) = [one for one in statements if any(part.start <= place < part.end for part in one.content_spans)]
    assert (one.source_span.quote, one.kind) == (speaker, kind)


@pytest.mark.parametrize(("words", "speaker", "cue"), INDIRECT)
def test_indirect_statements_of_the_bundled_article(bundled, words, speaker, cue):
    _, statements = bundled
    (one,) = [one for one in statements if any(part.quote.startswith(words) for part in one.content_spans)]
    assert (one.source_span.quote if one.source_span else None, one.cue_span.quote) == (speaker, cue)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The talks are not aimed at", {"sourcing": "unnamed", "n_sources": None, "cue_class": "say"}),
        ("“I don’t think they are naive", {"sourcing": "role-only", "n_sources": 1}),
        ("that the US is urging Ukraine", {"sourcing": "outlet", "cue_class": "report"}),
        ("war messaging", {"n_sources": 2, "cue_class": "disagree"}),
        ("a decree in early October", {"channel": "order"}),
        ("that “we are ready for peace", {"channel": "speech"}),
        ("“The United States will be with Ukraine", {"forecast": True}),
        ("if there could be", {"cue_class": "ask", "forecast": False, "condition": None}),
    ],
)
def test_sourcing_and_force_in_the_bundled_article(bundled, words, expected):
    _, statements = bundled
    (one,) = [one for one in statements if any(part.quote.startswith(words) for part in one.content_spans)]
    assert {name: getattr(one, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("words", "term", "low"),
    [
        ("the battlefield is likely", "likely", 55),
        ("that they may be less willing", "may", None),
        ("The outcome of the fighting", "may", None),
        ("“I think there needs", "i think", None),
        ("to appear more outwardly grateful", "", None),
        ("regime change is not the goal", "", None),
    ],
)
def test_hedges_of_the_bundled_article(bundled, words, term, low):
    _, statements = bundled
    (one,) = [one for one in statements if any(part.quote.startswith(words) for part in one.content_spans)]
    assert (one.certainty.term, one.certainty.low) == (term, low)


def test_conditions_of_the_bundled_article(bundled):
    _, statements = bundled
    assert [one.condition.quote for one in statements if one.condition] == [
        "if the GOP regains control of the House of Representatives",
        "for as long as it takes in this fight",
    ]


def test_statements_of_the_bundled_article_are_sorted_and_verbatim(bundled):
    text, statements = bundled
    check_evidence(text, statements)
    assert list(statements) == sorted(statements, key=lambda one: one.evidence[0])
    assert len({one.id for one in statements}) == len(statements)
