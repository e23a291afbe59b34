"""Positions: which actor is for or against what, how firmly, and which words show it.

Candidates are read from the tree with many more than are positions; a regression fitted on coded articles chooses; the
stance is a product of factors, which the record keeps.
"""

from analysis.positions.merge import find_positions

__all__ = ["find_positions"]
