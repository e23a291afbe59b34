"""What the README shows and names is there."""

import re

from analysis.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_picture_is_small_and_has_words():
    alt, path = re.search(r"!\[([^\]]+)\]\(([^)]+)\)", README).groups()
    picture = (ROOT / path).read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) < 300_000
    assert len(alt.split()) > 10


def test_every_target_it_names_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=[`\s]*(?:#|$|[A-Z`]))", README, re.MULTILINE)) <= targets
