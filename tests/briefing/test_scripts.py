"""The page's scripts as text: what may not stand between tags, and what makes them grow."""

import re

from analysis.briefing.render import TEMPLATES
from analysis.briefing.scripts import BODY, HEAD, scripts

FILES = sorted((TEMPLATES / "script").glob("*.js"))


def test_every_file_is_in_one_script():
    assert sorted([*HEAD, *BODY]) == [file.stem for file in FILES]


def test_nothing_ends_the_tag_early_and_nothing_needs_more_than_the_policy_allows():
    text = scripts().head + scripts().body
    assert not re.search(r"</script|<!--|\beval\(|new Function|innerHTML|\bimport\b|fetch\(|https?:", text)


def test_no_name_is_defined_twice():
    texts = "".join(file.read_text() for file in FILES)
    names = re.findall(r"^(?:async )?(?:function|const|let) (\w+)", texts, re.MULTILINE)
    assert len(names) == len(set(names)) > 20


def test_comments_and_indents_are_left_out():
    assert not re.search(r"^(?:\s|//)", scripts().body, re.MULTILINE)
    assert all(file.read_text().startswith("// ") for file in FILES)


def test_they_stay_small():
    assert len(scripts().head) + len(scripts().body) < 16_000
    assert all(len(file.read_text().splitlines()) <= 150 for file in FILES)
