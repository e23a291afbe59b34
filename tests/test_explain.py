"""Every record explains itself: its words, its places, what made it, and what it stands on."""

import re
from dataclasses import replace

import pytest

from analysis.__main__ import main
from analysis.errors import RecordError
from analysis.explain import WIDTH, explain
from analysis.records import Alternative, Annotations, Cooperation, Factor, IntensityPart
from tests.factory import (
    at,
    make_actor,
    make_article,
    make_mention,
    make_omission,
    make_position,
    make_statement,
    make_tension,
    make_time,
)

TEXT = "Kyiv bars all negotiations, officials said on Monday.\n\nWashington pressed Kyiv to talk and sent aid to Kyiv."
KYIV = make_actor(TEXT, "Kyiv", kind="government")
WASHINGTON = make_actor(TEXT, "Washington", kind="government")
OFFICIALS = make_actor(TEXT, "officials", kind="group", affiliation=KYIV.id)
MONDAY = make_time(TEXT, "Monday", "2022-11-07")
SAID = make_statement(TEXT, OFFICIALS, "Kyiv bars all negotiations", time=MONDAY.id)
HELD = make_position(
    TEXT, OFFICIALS, "talks", "bars all negotiations", "oppose",
    strength=0.9,
    statements=(SAID.id,),
    on_behalf=KYIV.id,
    time=MONDAY.id,
    factors=(
        Factor("bars", -1, 0.9, "force of the cue", at(TEXT, "bars")),
        Factor("negotiations", 1, 1.0, "polarity of the content", at(TEXT, "negotiations")),
        Factor("told as fact", 1),
    ),
    alternatives=(Alternative("stance", "mixed", 0.25),),
)  # fmt: skip
TENSION = make_tension(
    TEXT, WASHINGTON, KYIV, "Washington pressed Kyiv to talk", "Kyiv bars all negotiations",
    type="demand",
    intensity=61,
    low=50,
    high=70,
    parts=(
        IntensityPart("opposition", 20.0, "one acts on the other: demand", 0.8, 25, (at(TEXT, "pressed"),)),
        IntensityPart("wording", 41.3, "strong words", 0.5, 82.6),
    ),
    b_records=(HELD.id, SAID.id),
    voices=(OFFICIALS.id,),
)  # fmt: skip
COOPERATION = Cooperation(
    a=WASHINGTON.id, b=KYIV.id, type="aid", about="aid to Kyiv", status="current",
    confidence=0.7, reason="sent aid", evidence=(at(TEXT, "sent aid to Kyiv"),),
)  # fmt: skip
MENTION = make_mention(TEXT, KYIV, "Kyiv")
OMISSION = make_omission(TEXT, "Washington", WASHINGTON)
FOUND = Annotations(
    article=make_article(TEXT),
    actors=(KYIV, WASHINGTON, OFFICIALS),
    mentions=(MENTION,),
    timeline=(MONDAY,),
    statements=(SAID,),
    omissions=(OMISSION,),
    positions=(HELD,),
    tensions=(TENSION,),
    cooperations=(COOPERATION,),
)
SAYS = {
    "actor": (OFFICIALS, ["officials, group", "affiliation    Kyiv", f"{HELD.id}    officials oppose: on talks"]),
    "mention": (MENTION, ['"Kyiv" for Kyiv, by name', '"Kyiv" (characters 0-4, paragraph 1)']),
    "time": (MONDAY, ['"Monday" = DATE 2022-11-07', SAID.id]),
    "statement": (SAID, ['officials (said): "Kyiv bars all negotiations"', "Stood on by", HELD.id, TENSION.id]),
    "omission": (OMISSION, ["unheard: Washington"]),
    "position": (
        HELD,
        [
            "officials oppose: on talks",
            "on behalf      Kyiv",
            'time           "Monday" = DATE 2022-11-07',
            '- 0.90  force of the cue: "bars" (characters 5-9, paragraph 1)',
            '+ 1.00  polarity of the content: "negotiations" (characters 14-26, paragraph 1)',
            '+ 1.00  "told as fact", from the wording as a whole',
            "bars (-) x negotiations (+) x told as fact (+) = opposes, strength 0.90",
            "stance mixed, with a chance of 0.25",
            f"Stands on\n  {OFFICIALS.id}",
        ],
    ),
    "tension": (
        TENSION,
        [
            "Washington against Kyiv: demand over the matter",
            "voices         officials",
            'Evidence, Washington\n  "Washington pressed Kyiv to talk" (characters 55-86, paragraph 2)',
            'Evidence, Kyiv\n  "Kyiv bars',
            "opposition  0.80 x 25.00 = 20.0  one acts on the other: demand",
            '"pressed" (characters 66-73, paragraph 2)',
            "wording     0.50 x 82.60 = 41.3  strong words",
            "sum 61.3, which makes 61 of 100; 50 to 70 with any one passage left out",
        ],
    ),
    "cooperation": (COOPERATION, ["Washington with Kyiv: aid in aid to Kyiv", "sent aid"]),
}


@pytest.mark.parametrize("kind", SAYS)
def test_what_is_said_of_each_kind(kind):
    record, words = SAYS[kind]
    text = explain(FOUND, record.id)
    for expected in words:
        assert expected in text
    assert all(len(line) <= WIDTH for line in text.splitlines())


def test_all_kinds_are_tried():
    assert set(SAYS) == {record.prefix for record in FOUND.records()}


def test_no_line_is_too_long_and_none_is_left_out_where_words_are_many():
    long = replace(OFFICIALS, role=" ".join(["very"] * 60) + " high", aliases=("x" * 150,))
    lines = explain(replace(FOUND, actors=(KYIV, WASHINGTON, long)), OFFICIALS.id).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert sum(line.count("very") for line in lines) == 60


def test_the_beginning_of_an_id_is_enough_where_it_is_one_record_s():
    assert explain(FOUND, "cooperation") == explain(FOUND, COOPERATION.id)


def test_several_records_are_listed():
    with pytest.raises(RecordError) as stop:
        explain(FOUND, "actor-")
    assert all(actor.id in str(stop.value) for actor in FOUND.actors)


@pytest.mark.parametrize("key", ["tension-xyz", "", "nonsense"])
def test_no_record_is_said_with_the_nearest(key):
    with pytest.raises(RecordError, match=r"no record of example has this id; the nearest are \w+-"):
        explain(FOUND, key)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A short story and the records of a run of it."""
    folder = tmp_path_factory.mktemp("explain")
    (folder / "a.txt").write_text("Washington urged Kyiv to resume talks, Ned Price said in Kyiv on Monday.\n")
    assert main(["annotate", str(folder / "a.txt"), "--out", str(folder / "run")]) == 0
    return folder


def test_the_command_reads_a_run_or_the_article_itself(run, capsys):
    first = re.search(r"actor-\w{8}", (run / "run" / "data" / "actors.csv").read_text())[0]
    capsys.readouterr()
    assert main(["explain", first, "--run", str(run / "run")]) == 0
    from_run = capsys.readouterr().out
    assert from_run.startswith(f"{first}\n")
    assert main(["explain", first, str(run / "a.txt")]) == 0
    assert capsys.readouterr().out == from_run


@pytest.mark.parametrize(
    ("words", "message"),
    [(["tension-x", "--run", "run"], "no record of a"), (["tension-x", "--run", "none"], "holds no records")],
)
def test_bad_words_end_in_one_line_with_status_2(words, message, run, monkeypatch, capsys):
    monkeypatch.chdir(run)
    assert main(["explain", *words]) == 2
    out, err = capsys.readouterr()
    assert message in err and err.count("\n") == 1 and not out
