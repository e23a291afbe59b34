import pytest

from analysis.tensions.relations import find_relations, past


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann urged Bob to go", [("urged", "demand")]),
        ("Ann did not criticize Bob", []),
        ("Ann declined to blame Bob", []),
        ("an attack on Bob", [("attack on", "accusation")]),
        ("Ann’s bitter attack on Bob", [("attack on", "accusation")]),
        ("tensions between Ann and Bob", [("tensions between", "friction")]),
        ("Ann raised serious doubts about Bob", [("raised serious doubts about", "doubt")]),
        ("Bob was criticized sharply by Ann", [("criticized", "accusation")]),
        ("the idea that blocking Bob is wise", []),
        ("the consequences if Bob moves", [("consequences if", "threat")]),
        ("Ann wants to leave", []),
        ("Ann wants Bob to leave", [("wants", "demand")]),
    ],
)
def test_relation_words_and_their_types(text, found):
    assert [(word.words, word.relation.type) for word in find_relations(text)] == found


@pytest.mark.parametrize(
    ("text", "told_as_past"),
    [
        ("This is not the first time that they disagreed.", True),
        ("Tensions rose in the weeks before the invasion.", True),
        ("They argued in June.", True),
        ("They argue every day.", False),
        ("Officials have urged them in recent weeks.", False),
    ],
)
def test_words_of_the_past(text, told_as_past):
    assert (past().search(text) is not None) == told_as_past
