"""What the script does on the bundled article's briefing, on articles of other kinds."""

import pytest

from tests.briefing.browser.test_script import (  # noqa: F401
    annotations,
    page,
    test_a_filter_leaves_what_carries_its_value,
    test_tables_sort_up_down_and_back_each_group_in_itself,
)
from tests.briefing.other_articles import OTHERS

pytestmark = pytest.mark.parametrize("run_folder", OTHERS, indirect=True)
