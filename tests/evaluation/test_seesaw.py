"""SEESAW's stances as polarities of pairs."""

from analysis.evaluation.seesaw import coded

PEOPLE = [{"name": name, "type": ["People"]} for name in ("Ann", "Bob", "Cal")]
TOPIC = {"name": "the bill", "type": ["Topic"]}


def stance(subject, sentiment, object_):
    return {"subject": subject, "sentiment": sentiment, "object": object_}


def test_most_stances_tell_the_polarity_of_two_people_in_either_direction():
    stances = [stance("Ann", "NEG", "Bob"), stance("Bob", "NEG", "Ann"), stance("Ann", "POS", "Bob")]
    stances += [stance("Cal", "POS", "Ann"), stance("Cal", "NEG", "the bill"), stance("None", "NEG", "Bob")]
    found = coded({"entities": [*PEOPLE, TOPIC], "stances": stances})
    assert found == {frozenset(("Ann", "Bob")): "NEG", frozenset(("Cal", "Ann")): "POS"}
