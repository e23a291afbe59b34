"""The records as tables for the notebooks: names instead of ids, words instead of offsets."""

from analysis.briefing.tables.held import behind, factors, matrix, positions
from analysis.briefing.tables.pulls import alternatives, cooperations, intensity, sensitivity, tensions
from analysis.briefing.tables.told import actors, mentions, omissions, statements, timeline

__all__ = [
    "actors", "alternatives", "behind", "cooperations", "factors", "intensity", "matrix", "mentions", "omissions",
    "positions", "sensitivity", "statements", "tensions", "timeline",
]  # fmt: skip
