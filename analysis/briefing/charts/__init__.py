"""The figures of the briefing. Each takes the records and returns None where there is nothing worth drawing."""

from analysis.briefing.charts.bars import mentions_by_actor, voices
from analysis.briefing.charts.calendar import timeline
from analysis.briefing.charts.certainty import certainty
from analysis.briefing.charts.matrix import stances
from analysis.briefing.charts.network import tension_map
from analysis.briefing.charts.stacks import intensity_parts

__all__ = ["certainty", "intensity_parts", "mentions_by_actor", "stances", "tension_map", "timeline", "voices"]
