"""Tensions: where two sides of an article pull against each other, over what, how hard, and which words show it; and
where they work together.

Each sentence is asked which two it sets against each other, if any; those of the same sides are one tension, weighed
by a sum of parts.
"""

from analysis.tensions.aggregate import find_tensions
from analysis.tensions.cooperation import find_cooperations

__all__ = ["find_cooperations", "find_tensions"]
