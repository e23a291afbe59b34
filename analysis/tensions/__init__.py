"""Tensions: where two sides of an article pull against each other, over what, how hard, and which words show it.

Detectors find single pulls; those of the same sides, issue and type are one tension, weighed by a sum of parts.
"""

from analysis.tensions.aggregate import find_tensions

__all__ = ["find_tensions"]
