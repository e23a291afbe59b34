from datetime import date

import pytest

from analysis.evaluation.gum_dates import agree, bounds, found_bounds, placed
from tests.factory import make_time


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"when": "2016-02"}, (date(2016, 2, 1), date(2016, 2, 29))),
        ({"when": "1818"}, (date(1818, 1, 1), date(1818, 12, 31))),
        ({"when": "500"}, (date(500, 1, 1), date(500, 12, 31))),
        ({"from": "2020-02-29", "to": "2023-02-28"}, (date(2020, 2, 29), date(2023, 2, 28))),
        ({"notAfter": "2016-09-12"}, (None, date(2016, 9, 12))),
        ({"when": "2016-09-12T10:00"}, (date(2016, 9, 12), date(2016, 9, 12))),
        ({"when": "-0400"}, (-400, -400)),
        ({"from": "-0480", "to": "0120"}, (-480, date(120, 12, 31))),
        ({"when": "--10"}, ("XXXX-10", "XXXX-10")),
        ({"when": "--07-04"}, ("XXXX-07-04", "XXXX-07-04")),
        ({"from": "--06", "to": "--09"}, ("XXXX-SU", "XXXX-SU")),
        ({"from": "--09-15", "to": "--09-30"}, ("XXXX-09", "XXXX-09")),
        ({"when": "w"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_bounds(attributes, expected):
    assert bounds(attributes) == expected


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"value": "2016", "begin": date(2016, 1, 1), "end": date(2016, 12, 31)}, True),
        ({"value": "2016-09-12TMO", "type": "TIME", "begin": date(2016, 9, 12), "end": date(2016, 9, 12)}, True),
        ({"value": "2016-09-12T10:00", "type": "TIME", "begin": date(2016, 9, 12), "end": date(2016, 9, 12)}, False),
        ({"value": "PXM", "type": "DURATION", "end": date(2016, 9, 12)}, True),
        ({"value": "PXM", "type": "DURATION"}, False),
        ({"value": "XXXX-SU"}, True),
        ({"value": "XXXX-SU", "type": "SET"}, False),
        ({"value": "XXXX-WXX-1"}, False),
        ({"value": "XXXX"}, False),
        ({"value": "BC0400"}, True),
        ({"value": "PRESENT_REF"}, False),
    ],
)
def test_what_stands_for_days_counts(fields, counts):
    assert placed(make_time("now", "now", **fields)) is counts


@pytest.mark.parametrize(
    ("attributes", "fields", "right"),
    [
        ({"when": "2016"}, {"value": "2016", "begin": date(2016, 1, 1), "end": date(2016, 12, 31)}, True),
        ({"when": "2016"}, {"value": "2016", "begin": date(2016, 1, 1), "end": date(2016, 4, 30)}, False),
        ({"notAfter": "2016-09-12"}, {"value": "PXD", "end": date(2016, 9, 12)}, True),
        ({"when": "-0400"}, {"value": "BC0400"}, True),
        ({"when": "-0400"}, {"value": "0400", "begin": date(400, 1, 1), "end": date(400, 12, 31)}, False),
        ({"when": "--10"}, {"value": "XXXX-10"}, True),
        ({"when": "--10"}, {"value": "2016-10", "begin": date(2016, 10, 1), "end": date(2016, 10, 31)}, False),
    ],
)
def test_right_where_both_bounds_are(attributes, fields, right):
    assert agree(bounds(attributes), found_bounds(make_time("then", "then", **fields))) is right
