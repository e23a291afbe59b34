"""What the script does on the bundled article's briefing, on articles of other kinds."""

import pytest

from tests.briefing.browser.test_script import (  # noqa: F401
    annotations,
    page,
    test_a_filter_leaves_what_carries_its_value,
    test_a_key_shows_its_words_on_hover_and_escape_hides_them,
    test_tables_sort_up_down_and_back_each_group_in_itself,
    test_whoever_follows_a_key_is_offered_the_claim_again,
)
from tests.briefing.other_articles import OTHERS

pytestmark = pytest.mark.parametrize("run_folder", OTHERS, indirect=True)
