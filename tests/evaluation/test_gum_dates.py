from datetime import date

import pytest

from analysis.evaluation.gum_dates import days


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"when": "2016-02"}, (date(2016, 2, 1), date(2016, 2, 29))),
        ({"when": "1818"}, (date(1818, 1, 1), date(1818, 12, 31))),
        ({"from": "2020-02-29", "to": "2023-02-28"}, (date(2020, 2, 29), date(2023, 2, 28))),
        ({"notAfter": "2016-09-12"}, (None, date(2016, 9, 12))),
        ({"when": "2016-09-12T10:00"}, (date(2016, 9, 12), date(2016, 9, 12))),
        ({}, (None, None)),
    ],
)
def test_days(attributes, expected):
    assert days(attributes) == expected
