"""What a reader without script sees."""

import re
from itertools import pairwise

import pytest

from analysis import store
from tests.briefing.other_articles import brief

SIZES = (390, 1440)

# For each evidence key: follow it, and read off where it lands and which words are lit there.
FOLLOW_KEYS = """() => {
  const lit = getComputedStyle(document.documentElement).getPropertyValue('--lit').trim();
  const sample = document.createElement('span');
  sample.style.background = 'var(--lit)';
  document.body.append(sample);
  const litColour = getComputedStyle(sample).backgroundColor;
  sample.remove();
  return [...document.querySelectorAll('a.key')].map(key => {
    key.click();
    const target = document.querySelector(':target');
    const words = [...document.querySelectorAll('.article span')].filter(
      span => getComputedStyle(span).backgroundColor === litColour && span.textContent);
    const box = words.length ? words[0].getBoundingClientRect() : {top: -1, bottom: -1, left: -1};
    const claim = key.closest('.claim').id, number = key.textContent;
    const back = [...document.querySelectorAll('.article .back a')].filter(
      one => one.textContent === number && ['#n-' + number, '#' + claim].includes(one.getAttribute('href')));
    const listed = document.querySelector(`#n-${number} a[href="#${claim}"]`);
    return {
      href: key.getAttribute('href'), found: !!target,
      inView: box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.left < innerWidth,
      text: words.map(span => span.textContent).join(''), back: back.length, listed: !!listed,
    };
  });
}"""


@pytest.fixture
def page(open_page):
    return open_page(834, script=False)


@pytest.fixture
def text(run_folder):
    return store.load(run_folder / "data").annotations.article.text


@pytest.mark.parametrize("width", SIZES)
def test_every_key_lands_on_its_highlighted_words_and_leads_back(open_page, text, width):
    landings = open_page(width, script=False).evaluate(FOLLOW_KEYS)
    assert len(landings) > 40
    for landing in landings:
        start, end = map(int, re.fullmatch(r"#e-(\d+)-(\d+)", landing["href"]).groups())
        assert landing["found"] and landing["inView"], landing
        assert landing["text"] == text[start:end]
        assert landing["back"] == 1 and landing["listed"], f"no way back from {landing['href']}"


def test_every_claim_has_a_key(page):
    assert page.evaluate("[...document.querySelectorAll('.claim')].filter(c => !c.querySelector('a.key')).length") == 0
    assert page.evaluate("document.querySelectorAll('.claim').length") > 20


def test_every_link_inside_the_page_has_its_target(page):
    assert (
        page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
            ".filter(id => id && !document.getElementById(id))"
        )
        == []
    )
    assert page.evaluate(
        "[...document.querySelectorAll('[id]')].length === new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
    )


def test_one_h1_and_no_level_skipped(page):
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_bottom_line_comes_first_and_is_short(page):
    assert page.evaluate("document.querySelector('h2').textContent").startswith("Bottom line")
    words = page.evaluate(
        "[...document.querySelector('h2').parentElement.querySelectorAll('.claim')].map(c => c.firstChild.textContent).join(' ')"
    )
    assert 20 <= len(words.split()) <= 150


def test_the_three_named_tensions_come_first(page):
    titles = page.evaluate("[...document.querySelectorAll('h3')].map(h => h.textContent.trim())")
    order = [
        next(i for i, title in enumerate(titles) if name in title)
        for name in ("US-Ukraine messaging", "GOP funding signals", "Battlefield assessment")
    ]
    assert order == sorted(order)


def test_a_run_with_other_parameters_has_its_own_folder_and_is_marked(chromium, tmp_path):
    from analysis import runs
    from analysis.provenance import DEFAULT_ARTICLE
    from analysis.settings import read_settings

    words = "focus=gop-funding min_confidence=0.7"
    plan = runs.plan(DEFAULT_ARTICLE, *read_settings(words), reports=tmp_path)
    assert re.fullmatch(r"cnn-us-ukraine-talks--[0-9a-f]{8}", plan.folder.name)
    plan.folder.mkdir()
    brief(plan.article, plan.folder, plan.settings, paper=False)
    page = chromium.new_page()
    page.goto((plan.folder / "briefing.html").as_uri())
    head = page.evaluate("document.querySelector('h1').closest('header').textContent")
    assert "focus" in head and "gop-funding" in head and "0.7" in head
    titles = page.evaluate("[...document.querySelectorAll('h3')].map(h => h.textContent.trim())")
    cards = [
        title for title in titles if title in ("US-Ukraine messaging", "GOP funding signals", "Battlefield assessment")
    ]
    assert not cards or cards[0] == "GOP funding signals"
    assert f'SET="{words}"' in page.content().replace("&#34;", '"').replace("&quot;", '"')
