"""What the script adds: filters, search, sorting, previews, copying, the way back."""

import re

import pytest

from analysis import store


@pytest.fixture
def page(open_page):
    page = open_page(1440, permissions=["clipboard-read", "clipboard-write"])
    yield page
    assert page.complaints == []


@pytest.fixture
def annotations(run_folder):
    return store.load(run_folder / "data").annotations


def tally(page):
    """Fitting and all claims, fitting and all passages."""
    return list(map(int, re.findall(r"\d+", page.text_content(".filter .found"))))


def choose(page, **fields):
    before = page.text_content(".filter .found")
    for name, value in fields.items():
        if name == "words":
            page.fill(".filter [name=words]", value)
        else:
            page.select_option(f".filter [name={name}]", value)
    page.wait_for_function("before => document.querySelector('.filter .found').textContent !== before", arg=before)


def values(page, name):
    return [value for value in page.eval_on_selector_all(f".filter [name={name}] option", "all => all.map(o => o.value)") if value]  # fmt: skip


def shown_notes(page, name):
    return page.eval_on_selector_all(
        "li[id^='n-']",
        "(all, name) => all.filter(n => n.checkVisibility()).map(n => (n.dataset[name] ?? '').split(' '))",
        name,
    )


@pytest.mark.parametrize("name", ["who", "tension", "voice", "certainty"])
def test_a_filter_leaves_what_carries_its_value(page, name):
    claims, _, passages, _ = tally(page)
    for value in values(page, name)[:4]:
        choose(page, **{name: value})
        left = shown_notes(page, name)
        assert 0 < len(left) < passages and all(value in carried for carried in left)
        assert tally(page) == [tally(page)[0], claims, len(left), passages]
        lit = page.eval_on_selector_all(".article .fits", "all => all.map(span => span.className)")
        assert lit and all("e-" in classes for classes in lit)
        page.click(".filter [type=reset]")
        page.wait_for_selector(".filter:not(.active)")


def test_filters_together_leave_less_and_a_section_without_any_says_so(page, annotations):
    choose(page, voice="direct")
    quoted = tally(page)
    choose(page, who=annotations.tensions[0].a)
    both = tally(page)
    assert both[2] < quoted[2] and both[0] <= quoted[0]
    for section in page.locator("main > section").filter(has=page.locator(".claim")).all():
        left = section.locator(".claim").filter(visible=True).count()
        assert section.locator("p.gap", has_text="Nothing in this section").filter(visible=True).count() == (left == 0)
        assert section.locator("h3").filter(visible=True).count() <= left
    assert page.locator(".article").filter(visible=True).count() == 1


def test_every_card_is_left_by_its_own_tension(page):
    for card in page.eval_on_selector_all(".card", "cards => cards.map(card => card.id)"):
        choose(page, tension=card)
        assert page.locator(f"#{card}").is_visible()


def test_search_leaves_claims_with_the_words_and_marks_them_also_across_notes(page, annotations):
    words = "ready for dialogue with russia, but"
    choose(page, words=words)
    texts = page.eval_on_selector_all(".claim", "all => all.filter(c => c.checkVisibility()).map(c => c.textContent)")
    assert texts and tally(page)[2] >= 1
    marked = page.evaluate("[...CSS.highlights.get('hit')].map(range => range.toString())")
    assert any(words == hit.lower() for hit in marked)
    choose(page, words="zzz")
    assert tally(page)[0] == tally(page)[2] == 0
    page.click(".filter [type=reset]")
    page.wait_for_selector(".filter:not(.active)")
    assert page.evaluate("CSS.highlights.get('hit').size") == 0 and page.locator(".unfit:not(p)").count() == 0


def test_search_takes_straight_for_typographic_marks(page):
    choose(page, words="don't see such")
    assert tally(page)[2] >= 1


def test_the_legend_filters(page):
    button = page.locator(".legend button").first
    button.click()
    assert button.get_attribute("aria-pressed") == "true" and page.input_value(".filter [name=voice]") == "direct"
    button.click()
    assert button.get_attribute("aria-pressed") == "false" and page.input_value(".filter [name=voice]") == ""


def test_a_link_to_what_is_hidden_shows_it_again(page):
    choose(page, words="zzz")
    page.eval_on_selector(".back a", "number => number.click()")
    assert page.locator(":target").is_visible() and tally(page)[0] == tally(page)[1]


