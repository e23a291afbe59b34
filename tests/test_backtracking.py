"""No regular expression of the project can be kept busy: none could take forever, and none takes its text's square."""

import json
import subprocess
import sys

import pytest

from analysis.backtracking import hazard, sweep
from analysis.paths import ROOT
from tests import attacks

# What a script applies to no more than so many characters.
SHORT_TEXTS = {r"\s+\S*$": "page.js cuts the words to the length asked for before"}
# Reads and renders an article whose records are of every kind, with all codebooks, and tells what was compiled.
READ = """
import json, sys
from pathlib import Path
from tests.attacks import compiled_meanwhile
with compiled_meanwhile() as found:
    from analysis.settings import Settings
    from tests.briefing.other_articles import brief
    brief(Path(sys.argv[1]), Path(sys.argv[2]), Settings(codebook="general+ukraine-war"), paper=False)
json.dump([[*key, name] for key, name in found.items()], sys.stdout)
"""
ARTICLE = """Officials press Ukraine over talks

“We may be open to talks on 3 May,” John Smith, a spokesman for the State Department, told reporters on Monday.

Ukraine’s President Volodymyr Zelensky said last month that his country would not negotiate, two officials said.
"""
SAFE = (
    r"(?:\s+\w+)*x", r"\d+\.\d+", r"(?:(?:new|more) +)*sanctions", r"(?:\s+\w+){0,3}\s+$", r"a*+a*b", r'"[^"]*"|\w+',
    r"(?>a+)a+b", r"\w*\w",
)  # fmt: skip
HAZARDS = (
    r"(a+)+b", r"[a-z]*[a-z]*x", r"(\w+\s?)*x", r"(x|a+)*c", r"\s+(?:x\s*)?\s*y", r"(?:a+b?)+", r".*.*x", r"(a|b*)*",
    r"(?:ab\s+?)+\s+x", r"\w+(?=a)\w+x", r"a{0,99}a{0,99}b",
)  # fmt: skip
CHOICES = (r"(a|aa)+b", r"(?:ab|a|b)+c")
SWEEPS = (r"no .*talks", r"(?:[^.]|x)+y", r"(\w+) \1")
NO_SWEEPS = (r"no (?:\w+ ){0,3}talks", r"(?:an? |some |several )*officials", r".{0,8}x")
SQUARES = (r"[^\S\n]+$", r"(?<!\w)['‚](?=\S)[^'\n]*x", r"\bthe [^.]*$", r'".*?"x')


@pytest.mark.parametrize("pattern", SAFE)
def test_repeats_that_cannot_share_are_no_hazard(pattern):
    assert not hazard(pattern)


@pytest.mark.parametrize("pattern", HAZARDS)
def test_repeats_that_can_share_a_character_are_a_hazard(pattern):
    assert "both match" in hazard(pattern)


@pytest.mark.parametrize("pattern", CHOICES)
def test_a_choice_that_can_divide_a_text_in_two_ways_is_a_hazard(pattern):
    assert "a choice repeated without end" in hazard(pattern)


def test_an_analyst_s_pattern_does_not_run_on_through_any_text():
    assert all(map(sweep, SWEEPS)) and not any(map(sweep, NO_SWEEPS)) and not any(map(hazard, NO_SWEEPS))


@pytest.mark.parametrize("pattern", (*SQUARES, *HAZARDS[:2]))
def test_an_attack_finds_what_is_slow(pattern):
    assert attacks.slow_on(pattern)


@pytest.mark.parametrize("pattern", (r"(?<![^\S\n])[^\S\n]+$", r"(?<!a)a*+b", r"(?<!\w)\w+ x"))
def test_an_attack_spares_what_is_not(pattern):
    assert not attacks.slow_on(pattern)


def test_no_expression_of_ours_can_be_kept_busy(tmp_path):
    article = tmp_path / "talks.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-c", READ, article, tmp_path]
    read = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    met = {(pattern, flags): name for pattern, flags, name in json.loads(read.stdout.splitlines()[-1])}
    every = attacks.written() | attacks.scripted() | met
    # That all three ways found some: at import, in a function, in a script.
    assert {"analysis.articles", "drawing.py", "search.js", "analysis.timeline.patterns"} <= set(every.values())
    found = [
        f"{name}: {pattern!r}: {told}"
        for (pattern, flags), name in every.items()
        if (told := _fault(pattern, name, flags))
    ]
    assert not found, "\n".join(found)


def _fault(pattern: str, name: str, flags: int) -> str:
    if pattern in SHORT_TEXTS:
        return ""
    # A codebook's phrases are hundreds, and refused where they are a hazard: make bench attacks them.
    repeats = name != "analysis.codebook" and set("*+") & set(pattern)
    return hazard(pattern, flags) or (repeats and attacks.slow_on(pattern, flags)) or ""
