"""Positions: which actor is for or against what, how firmly, and which words show it.

Frames find the holder of what is said at a place; the stance is a product of factors that the record keeps in words.
"""

from analysis.positions.merge import find_positions

__all__ = ["find_positions"]