# The cells of a column, group by group; the row that heads a group has none.
COLUMN = """(table, place) => [...table.tBodies].map(body => [...body.rows]
  .filter(row => !row.querySelector('[scope=rowgroup]')).map(row => row.cells[place].textContent.trim()))"""


def test_tables_sort_up_down_and_back_each_group_in_itself(page):
    for table in page.locator("table.sortable").filter(visible=True).all():
        for head in table.locator("th:has(> button)").all():
            place = head.evaluate("cell => cell.cellIndex")
            own = table.evaluate(COLUMN, place)
            head.locator("button").focus()
            for order in ("ascending", "descending", "none"):
                page.keyboard.press("Enter")
                groups = table.evaluate(COLUMN, place)
                assert head.get_attribute("aria-sort") == order
                assert table.locator("[aria-sort]:not([aria-sort=none])").count() == (order != "none")
                assert [sorted(group) for group in groups] == [sorted(group) for group in own]
                if "number" in (head.get_attribute("class") or "") and order != "none":
                    assert all(is_sorted(group, turned=order == "descending") for group in groups)
            assert groups == own


def is_sorted(cells, *, turned):
    """Whether numbers are in order, what is none after them."""
    numbers = [float(found[0].replace(",", "")) if (found := re.match(r"[\d.,]+", cell)) else None for cell in cells]
    known = [number for number in numbers if number is not None]
    return numbers[: len(known)] == sorted(known, reverse=turned)


def test_a_key_shows_its_words_on_hover_and_escape_hides_them(page):
    key = page.locator("a.key").filter(visible=True).nth(2)
    key.scroll_into_view_if_needed()
    key.hover()
    preview = page.locator(".preview")
    preview.wait_for(state="visible")
    number = key.text_content()
    assert page.text_content(f"#n-{number} q")[:40] in preview.text_content()
    assert "paragraph" in preview.text_content() and key.get_attribute("aria-describedby") == "preview"
    over, under = key.bounding_box(), preview.bounding_box()
    assert under["y"] >= over["y"] + over["height"] - 0.5 or under["y"] + under["height"] <= over["y"] + 0.5
    preview.hover()
    page.wait_for_timeout(500)
    assert preview.is_visible()
    page.keyboard.press("Escape")
    assert not preview.is_visible() and key.get_attribute("aria-describedby") is None
    key.hover()
    preview.wait_for(state="visible")
    page.mouse.move(5, 5)
    preview.wait_for(state="hidden")


def test_a_key_shows_its_words_on_focus(page):
    page.keyboard.press("Tab")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.key')"):
            break
    assert page.locator(".preview").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".preview").is_visible()
    assert page.evaluate("document.activeElement.matches('a.key')")


def test_the_first_tap_shows_the_words_and_the_second_follows(open_page):
    page = open_page(390, has_touch=True)
    key = page.locator("a.key").first
    key.tap()
    assert page.locator(".preview").is_visible() and "#" not in page.url
    key.tap()
    assert page.url.endswith(key.get_attribute("href"))


def test_whoever_follows_a_key_is_offered_the_claim_again(page):
    key = page.locator("a.key").nth(3)
    claim = key.evaluate("key => key.closest('.claim').id")
    key.focus()
    page.keyboard.press("Enter")
    assert page.locator(".back a.came").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "way-back"
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{claim}")
    page.locator(".way-back").wait_for(state="detached")
    assert page.locator(".back a.came").count() == 0


@pytest.mark.parametrize("clipboard", [True, False], ids=["clipboard", "without"])
def test_an_anchor_copies_the_deep_link_and_leads_there(page, clipboard):
    if not clipboard:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    anchor = page.locator("a.anchor").nth(2)
    anchor.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.news').textContent.includes('copied')")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith(anchor.get_attribute("href"))


def test_the_contents_follow_the_reader(page):
    for head in page.eval_on_selector_all("main > section > h2", "heads => heads.map(head => head.id)"):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", head)
        if page.evaluate("id => document.getElementById(id).getBoundingClientRect().top > innerHeight / 10", head):
            break  # the last sections are too short to be scrolled up to the line
        page.wait_for_selector(f".rail a[href='#{head}'][aria-current]")
        assert page.locator(".rail a[aria-current]").count() == 1


def test_the_filter_stands_in_the_rail_or_at_the_foot_of_a_narrow_screen(page):
    assert page.locator(".rail .filter form").is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator("body > .filter").is_visible() and not page.locator(".filter form").is_visible()
    page.focus(".filter summary")
    page.keyboard.press("Enter")
    assert page.locator(".filter form").is_visible()
