"""What is new, gone or changed since an earlier run."""

from dataclasses import replace

from analysis.briefing.outline import outline
from analysis.runs import Earlier
from analysis.settings import Settings
from tests.briefing.sample import ISSUES, bundled, without_tensions


def compared(now, then, *, parameters=None, inputs=None, **settings):
    earlier = Earlier("before", then, Settings().model_dump() | (parameters or {}), {"analysis/": "1"}, "0")
    view = outline(now, issues=ISSUES, settings=Settings(since="before", **settings), earlier=earlier, inputs=inputs)
    return view.changes


def told(view, title):
    return [(one.what, one.text) for group in view.groups if group.title == title for one in (*group.told, *group.rest)]


def test_without_an_earlier_run_it_is_initial_coverage():
    view = outline(bundled(), issues=ISSUES).changes
    assert view.none.startswith("Initial coverage") and not view.groups


def test_nothing_changed_says_so():
    view = compared(bundled(), bundled(), inputs={"analysis/": "1"})
    assert [group.summary for group in view.groups] == [
        "Five tensions then; no change.",
        "Eight positions then; no change.",
        "13 actors then; no change.",
    ]
    assert view.basis == (
        "Compared with the run before, which read the same text.",
        "Parameters, code and lists are the same as then.",
    )


def test_a_tension_s_intensity_type_and_status_are_compared():
    found = bundled()
    first, second, *others = found.tensions
    now = (replace(first, intensity=70), replace(second, type="doubt"), *others[:-1])
    view = compared(replace(found, tensions=now), found)
    assert told(view, "Tensions") == [
        (
            "gone",
            "Joe Biden clashed with Volodymyr Zelensky over “thanks for American help” (intensity 30).",
        ),
        (
            "changed",
            "The United States presses Volodymyr Zelensky over US-Ukraine messaging: "
            "the intensity was 62 and is 70.",
        ),
        ("changed", "Republicans doubt the United States over GOP funding signals: read as disagreement then, as doubt now."),
    ]  # fmt: skip
    assert view.groups[0].summary == "Five tensions then; since then one gone and two changed."


def test_a_position_turned_round_is_one_change():
    found = bundled()
    turned = replace(found.positions[0], stance="oppose")
    new = replace(found.positions[3], proposition="aid should end")
    view = compared(replace(found, positions=(turned, *found.positions[1:], new)), found)
    assert told(view, "Positions") == [
        ("new", "Kevin McCarthy, against: aid should end."),
        ("changed", "The United States, against: Ukraine should show that it is open to talks: for then."),
    ]


def test_an_actor_s_role_and_side_are_compared():
    found = bundled()
    price = next(actor for actor in found.actors if actor.name == "Ned Price")
    moved = replace(price, role="Ambassador", affiliation=None, side="Elsewhere")
    now = tuple(moved if actor is price else actor for actor in found.actors)
    assert told(compared(replace(found, actors=now), found), "Actors") == [
        (
            "changed",
            "Ned Price, Ambassador: the role was State Department spokesman; counted with no side then, with Elsewhere "
            "now; spoke for United States then, speaks for nobody now.",
        )
    ]


def test_parameters_and_inputs_that_differ_are_named():
    view = compared(bundled(), bundled(), inputs={"analysis/": "2"}, parameters={"min_confidence": 0.6})
    assert view.basis[1:] == (
        "Of the parameters, min_confidence was 0.6 and is 0.3.",
        "analysis/ has changed in between.",
    )


def test_words_of_another_article_are_told_without_evidence():
    view = compared(without_tensions(), bundled())
    assert view.basis[0] == (
        "Compared with the run before, which read another text: “US urges Ukraine to show it is open to talks”, "
        "8 November 2022."
    )
    gone = [one for group in view.groups for one in (*group.told, *group.rest)]
    assert gone and all(one.what == "gone" and one.claim is None for one in gone)


def test_what_is_new_cites_the_words_it_rests_on():
    view = compared(bundled(), without_tensions())
    new = [one for group in view.groups for one in (*group.told, *group.rest)]
    assert new and all(one.what == "new" and one.claim and one.claim.notes for one in new)
