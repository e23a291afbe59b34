"""Who is heard how much, what each holds and whom each faces."""

from dataclasses import replace

import pytest

from analysis.briefing.outline import outline
from tests.briefing.sample import ISSUES, bundled, without_tensions


@pytest.fixture(scope="module")
def view():
    return outline(bundled(), issues=ISSUES)


def row(view, name):
    return next(row for row in view.actors.rows if row.name == name)


def test_positions_lead_by_their_mark_to_where_they_stand(view):
    links = row(view, "Volodymyr Zelensky").positions
    assert [link.mark for link in links] == ["−", "±", "+"]
    assert links[0].words == "against: Ukraine should show that it is open to talks"
    assert {link.target for link in links} <= {line.claim.id for group in view.positions.groups for line in group.lines}


def test_tensions_lead_by_their_intensity_widest_first_also_for_those_who_speak_in_them(view):
    assert [link.mark for link in row(view, "Volodymyr Zelensky").tensions] == ["62", "30"]
    assert [link.mark for link in row(view, "Jake Sullivan").tensions] == ["62"]
    assert row(view, "United States").tensions[0].words == (
        "demand, Volodymyr Zelensky on the other side, intensity 62"
    )
    ids = {claim.id for claim in view.claims}
    assert all(link.target in ids for one in view.actors.rows for link in (*one.positions, *one.tensions))


def test_how_much_is_heard_is_counted(view):
    zelensky = row(view, "Volodymyr Zelensky")
    assert (zelensky.direct, zelensky.retold, zelensky.mentions) == (1, 1, 1)


@pytest.mark.parametrize(
    ("actors", "said"),
    [
        (
            20,
            "Of 13 actors who speak, hold something or face another, five are quoted, three only retold and five only ",
        ),
        (0, ""),
    ],
)
def test_the_summary_counts_in_words(view, actors, said):
    found = view if actors else outline(without_tensions(), issues=ISSUES)
    assert found.actors.summary.startswith(said) and bool(found.actors.summary) == bool(said)


def test_a_role_from_the_registry_is_marked_as_background():
    found = bundled()
    price = next(actor for actor in found.actors if actor.name == "Ned Price")
    known = replace(price, role_basis="registry")
    shown = outline(replace(found, actors=tuple(known if one is price else one for one in found.actors)))
    assert row(shown, "Ned Price").background and not row(shown, "Dmitry Peskov").background


def test_one_actor_is_told_in_the_singular_and_nobody_quoted_as_none():
    found = bundled()
    one = replace(found, tensions=(), positions=(), statements=found.statements[:1])
    assert outline(one).actors.summary.startswith("One actor speaks, holds something or faces another, and is ")
    none = replace(found, statements=())
    assert "none is quoted and" in outline(none).actors.summary
