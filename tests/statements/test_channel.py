import pytest

from tests.statements.marked import quote, statement


@pytest.mark.parametrize(
    ("marked", "channel", "words"),
    [
        ("{“We go,”} [Price] <said> in an interview with CNN.", "interview", "an interview"),
        ("[Trump] <tweeted> {that aid is late}.", "social post", "tweeted"),
        ("[Trump] <wrote> on Twitter {that aid is late}.", "social post", "Twitter"),
        ("In a phone call with Putin, [Macron] <said> {that aid is late}.", "call", "a phone call"),
        ("[Zelensky] <signed> {a decree barring talks}.", "order", "a decree"),
        ("[Price] <said> at a news conference in Paris {that aid is late}.", "press conference", "a news conference"),
        ("[Price] <said in a statement> {that aid is late}.", "statement", "a statement"),
        ("[Clinton] <testified> before Congress {that aid is late}.", "testimony", "testified"),
        ("[The letter] <said> {that aid is late}.", "letter", "The letter"),
        ("[Price] <told> reporters {that aid is late}.", "press", "reporters"),
        ("Speaking at a rally in Ohio, [Trump] <said> {that aid is late}.", "speech", "a rally"),
        ("[Price] <said> after the debate {that aid is late}.", "", None),
        ("[Price] <said> {he was hurt in an interview}.", "", None),
        ("[Price] <said> {that aid is late}.", "", None),
    ],
)
def test_words_about_the_cue_name_the_channel(marked, channel, words):
    found = statement(marked)
    assert (found.channel, quote(found.channel_span)) == (channel, words)


def test_a_company_that_speaks_is_no_channel():
    assert statement("[Twitter] <said> {that aid is late}.").channel == ""


def test_on_an_outlet_is_a_broadcast_and_to_it_the_press():
    assert statement("[Price] <said> on CNN {that aid is late}.", CNN="media").channel == "broadcast"
    assert statement("[Price] <told> CNN {that aid is late}.", CNN="media").channel == "press"
